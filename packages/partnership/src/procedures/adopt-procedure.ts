import { Authenticated, DateScalar, ListSize, ProcedureAdoption, RequiresScopes, UserError } from '@hub/contract';
import { futureDay, mutate, recordOnce, refuseFor, takenReference, type SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { ProcedureAdoptionRecord } from './procedure-adoption-record';
import { partnershipIdOf } from '../recording/camel-case';
import { unknownEdition } from './checks';

/** What is recorded of an adoption. */
@InputType({ description: 'That the partnership adopts an edition of a shared procedure.' })
export class AdoptProcedureInput {
  @Field(() => ID, { description: 'Id of the procedure, as `london-procedures`.' })
  procedureId!: string;

  @Field(() => ID, { description: 'Id of the edition, as `london-procedures:2026-03`. One adoption an edition.' })
  editionId!: string;

  @Field(() => DateScalar, { description: 'The day from which the partnership works to it; not after today.' })
  adoptedOn!: string;

  @Field(() => String, { nullable: true, description: 'Reference of the decision to adopt it.' })
  decisionReference?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Local variations from the edition, in words. None by default.',
  })
  localVariations?: string[] | null;
}

@ObjectType({ description: 'Result of recording an adoption.' })
@Directive('@shareable')
@Authenticated()
export class AdoptProcedurePayload {
  @Field(() => ProcedureAdoption, { nullable: true, description: 'The adoption; null where it was refused.' })
  adoption!: ProcedureAdoption | null;

  @Field(() => [UserError], { description: 'Why nothing was recorded; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/**
 * Makes `adoptProcedure`. Once an edition: the same content again changes nothing, other content is refused
 * (`REFERENCE_TAKEN`). A demonstration record of the same edition gives way.
 */
export function adoptProcedureMutation(prefix: string): Function {
  @Resolver()
  class AdoptProcedureMutation {
    @Mutation(() => AdoptProcedurePayload, {
      nullable: true,
      description:
        'Records that the partnership adopts an edition of a shared procedure. Once an edition. ' +
        'Codes: EDITION_UNKNOWN, DATE_IN_FUTURE, REFERENCE_TAKEN.',
    })
    @RequiresScopes(`${partnershipIdOf(prefix)}:write`)
    async adoptProcedure(
      @Arg('input', () => AdoptProcedureInput, { description: 'The adoption.' }) input: AdoptProcedureInput,
      @Ctx() context: SubgraphContext,
    ): Promise<AdoptProcedurePayload> {
      const { procedureId, editionId } = input;
      const content = {
        adoptedOn: input.adoptedOn,
        decisionReference: input.decisionReference ?? null,
        localVariations: input.localVariations ?? [],
      };
      const { result, userErrors } = await mutate(context, async (manager) => {
        refuseFor(
          unknownEdition('editionId', editionId, procedureId),
          futureDay('adoptedOn', input.adoptedOn, 'An adoption'),
        );
        return recordOnce(manager, {
          record: ProcedureAdoptionRecord,
          key: { procedureId, editionId },
          content,
          derived: { id: `${partnershipIdOf(prefix)}:${editionId}` },
          taken: () => takenReference('editionId', `The adoption of ${editionId}`),
        });
      });
      return { adoption: result, userErrors };
    }
  }
  return AdoptProcedureMutation;
}
