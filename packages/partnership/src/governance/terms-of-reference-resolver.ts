import { Body, Clause, ClauseTopic, StatutoryPartner, TermsOfReference } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { bodiesOfDocument, clausesOfDocument, statutoryPartnersOfDocument } from './governance-loaders';

/** What a governing document says and sets up. */
@Resolver(() => TermsOfReference)
export class TermsOfReferenceResolver {
  @FieldResolver(() => [Clause])
  async clauses(
    @Root() document: TermsOfReference,
    @Ctx() context: SubgraphContext,
    @Arg('topic', () => ClauseTopic, { nullable: true }) topic?: ClauseTopic | null,
    @Arg('topics', () => [ClauseTopic], { nullable: true }) topics?: ClauseTopic[] | null,
  ) {
    const all = await clausesOfDocument(context, document.id);
    return all.filter(
      (clause) =>
        (!topic || clause.topics.includes(topic)) && (!topics || topics.some((one) => clause.topics.includes(one))),
    );
  }

  @FieldResolver(() => [Body])
  bodies(@Root() document: TermsOfReference, @Ctx() context: SubgraphContext) {
    return bodiesOfDocument(context, document.id);
  }

  @FieldResolver(() => [StatutoryPartner])
  statutoryPartners(@Root() document: TermsOfReference, @Ctx() context: SubgraphContext) {
    return statutoryPartnersOfDocument(context, document.id);
  }
}
