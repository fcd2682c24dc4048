import { type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { ObligationRuleRecord } from './obligation-rule-record';

const obligationRules = wholeTable(ObligationRuleRecord, { order: { position: 'ASC' } });

/** What a governing document obliges to, in its order. */
export async function obligationRulesOfDocument(
  context: SubgraphContext,
  documentId: string | undefined,
): Promise<ObligationRuleRecord[]> {
  return (await obligationRules(context)).filter((rule) => rule.documentId === documentId);
}
