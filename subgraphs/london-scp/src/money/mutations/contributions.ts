import { agencyIdOf, ContributionTarget } from '@hub/contract';
import { changedFields, lockKey, problem, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { PartnershipRecord } from '../../directory/directory-records';
import { PooledContributionRecord } from '../pooled-contribution-record';
import type { InviteContributionInput, RecordPledgeInput, RecordReceiptInput } from './contribution-inputs';
import { requireOpenYear } from './financial-years';

/** Invites an agency to contribute in an open year; the same invitation again changes nothing. */
export async function inviteContribution(
  manager: EntityManager,
  { reference, ...input }: InviteContributionInput,
): Promise<PooledContributionRecord> {
  const agencyId = agencyIdOf(input.partnershipId, input.agencyId);
  const wanted = { ...input, agencyId, project: input.project ?? null };
  const isForProject = wanted.target === ContributionTarget.LONDON_PROJECT;
  refuseFor(
    reference.trim() === '' &&
      problem('reference', 'TEXT_BLANK', 'reference is blank. Give the reference it is paid under.'),
    input.agencyId.trim() === '' && problem('agencyId', 'TEXT_BLANK', 'agencyId is blank. Give the id of the agency.'),
    wanted.target === ContributionTarget.LOCAL_BUDGET &&
      problem('target', 'TARGET_NOT_LONDON', 'London invites to its pooled budget or to a project. Give one of them.'),
    isForProject &&
      !wanted.project?.trim() &&
      problem('project', 'PROJECT_MISSING', 'A contribution to a London project must name it. Give project.'),
    !isForProject &&
      wanted.project !== null &&
      problem('project', 'PROJECT_NOT_EXPECTED', 'project stands only with the target LONDON_PROJECT. Leave it out.'),
    !(await manager.existsBy(PartnershipRecord, { id: wanted.partnershipId })) &&
      problem(
        'partnershipId',
        'PARTNERSHIP_UNKNOWN',
        `The directory holds no partnership ${wanted.partnershipId}. Use the id of one that it holds.`,
      ),
  );
  const recorded = await lockedContribution(manager, reference);
  const changed = recorded ? changedFields(recorded, wanted) : [];
  refuseFor(
    changed.length > 0 &&
      problem(
        'reference',
        'REFERENCE_TAKEN',
        `The reference ${reference} stands for an invitation with another ${changed.join(', ')}. Use one of its own.`,
      ),
  );
  if (recorded) return recorded;
  await requireOpenYear(manager, wanted.financialYear, 'financialYear');
  const contribution = {
    ...{ ...wanted, reference, id: `contribution:${reference}`, isSynthetic: false },
    ...{ pledgedPence: null, receivedPence: null, receivedOn: null },
  };
  await manager.insert(PooledContributionRecord, contribution);
  return Object.assign(new PooledContributionRecord(), contribution);
}

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
  );
  return recordOnce(manager, reference, 'receivedPence', { receivedPence, receivedOn });
}

async function recordOnce(
  manager: EntityManager,
  reference: string,
  field: 'pledgedPence' | 'receivedPence',
  entry: Partial<Pick<PooledContributionRecord, 'pledgedPence' | 'receivedPence' | 'receivedOn'>>,
): Promise<PooledContributionRecord> {
  const recorded = await lockedContribution(manager, reference);
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

async function lockedContribution(manager: EntityManager, reference: string): Promise<PooledContributionRecord | null> {
  await lockKey(manager, `pooled-contribution/${reference}`);
  return manager.findOneBy(PooledContributionRecord, { reference });
}
