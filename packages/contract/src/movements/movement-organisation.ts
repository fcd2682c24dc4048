import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { MovementSide } from './movement-side';
import { OrganisationKind } from './organisation-kind';
import type { Movement } from './rules/movement';
import { organisationsOf } from './rules/organisations-of';

@ObjectType({ description: 'An organisation that one side has to tell of the move, or has told.' })
@RequiresScopes('movements:read')
export class MovementOrganisation {
  @Field(() => OrganisationKind, { description: 'Which kind it is of.' })
  kind!: OrganisationKind;

  @Field(() => MovementSide, { description: 'The side that tells it.' })
  side!: MovementSide;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last told; null while it was not.' })
  toldAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it then said that it knows; null until then.' })
  acknowledgedAt!: string | null;
}

/** Whom each side tells beside the other, as the graph shows it. */
export function movementOrganisationsOf(movement: Movement): MovementOrganisation[] {
  return organisationsOf(movement).map((organisation) => Object.assign(new MovementOrganisation(), organisation));
}
