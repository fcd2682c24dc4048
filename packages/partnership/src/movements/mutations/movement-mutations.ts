import {
  AmendNoticeInput,
  LinkChildInput,
  MovementPayload,
  NotifyMovementInput,
  RecordArrivalInput,
  RequiresScopes,
  TakeMovementStepInput,
  UpdateChildRecordInput,
} from '@hub/contract';
import { type SubgraphContext, mutate } from '@hub/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { amendNotice } from './amend-notice';
import { linkChild } from './link-child';
import { notifyMovement } from './notify-movement';
import type { PartnershipSide } from './partnership-side';
import { payloadOf, type Done } from './payload-of';
import { recordArrival } from './record-arrival';
import { said } from './said';
import { takeMovementStep } from './take-movement-step';
import { updateChildRecord } from './update-child-record';

type Work<Input> = (
  manager: EntityManager,
  context: SubgraphContext,
  partnership: PartnershipSide,
  input: Input,
) => Promise<Done>;

/** Makes the mutations by which a partnership records children who move. */
export function movementMutations(partnership: PartnershipSide): Function {
  const run = async <Input>(context: SubgraphContext, work: Work<Input>, input: Input) =>
    payloadOf(context, partnership, await mutate(context, (manager) => work(manager, context, partnership, input)));

  @Resolver()
  class MovementMutations {
    @Mutation(() => MovementPayload, {
      nullable: true,
      description:
        "Notifies that a child moves. Codes: DATE_IN_FUTURE, ID_INVALID, ID_TAKEN, NOT_YOUR_AUTHORITY, NOT_A_PARTY, NHS_NUMBER_INVALID, LOCAL_REFERENCE_INVALID, NOT_BOTH, NOT_BORN, CHILD_TWICE, BORN_IN_THE_FUTURE, BORN_LATER, TOO_OLD, DATE_IMPLAUSIBLE, AUTHORITY_UNKNOWN, AUTHORITY_REPLACED, DISTANCE_WRONG, TOO_LONG, SAYS_NOTHING, NAMES_SOMEBODY, MOVE_ALREADY_NOTIFIED, and the procedure's own.",
    })
    @RequiresScopes('movements:write')
    notifyMovement(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => NotifyMovementInput, { description: 'The notice.' }) input: NotifyMovementInput,
    ) {
      return run(context, notifyMovement, said(input));
    }

    @Mutation(() => MovementPayload, {
      nullable: true,
      description:
        "Amends a notice: its category, destination, dates, circumstances. Its time limits go on, and a new destination is notified by it. Codes: DATE_IN_FUTURE, ID_INVALID, ID_TAKEN, NOT_YOUR_AUTHORITY, MOVEMENT_UNKNOWN, DATE_IMPLAUSIBLE, AUTHORITY_UNKNOWN, AUTHORITY_REPLACED, DISTANCE_WRONG, TOO_LONG, SAYS_NOTHING, NAMES_SOMEBODY, MOVE_ALREADY_NOTIFIED, NOTHING_AMENDED, ALREADY_AGREED, and the procedure's own.",
    })
    @RequiresScopes('movements:write')
    amendNotice(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => AmendNoticeInput, { description: 'What is amended.' }) input: AmendNoticeInput,
    ) {
      return run(context, amendNotice, said(input));
    }

    @Mutation(() => MovementPayload, {
      nullable: true,
      description:
        "Takes a step of a movement. Codes: ID_INVALID, ID_TAKEN, NOT_YOUR_AUTHORITY, MOVEMENT_UNKNOWN, NOT_OUTSIDE, ROLE_MAY_NOT, DATE_IMPLAUSIBLE, TOO_LONG, SAYS_NOTHING, NAMES_SOMEBODY, and the procedure's own, as OUT_OF_ORDER.",
    })
    @RequiresScopes('movements:write')
    takeMovementStep(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => TakeMovementStepInput, { description: 'The step.' }) input: TakeMovementStepInput,
    ) {
      return run(context, takeMovementStep, said(input));
    }

    @Mutation(() => MovementPayload, {
      nullable: true,
      description:
        "Changes the own side's record of a child. The same again changes nothing. Codes: NOT_YOUR_AUTHORITY, MOVEMENT_UNKNOWN, TEXT_BLANK, TOO_LONG, PLAN_REQUIRED, DATE_IN_FUTURE, DATE_IMPLAUSIBLE, NOT_OPENED, MOVEMENT_OPEN, CLOSED_BEFORE_OPENED, ORIGIN_OF_NOTICE, AUTHORITY_UNKNOWN, AUTHORITY_REPLACED, NOT_FROM_ELSEWHERE, MOVE_ALREADY_NOTIFIED, ARRIVAL_ALREADY_RECORDED.",
    })
    @RequiresScopes('movements:write')
    updateChildRecord(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => UpdateChildRecordInput, { description: 'What is changed.' }) input: UpdateChildRecordInput,
    ) {
      return run(context, updateChildRecord, input);
    }

    @Mutation(() => MovementPayload, {
      nullable: true,
      description:
        'Records a child who arrived without a notice. Codes: ID_INVALID, ID_TAKEN, NOT_YOUR_AUTHORITY, NHS_NUMBER_INVALID, LOCAL_REFERENCE_INVALID, NOT_BOTH, NOT_BORN, REQUIRED, BORN_IN_THE_FUTURE, BORN_LATER, TOO_OLD, DATE_IN_FUTURE, DATE_IMPLAUSIBLE, AUTHORITY_UNKNOWN, AUTHORITY_REPLACED, NOT_FROM_ELSEWHERE, MOVE_ALREADY_NOTIFIED, ARRIVAL_ALREADY_RECORDED.',
    })
    @RequiresScopes('movements:write')
    recordArrival(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => RecordArrivalInput, { description: 'The arrival.' }) input: RecordArrivalInput,
    ) {
      return run(context, recordArrival, said(input));
    }

    @Mutation(() => MovementPayload, {
      nullable: true,
      description:
        "Says which NHS number a child has who was recorded without it. What is known already changes nothing. Codes: ID_INVALID, ID_TAKEN, NOT_YOUR_AUTHORITY, NHS_NUMBER_INVALID, MOVEMENT_UNKNOWN, CHILD_ADOPTED, and the procedure's own, as LINKED_TO_ANOTHER.",
    })
    @RequiresScopes('movements:write')
    linkChild(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => LinkChildInput, { description: 'The number.' }) input: LinkChildInput,
    ) {
      return run(context, linkChild, said(input));
    }
  }
  return MovementMutations;
}
