import { DateScalar, ListSize, ProcedureEdition, ProcedureRuleCode, Public, todayInLondon } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { partnerships } from '../directory/directory-loaders';
import { LocalPartnership } from '../directory/local-partnership';
import { adoptersByPlace, type AnsweringAdopter } from './adopters-by-place';
import { adoptionSummaryOf } from './adoption-summary-of';
import { Procedure } from './procedure';
import { ProcedureAdopter } from './procedure-adopter';
import { ProcedureAdoptionSummary } from './procedure-adoption-summary';
import { ProcedureKind } from './procedure-kind';
import { editionById, editionsOfProcedure, procedureById, procedures, rulesOfProcedure } from './procedure-loaders';
import type { ProcedureRuleRecord } from './procedure-rule-record';
import { ProcedureRule } from './procedure-rule';
import { rulesInForce } from './rules-in-force';
import { SignatureSummary } from './signature-summary';
import { signatureSummaryOf } from './signature-summary-of';

/** Procedures and what they lead to. */
@Resolver(() => Procedure)
export class ProcedureResolver {
  @Query(() => [Procedure], { description: 'Shared procedures and protocols, by title.' })
  @ListSize(3)
  @Public()
  procedures(@Ctx() context: SubgraphContext) {
    return procedures(context);
  }

  @Query(() => Procedure, { nullable: true, description: 'The procedure with this id, or null.' })
  @Public()
  procedure(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Id of the procedure, as `london-procedures`.' }) id: string,
  ) {
    return procedureById(context, id);
  }

  @FieldResolver(() => [ProcedureEdition])
  editions(@Root() procedure: Procedure, @Ctx() context: SubgraphContext) {
    return editionsOfProcedure(context).load(procedure.id);
  }

  @FieldResolver(() => [ProcedureRule])
  async rules(
    @Root() procedure: Procedure,
    @Ctx() context: SubgraphContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string,
    @Arg('code', () => ProcedureRuleCode, { nullable: true }) code?: ProcedureRuleCode,
  ) {
    const rules = await rulesOfProcedure(context).load(procedure.id);
    return rulesInForce(rules, on).filter((rule) => code === undefined || rule.code === code);
  }

  @FieldResolver(() => [LocalPartnership])
  partnerships(@Ctx() context: SubgraphContext) {
    return partnerships(context);
  }

  @FieldResolver(() => [ProcedureAdopter], { nullable: 'items' })
  adopters(@Ctx() context: SubgraphContext) {
    return partnerships(context);
  }

  @FieldResolver(() => ProcedureAdoptionSummary, { nullable: true })
  async adoption(
    @Root() procedure: Procedure,
    @Ctx() context: SubgraphContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string,
  ) {
    return adoptionSummaryOf(context, procedure.id, await answeringAdopters(procedure, context), on ?? todayInLondon());
  }

  @FieldResolver(() => SignatureSummary, { nullable: true })
  async signatures(@Root() procedure: Procedure, @Ctx() context: SubgraphContext) {
    if (procedure.kind !== ProcedureKind.INFORMATION_SHARING_AGREEMENT) return null;
    return signatureSummaryOf(context, procedure.id, await answeringAdopters(procedure, context));
  }
}

/** What a rule leads to. */
@Resolver(() => ProcedureRule)
export class ProcedureRuleResolver {
  @FieldResolver(() => ProcedureEdition, { nullable: true })
  edition(@Root() { editionId }: ProcedureRuleRecord, @Ctx() context: SubgraphContext) {
    return editionId === null ? null : editionById(context).load(editionId);
  }
}

/** Those that answered: a partnership that did not is a null in the list that the gateway brings. */
async function answeringAdopters({ adopters }: Procedure, context: SubgraphContext): Promise<AnsweringAdopter[]> {
  return adoptersByPlace(await partnerships(context), adopters);
}
