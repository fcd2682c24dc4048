import { connectionOf, DateScalar, DateTimeScalar, RequiresScopes, type ClockRule } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { clockOf, MovementClock } from '../timeline/movement-clock';
import type { ArrivalQuestionRecord, ChildArrivalRecord } from './arrival-records';
import { clockOfQuestion } from './clock-of-question';

/** An arrival, as far as a question about it shows it. */
export type AskingArrival = Pick<ChildArrivalRecord, 'childPseudonym' | 'destinationCode' | 'arrivedOn'>;

@ObjectType({
  description:
    'A question of one authority to another: whether it knows a child who arrived without a notice. It changes nothing of who is responsible.',
})
@RequiresScopes('movements:read')
export class ArrivalQuestion {
  @Field(() => ID, { description: 'Id of the question, as `movement:01J…/E09000022`.' })
  id!: string;

  @Field(() => ID, { description: "Id of the arrival: that of the asking authority's own record." })
  arrival!: string;

  @Field(() => ID, { description: 'Pseudonym of the child, as `p1:1:…`. It stands in records of access.' })
  childPseudonym!: string;

  @Field(() => ID, { description: 'GSS code of the authority in whose area the child arrived, which asks.' })
  asking!: string;

  @Field(() => ID, { description: 'GSS code of the authority that is to answer; `ABROAD:FR` of another country.' })
  asked!: string;

  @Field(() => Boolean, {
    description: 'Whether the child is said to come from there; false where it is asked since it is responsible.',
  })
  isNamed!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the hub brings it the question; false of one outside the hub, which is to be asked by hand.',
  })
  isToldByHub!: boolean;

  @Field(() => DateScalar, { description: 'The day on which the child arrived.' })
  arrivedOn!: string;

  @Field(() => DateTimeScalar, { description: 'Since when the hub asks it.' })
  since!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the child is known there: then it is to notify. Null until it is answered.',
  })
  isKnown!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What was said with the answer; null where nothing was.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last answered; null until it is.' })
  answeredAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the answer is known by, where whoever asks recorded it for an authority outside the hub; null of any other.',
  })
  evidence!: string | null;

  @Field(() => MovementClock, { description: 'Until when it is to be answered.' })
  clock!: MovementClock;
}

/** Pages of them, oldest first. */
export const ArrivalQuestionConnection = connectionOf('ArrivalQuestion', ArrivalQuestion);

/** A question as the graph shows it. @param partnershipOf - of the directory */
export function questionOf(
  { arrivalId, asked, isNamed, since, isKnown, reason, answeredAt, evidence, ...stored }: ArrivalQuestionRecord,
  { childPseudonym, destinationCode: asking, arrivedOn }: AskingArrival,
  { rules, partnershipOf }: { rules: readonly ClockRule[]; partnershipOf: (gssCode: string) => string | null },
): ArrivalQuestion {
  return Object.assign(new ArrivalQuestion(), {
    ...{ id: `${arrivalId}/${asked}`, arrival: arrivalId, childPseudonym, asking, asked, isNamed, arrivedOn, since },
    ...{ isToldByHub: partnershipOf(asked) !== null, isKnown, reason, answeredAt, evidence },
    clock: clockOf(clockOfQuestion({ since, ...stored }, rules, new Date())),
  });
}
