import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';

@ObjectType({ description: 'Where a child who arrived was said to come from, until that was put right.' })
@Directive('@shareable')
@RequiresScopes('child-records:read')
export class EarlierOrigin {
  @Field(() => ID, { description: 'The code that was said: `UNKNOWN` where nobody knew.' })
  origin!: string;

  @Field(() => DateTimeScalar, { description: 'Until when.' })
  until!: string;

  @Field(() => ID, { nullable: true, description: 'Stable id of who put it right; null where the notice did.' })
  person!: string | null;
}
