import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { Body } from './body';
import { Seat } from './seat';

/** LAM-08. Derived from the seats of the document and the appointments in force. */
@ObjectType({ description: 'A seat of which fewer places are filled than the document states, or none.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class Vacancy {
  @Field(() => Body, { description: 'The body.' })
  body!: Body;

  @Field(() => Seat, { description: 'The seat.' })
  seat!: Seat;

  @Field(() => Int, { description: 'How many of its places are filled.' })
  filled!: number;
}
