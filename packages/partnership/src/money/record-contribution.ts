import { ContributionTarget, type RecordContributionInput } from '@hub/contract';
import { futureDay, lockKey, problem, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { AgencyRecord } from '../governance/agency-record';
import { ContributionRecord } from './contribution-record';

/** Once recorded, these say what the contribution is. */
const IDENTITY = ['financialYear', 'target', 'project', 'kind'] as const;

/** Null until known: a pledge comes first, its payment later. */
const FILLED_IN_LATER = ['pledgedPence', 'paidPence', 'paidOn'] as const;

/** Records a contribution, or fills in what an earlier record of the same reference left open. */
export async function recordContribution(
  manager: EntityManager,
  input: RecordContributionInput,
): Promise<ContributionRecord> {
  const wanted = {
    ...{ financialYear: input.financialYear, target: input.target, kind: input.kind, project: input.project ?? null },
    ...{ pledgedPence: input.pledgedPence ?? null, paidPence: input.paidPence ?? null, paidOn: input.paidOn ?? null },
  };
  const isForProject = wanted.target === ContributionTarget.LONDON_PROJECT;
  const agency = await manager.findOneBy(AgencyRecord, { id: input.agencyId });
  refuseFor(
    input.reference.trim() === '' &&
      problem('reference', 'TEXT_BLANK', 'reference is blank. Give the reference it is paid under.'),
    agency === null &&
      problem('agencyId', 'AGENCY_UNKNOWN', `No agency ${input.agencyId} is recorded here. Use the id of one that is.`),
    isForProject &&
      !wanted.project?.trim() &&
      problem('project', 'PROJECT_MISSING', 'A contribution to a London project must name it. Give project.'),
    !isForProject &&
      wanted.project !== null &&
      problem('project', 'PROJECT_NOT_EXPECTED', `project stands only with the target LONDON_PROJECT. Leave it out.`),
    ...(['pledgedPence', 'paidPence'] as const).map(
      (field) => (wanted[field] ?? 0) < 0 && problem(field, 'NEGATIVE_AMOUNT', `${field} must be 0 or more.`),
    ),
    (wanted.paidPence ?? 0) > 0 &&
      wanted.paidOn === null &&
      problem('paidOn', 'DATE_MISSING', 'A payment needs the day it was paid. Give paidOn.'),
    wanted.paidOn !== null &&
      wanted.paidPence === null &&
      problem('paidPence', 'AMOUNT_MISSING', 'A day of payment needs the amount. Give paidPence.'),
    futureDay('paidOn', wanted.paidOn, 'A payment'),
  );

  await lockKey(manager, `contribution/${input.reference}`);
  // What is recorded stays when demonstration data goes.
  await manager.delete(ContributionRecord, { reference: input.reference, isSynthetic: true });
  const recorded = await manager.findOne(ContributionRecord, {
    where: { reference: input.reference },
    relations: { agency: true },
  });
  if (!recorded) {
    const contribution = {
      ...wanted,
      id: input.reference,
      reference: input.reference,
      agency: agency!,
      isSynthetic: false,
    };
    await manager.insert(ContributionRecord, contribution);
    return Object.assign(new ContributionRecord(), contribution);
  }

  const changed = [
    ...(recorded.agency.id === input.agencyId ? [] : ['agencyId']),
    ...IDENTITY.filter((field) => recorded[field] !== wanted[field]),
    ...FILLED_IN_LATER.filter(
      (field) => wanted[field] !== null && recorded[field] !== null && recorded[field] !== wanted[field],
    ),
  ];
  refuseFor(
    changed.length > 0 &&
      problem(
        'reference',
        'REFERENCE_TAKEN',
        `The reference ${input.reference} is recorded with another ${changed.join(', ')}. Use a reference of its own.`,
      ),
  );
  const filled = Object.fromEntries(
    FILLED_IN_LATER.filter((field) => recorded[field] === null && wanted[field] !== null).map((field) => [
      field,
      wanted[field],
    ]),
  );
  if (Object.keys(filled).length > 0) await manager.update(ContributionRecord, { id: recorded.id }, filled);
  return Object.assign(recorded, filled);
}
