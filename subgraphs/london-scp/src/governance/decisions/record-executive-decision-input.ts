import { DateScalar, Pence } from '@hub/contract';
import { Field, InputType } from 'type-graphql';
import { DecisionKind } from './decision-kind';

/** A decision to record. */
@InputType({ description: 'A decision of the Executive to record.' })
export class RecordExecutiveDecisionInput {
  @Field(() => String, { description: 'Reference under which the Executive records it, which no other decision has.' })
  reference!: string;

  @Field(() => String, { description: 'What was decided.' })
  title!: string;

  @Field(() => DecisionKind, { description: 'What it is about.' })
  kind!: DecisionKind;

  @Field(() => DateScalar, { description: 'The day the Executive agreed it.' })
  decidedOn!: string;

  @Field(() => Pence, { nullable: true, description: 'The sum agreed, for a funding decision that states one.' })
  amountPence?: number | null;
}
