import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';

@ObjectType({ description: 'A lay member in a term of office. Who it is stays with the partnership.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class LayMember extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => DateScalar, { description: 'The day of appointment to the present term.' })
  appointedOn!: string;

  @Field(() => DateScalar, { description: "The day the present term ends, by the partnership's own rule." })
  termEndsOn!: string;

  @Field(() => Boolean, { description: 'Whether the present term renews an earlier one.' })
  isRenewed!: boolean;
}
