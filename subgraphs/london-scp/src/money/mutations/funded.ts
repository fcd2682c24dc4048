import type { UserError } from '@hub/contract';
import { changedFields, lockKey, problem, refuseFor } from '@hub/subgraph-kit';
import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import { DecisionKind } from '../../governance/decisions/decision-kind';
import { finalDecision } from '../../governance/decisions/final-decision';
import { refuseDemonstrationDecision } from '../../governance/decisions/refuse-demonstration-decision';
import { AllocationRecord } from '../allocation-record';
import { ExpenditureRecord } from '../pooled-budget-records';
import { requireOpenYear } from './financial-years';

/** What spending and allocation have in common: money of a year that rests on a funding decision. */
export interface Funded {
  reference: string;
  financialYear: string;
  amountPence: number;
  decisionReference: string;
  isSynthetic: boolean;
}

/** How one of the two is named to whoever records it. */
export interface FundedKind<Row extends Funded> {
  record: new () => Row;
  noun: string;
  /** The input field that says what the money is for, and the one that says when. */
  purposeField: string & keyof Row;
  dateField: string & keyof Row;
  tooEarly: string;
}

/**
 * Records money that rests on a funding decision which the three sectors signed off, within the sum of that decision
 * (LON-33): what is spent and what is allocated count together. The same again changes nothing.
 *
 * @param more - problems of the one kind only, asked for once the year and the decision stand.
 * @throws Refusal with every problem of the amount, the day and the decision at once.
 */
export async function recordFunded<Row extends Funded>(
  manager: EntityManager,
  kind: FundedKind<Row>,
  input: Omit<Row, 'isSynthetic' | 'decision'>,
  more: () => Promise<UserError | false> = async () => false,
): Promise<Row> {
  const wanted = trimmed({ ...input, isSynthetic: false }) as unknown as Row;
  const { reference, financialYear, amountPence, decisionReference } = wanted;
  const { noun, purposeField, dateField } = kind;
  refuseFor(
    reference === '' && problem('reference', 'TEXT_BLANK', `reference is blank. Give the ${noun} a reference.`),
    wanted[purposeField] === '' &&
      problem(purposeField, 'TEXT_BLANK', `${purposeField} is blank. Say what the money is for.`),
    amountPence <= 0 && problem('amountPence', 'AMOUNT_NOT_POSITIVE', 'amountPence must be more than 0.'),
    decisionReference === '' &&
      problem(
        'decisionReference',
        'DECISION_MISSING',
        `An ${noun} needs a funding decision of the Executive. Name it.`,
      ),
  );
  await lockKey(manager, `${noun}/${reference}`);
  const recorded = await manager.findOneBy(kind.record, { reference } as FindOptionsWhere<Row>);
  // What is demonstration stays so: it is not part of what is asked for.
  const { isSynthetic: _, ...content } = wanted;
  const changed = recorded ? changedFields<object>(recorded, content) : [];
  refuseFor(
    changed.length > 0 &&
      problem(
        'reference',
        'REFERENCE_TAKEN',
        `The reference ${reference} stands for an ${noun} with another ${changed.join(', ')}. Use one of its own.`,
      ),
  );
  if (recorded) return recorded;

  await requireOpenYear(manager, financialYear, 'financialYear');
  await lockKey(manager, `decision/${decisionReference}`);
  const decision = await finalDecision(manager, decisionReference, DecisionKind.FUNDING);
  refuseDemonstrationDecision(decision, wanted);
  const { amountPence: agreed } = decision;
  const left = (agreed ?? 0) - (await takenFrom(manager, decisionReference));
  refuseFor(
    String(wanted[dateField]) < decision.finalOn &&
      problem(
        dateField,
        kind.tooEarly,
        `The decision ${decisionReference} was signed off on ${decision.finalOn}. Record the ${noun} on or after that day.`,
      ),
    agreed === null &&
      problem(
        'decisionReference',
        'DECISION_WITHOUT_AMOUNT',
        `The decision ${decisionReference} states no sum. Name a funding decision that does.`,
      ),
    agreed !== null &&
      amountPence > left &&
      problem(
        'amountPence',
        'ABOVE_DECISION',
        `Of the ${agreed} pence agreed by ${decisionReference}, ${left} are left. Record no more, or decide anew.`,
      ),
    await more(),
  );
  await manager.insert(kind.record as EntityTarget<Funded>, wanted);
  return Object.assign(new kind.record(), wanted);
}

/** The sum, in pence, of what has been spent and allocated on a decision. */
async function takenFrom(manager: EntityManager, decisionReference: string): Promise<number> {
  const spent = await manager.sum(ExpenditureRecord, 'amountPence', { decisionReference });
  const allocated = await manager.sum(AllocationRecord, 'amountPence', { decisionReference });
  return Number(spent ?? 0) + Number(allocated ?? 0);
}

function trimmed(values: object): object {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  );
}
