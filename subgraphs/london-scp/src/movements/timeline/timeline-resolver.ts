import {
  awaitedStepOf,
  awaitedSteps,
  AwaitedMovementStep,
  DateScalar,
  DateTimeScalar,
  holderOf,
  isOfReference,
  ListSize,
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
  outsidePartyOf,
  responsibleAt,
  shieldingSides,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { coverages } from '../../directory/directory-loaders';
import { procedureRules } from '../../procedures/procedure-loaders';
import { ChildMovement } from '../child-movement';
import type { ChildMovementRecord } from '../child-movement-record';
import { coveringToday } from '../../directory/covering-today';
import { childKnownAs, responsibilityOfChild } from '../responsibility/responsibility-loaders';
import { clocksNow } from '../store/rows-of-movement';
import { escalationsOfMovement, movementHistory } from './history-loaders';
import { clockOf, MovementClock } from './movement-clock';
import { MovementEscalation } from './movement-escalation';
import { MovementPlacement, placementOf } from './movement-placement';
import { MovementSibling } from './movement-sibling';
import { MovementStep, stepOf } from './movement-step';
import { ResponsibilityPeriod } from './responsibility-period';

/** What happened to a movement, and who answered for it when: what follows from its history, read once a request. */
@Resolver(() => ChildMovement)
export class TimelineResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the child is known by a local reference alone, since there is no NHS number: ask who it is.',
  })
  isUnnumbered(@Root() { childPseudonym }: ChildMovementRecord) {
    return isOfReference(childPseudonym);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'Of a child who was unborn: the day on which the birth was expected, as the notice says.',
  })
  async expectedOn(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    return (await movementHistory(context).load(id))?.notice.expectedOn ?? null;
  }

  @FieldResolver(() => [MovementSibling], {
    nullable: true,
    description: 'Brothers and sisters of the child, as the notice names them: those who move together first.',
  })
  @ListSize(3)
  async siblings(@Root() { id, siblings }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const apart = (await movementHistory(context).load(id))?.notice.siblingsApart ?? [];
    return Promise.all(
      [...siblings, ...apart].map(async (named, place) => {
        const childPseudonym = await childKnownAs(context).load(named);
        return Object.assign(new MovementSibling(), { childPseudonym, movesTogether: place < siblings.length });
      }),
    );
  }

  @FieldResolver(() => MovementPlacement, {
    nullable: true,
    description: 'The placement; null where the child is not looked after.',
  })
  placement(@Root() movement: ChildMovementRecord) {
    return placementOf(movement);
  }

  @FieldResolver(() => MovementNotice, { nullable: true, description: 'What its notice says, as amended since.' })
  async notice(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const movement = await movementHistory(context).load(id);
    return movement && noticeOf(movement);
  }

  @FieldResolver(() => [MovementSide], {
    nullable: true,
    description:
      'The sides that shield the child: while there is one, it must stay hidden where the child lives, and neither side shows ' +
      'the other its team.',
  })
  @ListSize(1)
  async shieldedBy(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const movement = await movementHistory(context).load(id);
    return movement && shieldingSides(movement);
  }

  @FieldResolver(() => MovementConference, {
    nullable: true,
    description: 'The transfer-in conference; null while none is booked or held.',
  })
  async conference(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const movement = await movementHistory(context).load(id);
    return movement && movementConferenceOf(movement);
  }

  @FieldResolver(() => [MovementOrganisation], {
    nullable: true,
    description: 'Whom each side tells of the move beside the other, and who has said that they know.',
  })
  @ListSize(4)
  async organisations(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const movement = await movementHistory(context).load(id);
    return movement ? movementOrganisationsOf(movement) : [];
  }

  @FieldResolver(() => [MovementNextStep], {
    nullable: true,
    description: 'The steps that either side may take now.',
  })
  @ListSize(8)
  async nextSteps(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const movement = await movementHistory(context).load(id);
    return movement ? nextSteps(movement).map(nextStepOf) : [];
  }

  @FieldResolver(() => [AwaitedMovementStep], {
    nullable: true,
    description: 'What it waits for, of whom, and until when: what is due first comes first. None once it has ended.',
  })
  @ListSize(3)
  async awaiting(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const [movement, rules] = await Promise.all([movementHistory(context).load(id), procedureRules(context)]);
    if (!movement) return [];
    const awaited = awaitedSteps(movement, clocksNow(movement, rules, new Date()));
    return awaited.map((step) => awaitedStepOf(movement, step));
  }

  @FieldResolver(() => [MovementStep], {
    nullable: true,
    description: 'Every step, in the order in which the hub recorded them.',
  })
  @ListSize(8)
  async timeline(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const movement = await movementHistory(context).load(id);
    return movement?.history.map((_, position) => stepOf(movement, position)) ?? [];
  }

  @FieldResolver(() => [MovementClock], {
    nullable: true,
    description: 'Every time limit that the procedures set for such a movement, as it stands now.',
  })
  @ListSize(3)
  async clocks(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    // From the history and not from the rows, which say how a clock stood when the movement last came on.
    const [movement, rules] = await Promise.all([movementHistory(context).load(id), procedureRules(context)]);
    return movement ? clocksNow(movement, rules, new Date()).map(clockOf) : [];
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'GSS code of the authority that is responsible for the child now, by this movement or another.',
  })
  async responsible(@Root() { childPseudonym }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const chain = await responsibilityOfChild(context).load(childPseudonym);
    return chain && holderOf(chain);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'GSS code of the authority on whose word alone that one is responsible, since it is outside the hub; else null.',
  })
  async responsibleOnWordOf(@Root() { childPseudonym }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const chain = await responsibilityOfChild(context).load(childPseudonym);
    return chain?.periods.at(-1)?.onWordOf ?? null;
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'GSS code of the authority that was responsible for the child at an instant; null before any notice. On whose word, ' +
      '`responsibility` says.',
  })
  async responsibleAt(
    @Root() { childPseudonym }: ChildMovementRecord,
    @Ctx() context: SubgraphContext,
    @Arg('at', () => DateTimeScalar, { description: 'The instant asked about.' }) at: string,
  ) {
    const chain = await responsibilityOfChild(context).load(childPseudonym);
    return chain && responsibleAt(chain.periods, at);
  }

  @FieldResolver(() => [ResponsibilityPeriod], {
    nullable: true,
    description:
      'Who was responsible for the child since the notice, by this movement or another, without gap and overlap.',
  })
  @ListSize(2)
  async responsibility(@Root() { childPseudonym, notifiedAt }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const chain = await responsibilityOfChild(context).load(childPseudonym);
    return chain?.periods
      .filter(({ until }) => until === null || Date.parse(until) > Date.parse(notifiedAt))
      .map(({ authority, from, until, onWordOf }) =>
        Object.assign(new ResponsibilityPeriod(), { authority, from, until, onWordOf }),
      );
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'When a person of the destination first took a step, and so had read the notice; null while its system alone has it.',
  })
  async readAt(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    return (await movementHistory(context).load(id))?.read?.at ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The role of that person, as `duty-team`; null while nobody has read it.',
  })
  async readByRole(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    return (await movementHistory(context).load(id))?.read?.role ?? null;
  }

  @FieldResolver(() => OutsideParty, {
    nullable: true,
    description: 'The side that is outside the hub, and what it has to be sent by hand; null where both are in it.',
  })
  async outside(@Root() { id, originCode, destinationCode }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    const [movement, all] = await Promise.all([movementHistory(context).load(id), coverages(context)]);
    const isOutside = (code: string) => coveringToday(all)(code) === null;
    const { ORIGIN, DESTINATION } = MovementSide;
    const side = isOutside(destinationCode) ? DESTINATION : isOutside(originCode) ? ORIGIN : null;
    if (side === null) return null;
    const events = movement?.history.map(({ event }) => event) ?? [];
    return outsidePartyOf(side, side === ORIGIN ? originCode : destinationCode, events);
  }

  @FieldResolver(() => [MovementEscalation], {
    nullable: true,
    description: 'Time limits that passed and that the hub took further, earliest first.',
  })
  @ListSize(2)
  async escalations(@Root() { id }: ChildMovementRecord, @Ctx() context: SubgraphContext) {
    return (await escalationsOfMovement(context).load(id)).map((row) => Object.assign(new MovementEscalation(), row));
  }
}
