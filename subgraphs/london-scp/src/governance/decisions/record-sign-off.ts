import { futureDay, Refusal, refuseFor, requiredText } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ExecutiveDecisionRecord, SignOffRecord } from './decision-records';
import type { SignOffDecisionInput } from './sign-off-decision-input';
import { SIGNING_SECTORS } from './sign-off-rule';

/** Records that a sector signed a decision off, once. A sign-off is never changed or taken back. */
export async function signOff(manager: EntityManager, input: SignOffDecisionInput): Promise<ExecutiveDecisionRecord> {
  const { sector, signedOn } = input;
  const decision = await manager.findOneBy(ExecutiveDecisionRecord, { reference: input.reference.trim() });
  if (!decision) {
    throw new Refusal({
      field: ['input', 'reference'],
      message: `The Executive has recorded no decision ${JSON.stringify(input.reference)}. Record it by recordExecutiveDecision, or correct the reference.`,
      code: 'DECISION_UNKNOWN',
    });
  }
  if (!SIGNING_SECTORS.includes(sector)) {
    throw new Refusal({
      field: ['input', 'sector'],
      message: `${sector} is none of the three safeguarding partners. Give one of ${SIGNING_SECTORS.join(', ')}.`,
      code: 'SECTOR_SIGNS_NOTHING',
    });
  }
  refuseFor(futureDay('signedOn', signedOn));
  const byRole = requiredText(input.byRole, 'byRole');
  if (signedOn < decision.decidedOn) {
    throw new Refusal({
      field: ['input', 'signedOn'],
      message: `The decision was agreed on ${decision.decidedOn}, and cannot be signed off before. Correct the day.`,
      code: 'SIGNED_BEFORE_DECIDED',
    });
  }
  const row = { decisionId: decision.id, sector, signedOn, byRole };
  await manager.createQueryBuilder().insert().into(SignOffRecord).values(row).orIgnore().execute();
  const stored = await manager.findOneByOrFail(SignOffRecord, { decisionId: decision.id, sector });
  if (stored.signedOn !== signedOn || stored.byRole !== byRole) {
    throw new Refusal({
      field: ['input', 'sector'],
      message: `${sector} signed this decision off on ${stored.signedOn} (${stored.byRole}). A sign-off stands as it was recorded.`,
      code: 'SECTOR_HAS_SIGNED',
    });
  }
  return decision;
}
