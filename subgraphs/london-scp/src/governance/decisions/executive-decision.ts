import { DateScalar, ListSize, Pence, RequiresScopes, Sector, Synthetic } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { DecisionKind } from './decision-kind';
import { SignOff } from './sign-off';

/** A decision of the London SCP's Executive: agreed there, and final when the three sectors signed it off (LON-28). */
@ObjectType({ description: "A decision of the London SCP's Executive, final when the three sectors signed it off." })
@RequiresScopes('decisions:read')
export class ExecutiveDecision extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'Reference under which the Executive records it.' })
  reference!: string;

  @Field(() => String, { description: 'What was decided.' })
  title!: string;

  @Field(() => DecisionKind, { description: 'What it is about.' })
  kind!: DecisionKind;

  @Field(() => DateScalar, { description: 'The day the Executive agreed it.' })
  decidedOn!: string;

  @Field(() => Pence, { nullable: true, description: 'The sum agreed, for a funding decision that states one.' })
  amountPence!: number | null;

  @Field(() => [SignOff], { description: 'Which sectors signed it off, the earliest first.' })
  @ListSize(3)
  signOffs!: SignOff[];

  @Field(() => [Sector], { description: 'Which of the three sectors have not signed it off.' })
  @ListSize(3)
  awaitedSectors!: Sector[];

  @Field(() => Boolean, { description: 'Whether all three sectors signed it off: nothing rests on it before.' })
  isFinal!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the last sign-off; null until it is final.' })
  finalOn!: string | null;
}
