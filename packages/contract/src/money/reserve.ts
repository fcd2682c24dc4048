import { Directive, Field, ObjectType } from 'type-graphql';
import { Pence } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { LocalAuthority } from '../directory/local-authority';
import { ReviewCharge } from './review-charge';
import { Synthetic } from '../recording/synthetic';

/** TRI-55. */
@ObjectType({
  description: 'What a local authority holds in reserve for its partnership; practice reviews are paid from it.',
})
@Directive('@shareable')
@RequiresScopes('budget:read')
export class Reserve extends Synthetic {
  @Field(() => LocalAuthority, { nullable: true, description: 'The local authority that holds it.' })
  localAuthority!: LocalAuthority | null;

  @Field(() => Pence, { description: 'Held before any charge.' })
  openingPence!: number;

  @Field(() => [ReviewCharge], { description: 'Practice reviews charged to it, by day.' })
  @ListSize(3)
  charges!: ReviewCharge[];

  @Field(() => Pence, { description: 'What is left: opening less charges.' })
  balancePence!: number;
}
