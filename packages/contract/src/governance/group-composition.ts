import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Sourced } from '../recording/sourced';
import { Body } from './body';
import { ChairAppointment } from './chair-appointment';

/** TRI-14. A document may state it twice, and otherwise: each stands by itself, and neither is chosen. */
@ObjectType({ description: 'Who makes up a group by a passage of the document, by reason of other offices.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class GroupComposition extends Sourced {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => Body, { description: 'The group.' })
  body!: Body;

  @Field(() => String, { description: 'The passage.' })
  statement!: string;

  @Field(() => [ChairAppointment], { description: 'Who belonged to it by that, on the day asked about.' })
  @ListSize(10)
  members!: ChairAppointment[];
}
