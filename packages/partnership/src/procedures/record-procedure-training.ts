import { Authenticated, DateScalar, ListSize, ProcedureTraining, RequiresScopes, UserError } from '@hub/contract';
import {
  badReference,
  blankText,
  futureDay,
  mutate,
  recordOnce,
  refuseFor,
  takenReference,
  type SubgraphContext,
} from '@hub/subgraph-kit';
import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { ProcedureTrainingRecord } from './procedure-training-record';
import { partnershipIdOf } from '../recording/camel-case';
import { unknownEdition } from './checks';

/** What is recorded of training. */
@InputType({ description: 'Training that taught an edition of a shared procedure.' })
export class RecordProcedureTrainingInput {
  @Field(() => String, { description: "The partnership's own reference of this course, as `2026/12`." })
  reference!: string;

  @Field(() => String, { description: 'Title of the course.' })
  title!: string;

  @Field(() => ID, { description: 'Id of the edition that it taught, as `london-procedures:2026-03`.' })
  teachesEditionId!: string;

  @Field(() => DateScalar, { description: 'The day it was held; not after today.' })
  heldOn!: string;
}

@ObjectType({ description: 'Result of recording training.' })
@Directive('@shareable')
@Authenticated()
export class RecordProcedureTrainingPayload {
  @Field(() => ProcedureTraining, { nullable: true, description: 'The training; null where it was refused.' })
  training!: ProcedureTraining | null;

  @Field(() => [UserError], { description: 'Why nothing was recorded; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/** Makes `recordProcedureTraining`. Once a reference. */
export function recordProcedureTrainingMutation(prefix: string): Function {
  @Resolver()
  class RecordProcedureTrainingMutation {
    @Mutation(() => RecordProcedureTrainingPayload, {
      nullable: true,
      description:
        'Records training that taught an edition of a shared procedure. Once a reference. ' +
        'Codes: REFERENCE_INVALID, TEXT_BLANK, EDITION_UNKNOWN, DATE_IN_FUTURE, REFERENCE_TAKEN.',
    })
    @RequiresScopes(`${partnershipIdOf(prefix)}:write`)
    async recordProcedureTraining(
      @Arg('input', () => RecordProcedureTrainingInput, { description: 'The training.' })
      input: RecordProcedureTrainingInput,
      @Ctx() context: SubgraphContext,
    ): Promise<RecordProcedureTrainingPayload> {
      const content = { title: input.title, editionId: input.teachesEditionId, heldOn: input.heldOn };
      const { result, userErrors } = await mutate(context, async (manager) => {
        refuseFor(
          badReference(input.reference),
          blankText('title', input.title),
          unknownEdition('teachesEditionId', input.teachesEditionId),
          futureDay('heldOn', input.heldOn, 'Training'),
        );
        return recordOnce(manager, {
          record: ProcedureTrainingRecord,
          key: { id: `${partnershipIdOf(prefix)}-training:${input.reference}` },
          content,
          taken: () => takenReference('reference', `The training "${input.reference}"`),
        });
      });
      return { training: result, userErrors };
    }
  }
  return RecordProcedureTrainingMutation;
}
