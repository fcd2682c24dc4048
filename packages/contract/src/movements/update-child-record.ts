import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { CategoryOfNeed } from './category-of-need';
import { ChildPlan } from './child-plan';
import { AllocatedTeamInput } from '../governance/allocated-team';

@InputType({ description: "What is changed of the caller's own record. What is left out stays; null takes it away." })
export class UpdateChildRecordInput {
  @Field(() => ID, { description: 'Id of the movement.' })
  movement!: string;

  @Field(() => ID, {
    nullable: true,
    description: "GSS code of the authority acted for; only a partnership's system names it.",
  })
  authority?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Where a child came from who arrived without a notice, now that it is known or was found wrong. What was said before is kept.',
  })
  origin?: string | null;

  @Field(() => AllocatedTeamInput, { nullable: true, description: 'The team that works with the child.' })
  team?: AllocatedTeamInput | null;

  @Field(() => ChildPlan, { nullable: true, description: 'The plan that the child is on.' })
  plan?: ChildPlan | null;

  @Field(() => DateScalar, { nullable: true, description: 'Since when: not after today, and at most 25 years ago.' })
  planSince?: string | null;

  @Field(() => CategoryOfNeed, { nullable: true, description: 'The main reason for which the child is worked with.' })
  categoryOfNeed?: CategoryOfNeed | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which the own work ended, once the movement has: not after today. Null opens it again.',
  })
  closedOn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it must stay hidden where the child lives: neither side shows the other its team. A step of the movement, where there is a notice.',
  })
  isShielded?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the child has been adopted: nothing links to the record.',
  })
  isAdopted?: boolean;
}
