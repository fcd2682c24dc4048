import { SignedSubject } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { documentOn, statutoryPartners } from '../governance/governance-loaders';
import type { BodyDecisionRecord } from './body-decision-record';
import { signOffsUnder } from './meeting-loaders';
import { countingFor, needsSignOff, signingUnder } from './sign-offs';

/** The statutory partners whose sign-off a decision needs; none where the document asks for none. */
export async function signersOf(decision: BodyDecisionRecord, context: SubgraphContext) {
  const [document, partners] = await Promise.all([
    documentOn(context, decision.decidedOn),
    statutoryPartners(context, decision.decidedOn),
  ]);
  return needsSignOff(decision) ? signingUnder(document?.decisionSignOff, partners) : [];
}

/** Sign-offs of a decision, the earliest first. */
export async function signOffsOfDecision(decision: BodyDecisionRecord, context: SubgraphContext) {
  const signed = await signOffsUnder(context).load(decision.reference);
  return countingFor(
    decision,
    signed.filter(({ subject }) => subject === SignedSubject.DECISION),
  );
}
