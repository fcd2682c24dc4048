import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { Agency } from '../governance/agency';

@ObjectType({ description: 'How far training of one financial year reached an agency.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class TrainingReach {
  @Field(() => Agency, { description: 'The agency.' })
  agency!: Agency;

  @Field(() => Int, { description: 'How many courses its staff attended.' })
  courses!: number;

  @Field(() => Int, { description: 'How many of its staff attended, each course counted.' })
  attended!: number;

  @Field(() => Boolean, { description: 'Whether any of it is demonstration data.' })
  isSynthetic!: boolean;
}
