import { Refusal } from '@hub/subgraph-kit';

/**
 * Demonstration data goes out as a whole, so that nothing real may rest on a demonstration decision.
 *
 * @throws Refusal `DECISION_IS_DEMONSTRATION`.
 */
export function refuseDemonstrationDecision(
  decision: { reference: string; isSynthetic: boolean },
  record: { isSynthetic: boolean },
): void {
  if (!decision.isSynthetic || record.isSynthetic) return;
  throw new Refusal({
    field: ['input', 'decisionReference'],
    message: `The decision ${JSON.stringify(decision.reference)} is demonstration data, which carries nothing real. Record the decision by recordExecutiveDecision.`,
    code: 'DECISION_IS_DEMONSTRATION',
  });
}
