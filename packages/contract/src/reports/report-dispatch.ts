import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';

@ObjectType({ description: 'That a copy of a report went to one who must have it, or was published there.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class ReportDispatch extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'To whom, by the `part` of `reportRequirements { recipients }`.' })
  recipient!: string;

  @Field(() => DateScalar, { description: 'The day it was sent.' })
  sentOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day for it; null where the document states none.' })
  dueOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it went in time; null where no time is stated.' })
  isInTime!: boolean | null;
}
