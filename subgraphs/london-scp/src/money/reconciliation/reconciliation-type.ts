import { ListSize, Pence, RequiresScopes } from '@hub/contract';
import { Field, Int, ObjectType } from 'type-graphql';
import { Coverage } from '../../directory/coverage';
import { DIRECTORY_SIZE } from '../../directory/directory-size';
import { AgencyReconciliation } from './agency-reconciliation';
import { ReconciliationDifference } from './reconciliation-difference';

/**
 * What each partnership says it paid to London, set against what London Councils received. Money
 * only: what is given in kind is not received by anybody's bank.
 */
@ObjectType({
  description:
    'What each partnership says it paid to London, set against what London Councils received. Money only, not in kind.',
})
@RequiresScopes('budget:read')
export class Reconciliation {
  @Field(() => Coverage, { description: 'The partnerships whose books were compared, and those that did not answer.' })
  coverage!: Coverage;

  @Field(() => Int, {
    description: 'Payments that agree with a receipt in amount, date and target, of the partnerships that answered.',
  })
  matched!: number;

  @Field(() => [ReconciliationDifference], {
    description: 'Every difference with the partnerships that answered, by partnership and reference.',
  })
  @ListSize(3 * DIRECTORY_SIZE)
  differences!: ReconciliationDifference[];

  @Field(() => [AgencyReconciliation], {
    description: 'Both books added up by agency and project, of the partnerships that answered.',
  })
  @ListSize(5 * DIRECTORY_SIZE)
  byAgency!: AgencyReconciliation[];

  @Field(() => Pence, {
    nullable: true,
    description: 'Paid by all partnerships; null unless every one of the directory answered.',
  })
  paidPence!: number | null;

  @Field(() => Pence, { description: 'Received by London Councils, from all partnerships.' })
  receivedPence!: number;

  @Field(() => Pence, {
    description:
      'The part of the receipts that was not compared: from partnerships that did not answer or keep no ledger in the hub, and from members of the London SCP itself.',
  })
  notComparedPence!: number;

  @Field(() => Int, { description: 'Days that may lie between a payment and its receipt.' })
  dateToleranceDays!: number;
}
