import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, FinancialYear, Pence } from '@hub/scalars';
import { ContributionKind } from './contribution-kind';
import { ContributionTarget } from './contribution-target';

/** What a partnership records of a contribution of one of its agencies. */
@InputType({ description: 'A contribution of an agency, for the ledger of its partnership.' })
export class RecordContributionInput {
  @Field(() => String, { description: 'Reference under which it is paid; recording the same again changes nothing.' })
  reference!: string;

  @Field(() => FinancialYear, { description: 'The financial year it belongs to.' })
  financialYear!: string;

  @Field(() => ID, {
    description: 'Id of an agency of the partnership: its `Agency.id`, or the last part of it, as `nel-ccg`.',
  })
  agencyId!: string;

  @Field(() => ContributionTarget, { description: 'What it is for.' })
  target!: ContributionTarget;

  @Field(() => String, { nullable: true, description: 'The London SCP project; only where the target is one.' })
  project?: string | null;

  @Field(() => ContributionKind, { description: 'Money or in kind.' })
  kind!: ContributionKind;

  @Field(() => Pence, { nullable: true, description: 'Pledged, from 0; null where no pledge was made.' })
  pledgedPence?: number | null;

  @Field(() => Pence, { nullable: true, description: 'Paid, or given in kind, from 0; null where nothing was yet.' })
  paidPence?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was paid; required with a payment.' })
  paidOn?: string | null;
}
