import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { Agency } from '../governance/agency';
import { Synthetic } from '../recording/synthetic';

@ObjectType({ description: 'How many an agency sent to a course.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class TrainingAttendance extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => Agency, { description: 'The agency.' })
  agency!: Agency;

  @Field(() => Int, { description: 'How many of its staff attended.' })
  attended!: number;
}
