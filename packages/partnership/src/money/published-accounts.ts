import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AccountSideKind, isFinancialYear, type AccountSide } from '@hub/contract';
import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { PublishedAccountRecord } from './published-account-record';
import { readYaml } from '../facts/read-yaml';

const pence = z.number().int().nonnegative();

const accountSide = z
  .strictObject({
    side: z.enum(AccountSideKind),
    items: z.array(z.strictObject({ name: z.string().min(1), amountPence: pence })),
    /** Sum of the items, only where the source gives the sum and not the items. */
    itemsPence: pence.optional(),
    statedPence: pence,
  })
  .refine(({ items, itemsPence }) => (items.length === 0) === (itemsPence !== undefined), {
    message: 'give items, or itemsPence where the source has only their sum, and not both',
  });

/** `published-accounts.yaml`: accounts as they were published, each with its address. A partnership may have none. */
export const publishedAccountsFile = z.array(
  z.strictObject({
    title: z.string().min(1),
    financialYear: z.string().refine(isFinancialYear, 'two consecutive years such as 2023-24'),
    publisher: z.string().min(1),
    source: z.url(),
    sides: z.array(accountSide).min(1),
  }),
);

/** Sets the stated total of one side beside the sum of its items. */
export function checkedSide({ side, items, itemsPence, statedPence }: z.infer<typeof accountSide>): AccountSide {
  const sum = itemsPence ?? items.reduce((total, { amountPence }) => total + amountPence, 0);
  return { side, items, itemsPence: sum, statedPence, differencePence: statedPence - sum, agrees: statedPence === sum };
}

/** Brings the published accounts of a facts folder into the database, replacing the earlier ones whole when they changed. */
export async function loadPublishedAccounts(manager: EntityManager, factsFolder: string): Promise<void> {
  const file = join(factsFolder, 'published-accounts.yaml');
  const facts = existsSync(file) ? readYaml(file, publishedAccountsFile) : [];
  const accounts = facts.map((account, position) => ({ ...account, sides: account.sides.map(checkedSide), position }));
  await loadOnce(manager, 'published accounts', accounts, async () => {
    await manager.query('DELETE FROM published_account');
    await manager.insert(PublishedAccountRecord, accounts);
  });
}
