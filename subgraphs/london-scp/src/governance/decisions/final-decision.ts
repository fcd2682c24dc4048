import { Refusal } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { DecisionKind } from './decision-kind';
import { ExecutiveDecisionRecord } from './decision-records';
import { SignOffRecord } from './sign-off-record';
import { awaitedSectors, finalOn } from './sign-off-rule';

/** A decision that all three sectors signed off, and the day the last of them did. */
export interface FinalDecision extends ExecutiveDecisionRecord {
  finalOn: string;
}

/**
 * The decision of this reference and kind.
 *
 * @param field - path of the input field that named it, for the refusal. @default ['input', 'decisionReference']
 * @throws Refusal `DECISION_UNKNOWN` or `DECISION_OF_OTHER_KIND`.
 */
export async function decisionOfKind(
  manager: EntityManager,
  reference: string,
  kind: DecisionKind,
  field: string[] = ['input', 'decisionReference'],
): Promise<ExecutiveDecisionRecord> {
  const decision = await manager.findOneBy(ExecutiveDecisionRecord, { reference });
  if (!decision) {
    throw new Refusal({
      field,
      message: `The Executive has recorded no decision ${JSON.stringify(reference)}. Record it by recordExecutiveDecision, or correct the reference.`,
      code: 'DECISION_UNKNOWN',
    });
  }
  if (decision.kind !== kind) {
    throw new Refusal({
      field,
      message: `The decision ${JSON.stringify(reference)} is of kind ${decision.kind}, and one of kind ${kind} is needed. Name such a decision.`,
      code: 'DECISION_OF_OTHER_KIND',
    });
  }
  return decision;
}

/**
 * The decision of this reference and kind, signed off by the three sectors (LON-28). Whatever rests on a decision asks
 * here first, within its own transaction.
 *
 * @param field - path of the input field that named it, for the refusal. @default ['input', 'decisionReference']
 * @throws Refusal `DECISION_UNKNOWN`, `DECISION_OF_OTHER_KIND` or `DECISION_NOT_SIGNED_OFF`, naming what is missing.
 */
export async function finalDecision(
  manager: EntityManager,
  reference: string,
  kind: DecisionKind,
  field: string[] = ['input', 'decisionReference'],
): Promise<FinalDecision> {
  const decision = await decisionOfKind(manager, reference, kind, field);
  const signOffs = await manager.findBy(SignOffRecord, { decisionId: decision.id });
  const final = finalOn(signOffs);
  if (final === null) {
    const awaited = awaitedSectors(signOffs).join(', ');
    throw new Refusal({
      field,
      message: `The decision ${JSON.stringify(reference)} is not signed off by ${awaited}. Record each sign-off by signOffDecision first.`,
      code: 'DECISION_NOT_SIGNED_OFF',
    });
  }
  return Object.assign(decision, { finalOn: final });
}
