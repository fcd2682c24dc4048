import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';

/** That a person has seen to a step which the hub refused: it stays refused, and is on nobody's list any more. */
@ObjectType({ description: 'That a person has seen to a step which the hub refused, and what they found.' })
@Directive('@shareable')
@RequiresScopes('movements:read', 'movements:write')
export class RefusedStepSettlement {
  @Field(() => ID, { description: 'Stable id of the person who settled it.' })
  settledBy!: string;

  @Field(() => DateTimeScalar, { description: 'When they did.' })
  settledAt!: string;

  @Field(() => String, { description: 'What they found, and what was done instead.' })
  note!: string;
}
