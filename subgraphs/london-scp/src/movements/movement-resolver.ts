import { AccessRecord, Cost, ListSize, LocalAuthority, MovementSide, Paged, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { lastAccesses } from '../access/last-accesses';
import { localAuthorityByCode } from '../directory/directory-loaders';
import { ChildMovement } from './child-movement';
import type { ChildMovementRecord } from './child-movement-record';
import { ChildRecord, childRecords } from './child-record-family';
import { coveringPartnership } from './covering-partnership';
import { DueStepConnection } from './parties/due-step';
import { dueSteps } from './parties/due-steps';
import { MovementConnection } from './parties/movement-connection';
import { MovementFilter } from './parties/movement-filter';
import { partyMovement, partyMovementPage } from './parties/party-movements';
import { linksOfChild } from './responsibility/responsibility-loaders';

/** Notices of movement, for their parties. */
@Resolver(() => ChildMovement)
export class MovementResolver {
  @Query(() => MovementConnection, {
    nullable: true,
    description: 'Notices of children who move from or to the authority one acts for, latest notice first.',
  })
  @Paged()
  @RequiresScopes('movements:read')
  @Cost(100)
  movements(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
    @Arg('filter', () => MovementFilter, { nullable: true, description: 'Which; all where it is left out.' })
    filter?: MovementFilter | null,
  ) {
    return partyMovementPage(context, { first, after, filter });
  }

  @Query(() => ChildMovement, {
    nullable: true,
    description:
      'The notice with this id; null where there is none, or one is not a party to it. Under BREAK_GLASS, any notice.',
  })
  @RequiresScopes('movements:read')
  @Cost(20)
  movement(
    @Ctx() context: SubgraphContext,
    @Arg('id', () => ID, { description: 'Id of the movement, as `movement:01J…`.' }) id: string,
  ) {
    return partyMovement(context, id);
  }

  @Query(() => DueStepConnection, {
    nullable: true,
    description:
      'What is due to the authority one acts for, earliest first, and what is late before it: the steps of its movements that ' +
      'a time limit waits for, and answers to claims and to questions about arrivals. Answers that no rule limits come last, ' +
      'oldest first; a step that none limits is in `awaiting` of its movement.',
  })
  @Paged()
  @RequiresScopes('movements:read')
  @Cost(200)
  dueSteps(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
    @Arg('isOwn', () => Boolean, {
      defaultValue: false,
      description: 'True: those alone that the authority one acts for is to take.',
    })
    isOwn: boolean = false,
  ) {
    return dueSteps(context, { first, after, isOwn });
  }

  @FieldResolver(() => LocalAuthority, { nullable: true })
  origin(@Root() { originCode }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    return localAuthorityByCode(context, originCode);
  }

  @FieldResolver(() => LocalAuthority, { nullable: true })
  destination(@Root() { destinationCode }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    return localAuthorityByCode(context, destinationCode);
  }

  @FieldResolver(() => ChildRecord, {
    nullable: true,
    description: 'The record of the partnership that the child moves from; null where none of the directory covers it.',
  })
  @RequiresScopes('child-records:read')
  originRecord(@Root() { id, originCode }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    return recordAt(context, originCode, id, MovementSide.ORIGIN);
  }

  @FieldResolver(() => ChildRecord, {
    nullable: true,
    description: 'The record of the partnership that the child moves to; null where none of the directory covers it.',
  })
  @RequiresScopes('child-records:read')
  destinationRecord(@Root() { id, destinationCode }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    return recordAt(context, destinationCode, id, MovementSide.DESTINATION);
  }

  @FieldResolver(() => [AccessRecord], {
    nullable: true,
    description: 'Who last asked the London SCP for data of this child, latest first: for the teams responsible.',
  })
  @ListSize('first')
  @RequiresScopes('movements:read')
  async lastAccesses(
    @Root() { childPseudonym }: ChildMovementRecord,
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 20.' }) first: number,
  ) {
    const links = await linksOfChild(context).load(childPseudonym);
    return lastAccesses(context, [childPseudonym, ...links.map(({ pseudonym }) => pseudonym)], first);
  }
}

async function recordAt(context: SubgraphContext, gssCode: string, movementId: string, side: MovementSide) {
  const partnershipId = await coveringPartnership(context, gssCode);
  return partnershipId === null
    ? null
    : childRecords.referenceTo(partnershipId, `/${movementId}/${side.toLowerCase()}`);
}
