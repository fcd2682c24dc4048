import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';

/** The team that works with a child: whom to ring, never the child's own details. */
@ObjectType({ description: 'The team that works with a child, and how to reach it.' })
@Directive('@shareable')
@RequiresScopes('child-records:read')
export class AllocatedTeam {
  @Field(() => String, { description: 'Name of the team.' })
  name!: string;

  @Field(() => String, { description: 'Telephone number or address of the team.' })
  contact!: string;
}

@InputType({ description: 'The team that works with a child, and how to reach it.' })
export class AllocatedTeamInput {
  @Field(() => String, { description: 'Name of the team: 1 to 200 characters.' })
  name!: string;

  @Field(() => String, {
    description: 'Telephone number or address of the team, never of the child: 1 to 200 characters.',
  })
  contact!: string;
}
