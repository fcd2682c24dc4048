import { ContributionKind } from '@hub/contract';
import { changedFields, lockKey, problem, refuseFor } from '@hub/partnership';
import type { EntityManager } from 'typeorm';
import { DecisionKind } from '../../decisions/decision-kind';
import { finalDecision } from '../../decisions/final-decision';
import { refuseDemonstrationDecision } from '../../decisions/refuse-demonstration-decision';
import { ExpenditureRecord } from '../pooled-budget-records';
import { PooledContributionRecord } from '../pooled-contribution-record';
import { requireOpenYear } from './financial-years';
import type { RecordExpenditureInput } from './record-expenditure-input';

/**
 * Records money spent in an open year. It rests on a funding decision that the three sectors signed
 * off, and goes neither beyond the sum of that decision nor beyond what the year received (LON-33).
 * Demonstration receipts pay for nothing real, and demonstration spending takes nothing real away.
 */
export async function recordExpenditure(
  manager: EntityManager,
  { reference, ...input }: RecordExpenditureInput,
): Promise<ExpenditureRecord> {
  const { financialYear, description, amountPence, spentOn } = input;
  const decisionReference = input.decisionReference.trim();
  refuseFor(
    reference.trim() === '' &&
      problem('reference', 'TEXT_BLANK', 'reference is blank. Give the expenditure a reference.'),
    description.trim() === '' &&
      problem('description', 'TEXT_BLANK', 'description is blank. Say what it was spent on.'),
    amountPence <= 0 && problem('amountPence', 'AMOUNT_NOT_POSITIVE', 'amountPence must be more than 0.'),
    decisionReference === '' &&
      problem('decisionReference', 'DECISION_MISSING', 'Spending needs a funding decision of the Executive. Name it.'),
  );
  await lockKey(manager, `expenditure/${reference}`);
  const recorded = await manager.findOneBy(ExpenditureRecord, { reference });
  const wanted = { financialYear, description, amountPence, spentOn, decisionReference };
  const changed = recorded ? changedFields(recorded, wanted) : [];
  refuseFor(
    changed.length > 0 &&
      problem(
        'reference',
        'REFERENCE_TAKEN',
        `The reference ${reference} stands for an expenditure with another ${changed.join(', ')}. Use one of its own.`,
      ),
  );
  if (recorded) return recorded;

  await requireOpenYear(manager, financialYear, 'financialYear');
  await lockKey(manager, `decision/${decisionReference}`);
  const decision = await finalDecision(manager, decisionReference, DecisionKind.FUNDING);
  refuseDemonstrationDecision(decision, { isSynthetic: false });
  const ofDecision = await spent(manager, { decisionReference });
  const ofYear = await spent(manager, { financialYear, isSynthetic: false });
  const received = await receivedIn(manager, financialYear);
  const agreed = decision.amountPence;
  refuseFor(
    spentOn < decision.finalOn &&
      problem(
        'spentOn',
        'SPENT_BEFORE_DECISION',
        `The decision ${decisionReference} was signed off on ${decision.finalOn}. Money is spent on or after that day.`,
      ),
    agreed === null &&
      problem(
        'decisionReference',
        'DECISION_WITHOUT_AMOUNT',
        `The decision ${decisionReference} states no sum. Name a funding decision that does.`,
      ),
    agreed !== null &&
      amountPence > agreed - ofDecision &&
      problem(
        'amountPence',
        'ABOVE_DECISION',
        `Of the ${agreed} pence agreed by ${decisionReference}, ${agreed - ofDecision} are left. Spend no more, or decide anew.`,
      ),
    amountPence > received - ofYear &&
      problem(
        'amountPence',
        'ABOVE_RECEIPTS',
        `Of the ${received} real pence received in ${financialYear}, ${received - ofYear} are left. Spend no more, or record the receipts first.`,
      ),
  );
  const expenditure = { ...wanted, reference, isSynthetic: false };
  await manager.insert(ExpenditureRecord, expenditure);
  return Object.assign(new ExpenditureRecord(), expenditure);
}

/** The sum, in pence, of what has been spent on a decision, or in a year. */
async function spent(
  manager: EntityManager,
  where: { decisionReference: string } | { financialYear: string; isSynthetic: boolean },
): Promise<number> {
  return (await manager.sum(ExpenditureRecord, 'amountPence', where).then(Number)) || 0;
}

/** The sum, in pence, of what was really received in money: what is given in kind cannot be spent. */
async function receivedIn(manager: EntityManager, financialYear: string): Promise<number> {
  const contributions = await manager.findBy(PooledContributionRecord, {
    ...{ financialYear, kind: ContributionKind.CASH, isSynthetic: false },
  });
  return contributions.reduce((sum, { receivedPence }) => sum + (receivedPence ?? 0), 0);
}
