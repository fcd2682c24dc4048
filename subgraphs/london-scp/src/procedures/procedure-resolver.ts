import {
  Cost,
  DateScalar,
  ListSize,
  ProcedureEdition,
  ProcedureRuleCode,
  Public,
  RequiresScopes,
  todayInLondon,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { partnerships } from '../directory/directory-loaders';
import { DIRECTORY_SIZE } from '../directory/directory-size';
import { LocalPartnership } from '../directory/local-partnership';
import { Requires } from '../directory/reduce-over';
import { adoptionSummary } from './adoption-summary';
import { agreementSignatures } from './agreement-signatures';
import { Procedure } from './procedure';
import { ProcedureAdoptionSummary } from './procedure-adoption-summary';
import { ProcedureKind } from './procedure-kind';
import { editionById, editionsOfProcedure, procedureById, procedures, rulesOfProcedure } from './procedure-loaders';
import type { ProcedureRuleRecord } from './procedure-rule-record';
import { ProcedureRule } from './procedure-rule';
import { rulesInForce } from './rules-in-force';
import { SignatureSummary } from './signature-summary';

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
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
    @Arg('code', () => ProcedureRuleCode, { nullable: true }) code?: ProcedureRuleCode | null,
  ) {
    const rules = await rulesOfProcedure(context).load(procedure.id);
    return rulesInForce(rules, on ?? undefined).filter((rule) => !code || rule.code === code);
  }

  @FieldResolver(() => [LocalPartnership])
  partnerships(@Ctx() context: SubgraphContext) {
    return partnerships(context);
  }

  @FieldResolver(() => [LocalPartnership], { nullable: 'items' })
  adopters(@Ctx() context: SubgraphContext) {
    return partnerships(context);
  }

  @FieldResolver(() => ProcedureAdoptionSummary, {
    nullable: true,
    description: 'Who works to which edition on a day, who lags and by how long, and who varies it.',
  })
  @RequiresScopes('procedures:read')
  @Cost(40 * DIRECTORY_SIZE)
  @Requires(adoptionSummary)
  adoption(
    @Root() procedure: Procedure,
    @Ctx() context: SubgraphContext,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    on?: string | null,
  ) {
    return adoptionSummary.reduce(procedure, context, procedure.id, on ?? todayInLondon());
  }

  @FieldResolver(() => SignatureSummary, {
    nullable: true,
    description: 'Who has signed it and which statutory partners have not; null for a protocol that is not signed.',
  })
  @RequiresScopes('procedures:read')
  @Cost(60 * DIRECTORY_SIZE)
  @Requires(agreementSignatures)
  signatures(@Root() procedure: Procedure, @Ctx() context: SubgraphContext) {
    if (procedure.kind !== ProcedureKind.INFORMATION_SHARING_AGREEMENT) return null;
    return agreementSignatures.reduce(procedure, context, procedure.id);
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
