import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { Agency } from '../governance/agency';

@ObjectType({
  description: 'How often an agency was at the meetings of a body, of those with a record of who came (TRI-44).',
})
@Directive('@shareable')
@RequiresScopes('governance:read')
export class AttendanceRate {
  @Field(() => Agency, { description: 'The agency, which has a seat on the body.' })
  agency!: Agency;

  @Field(() => String, { description: 'Id of the body.' })
  bodyId!: string;

  @Field(() => Int, { description: 'How many meetings it could have been at.' })
  meetings!: number;

  @Field(() => Int, { description: 'At how many somebody came for it, in any capacity.' })
  attended!: number;

  @Field(() => Int, {
    description: 'At how many it was represented: a delegate without authority, or an observer, is not enough.',
  })
  represented!: number;
}
