import {
  ClauseTopic,
  DateScalar,
  earliestDay,
  evaluate,
  Obligation,
  ObligationStatus,
  todayInLondon,
} from '@hub/contract';
import type { EvidenceByKind } from '@hub/contract';
import type { EvidenceReaders, SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { bodiesOfDocument, clausesOfDocument, documentOn } from '../governance/governance-loaders';
import { obligationRulesOfDocument } from './obligation-loaders';
import type { ObligationRuleRecord } from './obligation-rule-record';

/**
 * Makes the resolver of what a governing document obliges to, for a type that declares `obligations`.
 *
 * @param type - the interface of partnerships, or the London SCP.
 * @param readers - of the evidence that its subgraph holds.
 */
export function obligationsResolverFor(type: Function, readers: EvidenceReaders): Function {
  @Resolver(() => type)
  class ObligationsResolver {
    @FieldResolver(() => [Obligation], { nullable: true })
    async obligations(
      @Ctx() context: SubgraphContext,
      @Arg('status', () => [ObligationStatus], { nullable: true }) status?: ObligationStatus[] | null,
      @Arg('topic', () => ClauseTopic, { nullable: true }) topic?: ClauseTopic | null,
      @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
    ) {
      const day = on ?? todayInLondon();
      const { id: documentId, inForceFrom } = (await documentOn(context, day)) ?? {};
      const from = inForceFrom ? earliestDay(inForceFrom) : null;
      const [allRules, allClauses, allBodies] = await Promise.all([
        obligationRulesOfDocument(context, documentId),
        clausesOfDocument(context, documentId),
        bodiesOfDocument(context, documentId),
      ]);
      const rules = allRules.filter((rule) => !topic || rule.topic === topic);
      const evidence = await evidenceFor(rules, readers, context, day);
      return rules
        .map(({ id, judgedBy, clauseId, bodyId, ...rule }) => ({
          ...rule,
          // What is asked of two days is two things to a client that keeps answers by id.
          id: `${id}/${day}`,
          clause: allClauses.find((clause) => clause.id === clauseId) ?? null,
          body: allBodies.find((body) => body.id === bodyId) ?? null,
          on: day,
          ...evaluate({ judgedBy, bodyId }, evidence, day, from),
        }))
        .filter((obligation) => !status || status.includes(obligation.status));
    }
  }
  return ObligationsResolver;
}

/** The evidence of the kinds that the rules name, and of no others. */
async function evidenceFor(
  rules: readonly ObligationRuleRecord[],
  readers: EvidenceReaders,
  context: SubgraphContext,
  on: string,
): Promise<Partial<EvidenceByKind>> {
  const kinds = [...new Set(rules.flatMap(({ judgedBy }) => ('records' in judgedBy ? judgedBy.records : [])))];
  return Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await readers[kind]?.(context, on)])));
}
