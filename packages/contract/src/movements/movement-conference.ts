import { Field, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ConferenceOutcome } from './conference-outcome';
import { conferenceOf } from './rules/conference-of';
import type { Movement } from './rules/movement';

@ObjectType({ description: 'The transfer-in conference of a movement.' })
@RequiresScopes('movements:read')
export class MovementConference {
  @Field(() => DateScalar, { nullable: true, description: 'The day for which it was last booked.' })
  bookedFor!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was held; null until then.' })
  heldAt!: string | null;

  @Field(() => ConferenceOutcome, {
    nullable: true,
    description: 'What it decided; null until it was held, and where that was not said.',
  })
  outcome!: ConferenceOutcome | null;
}

/** The conference of a movement as the graph shows it. */
export function movementConferenceOf(movement: Movement): MovementConference | null {
  const conference = conferenceOf(movement);
  return conference && Object.assign(new MovementConference(), conference);
}
