import { Clause, ClauseTopic, TermsOfReference } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { clauses } from './governance-loaders';

/** The clauses of a governing document. */
@Resolver(() => TermsOfReference)
export class TermsOfReferenceResolver {
  @FieldResolver(() => [Clause])
  async clauses(
    @Ctx() context: SubgraphContext,
    @Arg('topic', () => ClauseTopic, { nullable: true }) topic?: ClauseTopic | null,
  ) {
    const all = await clauses(context);
    return topic ? all.filter((clause) => clause.topics.includes(topic)) : all;
  }
}
