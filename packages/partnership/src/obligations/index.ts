import { HasObligations } from '@hub/contract';
import { evidenceOf, type SubgraphModule } from '@hub/subgraph-kit';
import type { Facts } from '../facts/facts';
import { loadObligations } from './load-obligations';
import { ObligationsOfDocuments1764900005001 } from './obligation-documents-migration';
import { ObligationRules1764800000000 } from './obligation-migration';
import { obligationRuleSchema } from './obligation-rule-record';
import { obligationsResolverFor } from './obligations-resolver';

/**
 * What a founding document obliges to, and how it stands by the records.
 *
 * @param type - the interface of partnerships, or the London SCP, whose `obligations` are asked for.
 * @param id - of the partnership, or the London SCP.
 * @param documents - its governing documents, the earliest first.
 * @param subjects - by whose evidence it is judged.
 */
export function obligationsOf(
  type: Function,
  id: string,
  documents: () => readonly Facts[],
  subjects: readonly SubgraphModule[],
): SubgraphModule {
  return {
    capabilities: type === HasObligations ? [HasObligations] : [],
    resolvers: [obligationsResolverFor(type, evidenceOf(subjects))],
    facts: [obligationRuleSchema],
    migrations: [ObligationRules1764800000000, ObligationsOfDocuments1764900005001],
    load: (manager) => loadObligations(manager, id, documents()),
  };
}
