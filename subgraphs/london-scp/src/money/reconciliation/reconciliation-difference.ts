import { DateScalar, Pence, RequiresScopes } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalPartnership } from '../../directory/local-partnership';
import { DifferenceKind } from './difference-kind';

/** One difference between a partnership's books and those of London Councils. */
@ObjectType({ description: "A difference between a partnership's books and those of London Councils." })
@RequiresScopes('budget:read')
export class ReconciliationDifference {
  @Field(() => DifferenceKind, { description: 'How they differ.' })
  kind!: DifferenceKind;

  @Field(() => LocalPartnership, { nullable: true, description: 'The partnership of the agency.' })
  partnership!: LocalPartnership | null;

  @Field(() => ID, { description: 'Id of the agency, as `havering:agency:nel-ccg`.' })
  agencyId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The project: as the partnership has it, else as London Councils has it; null for the pool.',
  })
  project!: string | null;

  @Field(() => String, { description: 'Reference of the payment or receipt.' })
  reference!: string;

  @Field(() => Pence, { nullable: true, description: 'Paid, by the partnership; null where it records no payment.' })
  paidPence!: number | null;

  @Field(() => Pence, { nullable: true, description: 'Received, by London Councils; null where it records none.' })
  receivedPence!: number | null;

  @Field(() => Pence, {
    description: 'Received less paid; 0 for a difference of DATE or TARGET alone, so that differences add up.',
  })
  differencePence!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The day of payment, by the partnership.' })
  paidOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of receipt, by London Councils.' })
  receivedOn!: string | null;
}
