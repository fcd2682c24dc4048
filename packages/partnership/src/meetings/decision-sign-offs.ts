import { SignedSubject } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { documentsByDay, statutoryPartnersByDay } from '../governance/governance-loaders';
import type { BodyDecisionRecord } from './body-decision-record';
import { signOffsUnder } from './meeting-loaders';
import { countingFor, needsSignOff, signingUnder } from './sign-offs';

/** Gives of each decision the statutory partners whose sign-off it needs; none where the document asks for none. */
export async function signersOfDecisions(context: SubgraphContext) {
  const [documentOf, partnersOf] = await Promise.all([documentsByDay(context), statutoryPartnersByDay(context)]);
  return (decision: BodyDecisionRecord) => {
    const { decidedOn } = decision;
    return needsSignOff(decision) ? signingUnder(documentOf(decidedOn)?.decisionSignOff, partnersOf(decidedOn)) : [];
  };
}

/** Sign-offs of a decision, the earliest first. */
export async function signOffsOfDecision(decision: BodyDecisionRecord, context: SubgraphContext) {
  const signed = await signOffsUnder(context).load(decision.reference);
  return countingFor(
    decision,
    signed.filter(({ subject }) => subject === SignedSubject.DECISION),
  );
}
