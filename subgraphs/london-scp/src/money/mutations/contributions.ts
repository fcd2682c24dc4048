import { changedFields, futureDay, lockRow, problem, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { pooledContribution } from '../pooled-contribution-record';
import { PooledContributionRecord } from '../pooled-contribution-row';
import type { RecordPledgeInput, RecordReceiptInput } from './contribution-inputs';
import { requireOpenYear } from './financial-years';

/** Records an agency's answer; the same again changes nothing, another answer is refused. */
export function recordPledge(
  manager: EntityManager,
  { reference, pledgedPence }: RecordPledgeInput,
): Promise<PooledContributionRecord> {
  refuseFor(
    pledgedPence < 0 &&
      problem('pledgedPence', 'NEGATIVE_AMOUNT', 'pledgedPence must be 0 or more. Zero is an answer.'),
  );
  return recordOnce(manager, reference, 'pledgedPence', { pledgedPence });
}

/** Records what London Councils received; the same again changes nothing, another receipt is refused. */
export function recordReceipt(
  manager: EntityManager,
  { reference, receivedPence, receivedOn }: RecordReceiptInput,
): Promise<PooledContributionRecord> {
  refuseFor(
    receivedPence <= 0 &&
      problem(
        'receivedPence',
        'AMOUNT_NOT_POSITIVE',
        'receivedPence must be more than 0. What never came is not recorded.',
      ),
    futureDay('receivedOn', receivedOn),
  );
  return recordOnce(manager, reference, 'receivedPence', { receivedPence, receivedOn });
}

async function recordOnce(
  manager: EntityManager,
  reference: string,
  field: 'pledgedPence' | 'receivedPence',
  entry: Partial<Pick<PooledContributionRecord, 'pledgedPence' | 'receivedPence' | 'receivedOn'>>,
): Promise<PooledContributionRecord> {
  const recorded = await lockRow(manager, pooledContribution, { reference });
  const changed = recorded ? changedFields(recorded, entry as typeof recorded) : [];
  refuseFor(
    recorded === null &&
      problem(
        'reference',
        'REFERENCE_UNKNOWN',
        `No contribution was invited under ${reference}. Invite it by inviteContribution, or correct the reference.`,
      ),
    recorded !== null &&
      recorded[field] !== null &&
      changed.length > 0 &&
      problem(
        field,
        'ALREADY_RECORDED',
        `Under ${reference} another ${changed.join(', ')} is recorded. Invite under a reference of its own what comes besides.`,
      ),
  );
  if (changed.length === 0) return recorded!;
  await requireOpenYear(manager, recorded!.financialYear, 'reference');
  await manager.update(PooledContributionRecord, { reference }, entry);
  return Object.assign(recorded!, entry);
}
