import type { RefusedStepSettlement } from '@hub/contract';
import type { Logger } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { askHub, type HubCall } from './hub-client';

/** The most that are told at once. */
const BATCH = 50;

const answers = z.record(z.string(), z.object({ userErrors: z.array(z.object({ code: z.string() })) }).nullable());

/**
 * Tells the hub which refused steps people have settled here, so that nobody must do it there again. What it answers is written
 * down; what has no answer is told again, which changes nothing there. To be run by one process at a time.
 *
 * @returns whether there may be more.
 * @throws HubProblem where the hub gives no answer that can be used.
 */
export async function tellSettled(manager: EntityManager, call: HubCall, logger: Logger): Promise<boolean> {
  const untold = await manager.query<{ id: string; settlement: RefusedStepSettlement }[]>(
    `SELECT id, settlement FROM movement_outbox WHERE settlement IS NOT NULL AND settlement_told_at IS NULL
     ORDER BY sequence LIMIT $1`,
    [BATCH],
  );
  if (untold.length === 0) return false;
  const names = untold.map((_, index) => `settled${index}`);
  const query = `mutation SettleRefusedMessages(${names.map((name) => `$${name}: SettleRefusedMessageInput!`).join(', ')}) {
    ${names.map((name) => `${name}: settleRefusedMessage(input: $${name}) { userErrors { code } }`).join('\n')}
  }`;
  const inputs = untold.map(({ id, settlement: { settledBy: person, settledAt, note } }, index) => [
    names[index],
    { message: id, person, settledAt, note },
  ]);
  const { data } = await askHub({ query, variables: Object.fromEntries(inputs), data: answers }, call);
  const told = untold.filter((_, index) => data[names[index]!]);
  // A message that the hub does not keep, or that somebody has settled there, has nothing to be told.
  const codes = Object.values(data).flatMap((answer) => answer?.userErrors.map(({ code }) => code) ?? []);
  if (codes.length > 0) logger.info({ codes }, 'the hub had nothing to settle of some steps that were settled here');
  await manager.query('UPDATE movement_outbox SET settlement_told_at = now() WHERE id = ANY($1)', [
    told.map(({ id }) => id),
  ]);
  return told.length === BATCH;
}
