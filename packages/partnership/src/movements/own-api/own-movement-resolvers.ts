import {
  AwaitedMovementStep,
  awaitedStepOf,
  awaitedSteps,
  ChildRecord,
  ChildRecordStatus,
  clocksOf,
  Cost,
  DateTimeScalar,
  MovementConference,
  movementConferenceOf,
  MovementNextStep,
  MovementNotice,
  MovementOrganisation,
  movementOrganisationsOf,
  MovementSide,
  nextStepOf,
  nextSteps,
  noticeOf,
  OutsideParty,
  Paged,
  RequiresScopes,
  shieldingSides,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { childRecordFromId } from '../child-records/child-record-type';
import type { PartnershipSide } from '../mutations/partnership-side';
import { OwnMovement, OwnMovementConnection } from './own-movement';
import { ownMovement, ownMovementPage } from './own-movements';
import { OwnMovementStep, OwnMovementStepConnection } from './own-movement-step';
import { inboxPage, stepsOfMovements } from './own-steps';
import { movementsAtHome } from '../store/movement-of';
import { outsideAtHome } from './outside-at-home';

/** Makes what a partnership's own people and system read of children who move, from what the partnership itself has. */
export function ownMovementResolvers({ id: partnershipId, covers, recordType }: PartnershipSide): Function[] {
  const recordOf = (id: string, context: SubgraphContext) => childRecordFromId(recordType, partnershipId, id, context);

  @Resolver()
  class OwnMovementQueries {
    @Query(() => OwnMovementConnection, {
      nullable: true,
      description:
        "Movements of one's own authority, latest notice first; to the partnership's system, of all that it covers.",
    })
    @Paged()
    @Cost(200)
    @RequiresScopes('movements:read')
    movements(
      @Ctx() context: SubgraphContext,
      @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
      @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
      after?: string | null,
      @Arg('status', () => ChildRecordStatus, { nullable: true, description: 'How the own record stands.' })
      status?: ChildRecordStatus | null,
    ) {
      return ownMovementPage(context, status ?? null, first, after);
    }

    @Query(() => OwnMovement, {
      nullable: true,
      description: "One of them; null for another's as for one that is not there.",
    })
    @Cost(100)
    @RequiresScopes('movements:read')
    movement(@Ctx() context: SubgraphContext, @Arg('id', () => ID, { description: 'Id of the movement.' }) id: string) {
      return ownMovement(context, id);
    }

    @Query(() => OwnMovementStepConnection, {
      nullable: true,
      description: "What the hub has recorded of one's own movements and this partnership has fetched, latest first.",
    })
    @Paged()
    @Cost(200)
    @RequiresScopes('movements:read')
    inbox(
      @Ctx() context: SubgraphContext,
      @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
      @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
      after?: string | null,
    ) {
      return inboxPage(context, first, after);
    }

    @Query(() => ChildRecord, {
      nullable: true,
      description: 'A record of this partnership by its id; null where it is not for the caller.',
    })
    @Cost(100)
    @RequiresScopes('child-records:read')
    childRecord(
      @Ctx() context: SubgraphContext,
      @Arg('id', () => ID, { description: 'Global id, as `lambeth/movement:01J…/origin`.' }) id: string,
    ) {
      return recordOf(id, context);
    }
  }

  @Resolver(() => OwnMovement)
  class OwnMovementResolver {
    @FieldResolver(() => [OwnMovementStep], { nullable: true })
    steps(@Root() { id }: OwnMovement, @Ctx() context: SubgraphContext) {
      return stepsOfMovements(context).load(id);
    }

    @FieldResolver(() => MovementNotice, { nullable: true })
    async notice(@Root() { id }: OwnMovement, @Ctx() context: SubgraphContext) {
      const { movement = null } = (await movementsAtHome(context).load(id)) ?? {};
      return movement && noticeOf(movement);
    }

    @FieldResolver(() => [MovementSide], { nullable: true })
    async shieldedBy(@Root() { id }: OwnMovement, @Ctx() context: SubgraphContext) {
      const { movement = null } = (await movementsAtHome(context).load(id)) ?? {};
      return movement ? shieldingSides(movement) : null;
    }

    @FieldResolver(() => MovementConference, { nullable: true })
    async conference(@Root() { id }: OwnMovement, @Ctx() context: SubgraphContext) {
      const { movement = null } = (await movementsAtHome(context).load(id)) ?? {};
      return movement && movementConferenceOf(movement);
    }

    @FieldResolver(() => [MovementOrganisation], { nullable: true })
    async organisations(@Root() { id }: OwnMovement, @Ctx() context: SubgraphContext) {
      const { movement = null } = (await movementsAtHome(context).load(id)) ?? {};
      return movement ? movementOrganisationsOf(movement) : [];
    }

    @FieldResolver(() => [MovementNextStep], { nullable: true })
    async nextSteps(@Root() { id }: OwnMovement, @Ctx() context: SubgraphContext) {
      const { movement = null } = (await movementsAtHome(context).load(id)) ?? {};
      return movement ? nextSteps(movement).map(nextStepOf) : [];
    }

    @FieldResolver(() => [AwaitedMovementStep], { nullable: true })
    async awaiting(@Root() { id }: OwnMovement, @Ctx() context: SubgraphContext) {
      const { movement = null } = (await movementsAtHome(context).load(id)) ?? {};
      if (movement === null) return [];
      // A day that was agreed needs no rule.
      const steps = awaitedSteps(movement, clocksOf(movement, [], new Date()));
      return steps.map((step) => awaitedStepOf(movement, step));
    }

    @FieldResolver(() => DateTimeScalar, { nullable: true })
    async acknowledgedAt(@Root() { id }: OwnMovement, @Ctx() context: SubgraphContext) {
      return (await movementsAtHome(context).load(id))?.movement?.acknowledgedAt ?? null;
    }

    @FieldResolver(() => DateTimeScalar, { nullable: true })
    async readAt(@Root() { id }: OwnMovement, @Ctx() context: SubgraphContext) {
      return (await movementsAtHome(context).load(id))?.movement?.read?.at ?? null;
    }

    @FieldResolver(() => String, { nullable: true })
    async readByRole(@Root() { id }: OwnMovement, @Ctx() context: SubgraphContext) {
      return (await movementsAtHome(context).load(id))?.movement?.read?.role ?? null;
    }

    @FieldResolver(() => OutsideParty, { nullable: true })
    async outside(@Root() movement: OwnMovement, @Ctx() context: SubgraphContext) {
      const stored = await movementsAtHome(context).load(movement.id);
      return outsideAtHome(movement, stored ?? { movement: null, recorded: 0 }, covers);
    }

    @FieldResolver(() => ChildRecord, { nullable: true })
    record(@Root() { id, ownSide }: OwnMovement, @Ctx() context: SubgraphContext) {
      return ownSide && recordOf(`${partnershipId}/${id}/${ownSide.toLowerCase()}`, context);
    }
  }
  return [OwnMovementQueries, OwnMovementResolver];
}
