import { HasObligations } from '@hub/contract';
import { evidenceOf, type SubgraphModule } from '@hub/subgraph-kit';
import type { Facts } from '../facts/facts';
import { loadObligations } from './load-obligations';
import { ObligationRules1764800000000 } from './obligation-migration';
import { obligationRuleSchema } from './obligation-rule-record';
import { obligationsResolverFor } from './obligations-resolver';

/**
 * What a founding document obliges to, and how it stands by the records.
 *
 * @param type - the interface of partnerships, or the London SCP, whose `obligations` are asked for.
 * @param facts - of its document.
 * @param subjects - by whose evidence it is judged.
 */
export function obligationsOf(type: Function, facts: () => Facts, subjects: readonly SubgraphModule[]): SubgraphModule {
  return {
    capabilities: type === HasObligations ? [HasObligations] : [],
    resolvers: [obligationsResolverFor(type, evidenceOf(subjects))],
    facts: [obligationRuleSchema],
    migrations: [ObligationRules1764800000000],
    load: (manager) => loadObligations(manager, facts()),
  };
}
