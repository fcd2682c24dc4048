import { ContributionKind, ContributionTarget, DateScalar, FinancialYear, Pence, Sector } from '@hub/contract';
import { Field, ID, InputType } from 'type-graphql';

/** An agency to invite (LON-31). */
@InputType({ description: 'An invitation to an agency to contribute (LON-31).' })
export class InviteContributionInput {
  @Field(() => String, { description: 'Reference under which it will be paid; the same again changes nothing.' })
  reference!: string;

  @Field(() => FinancialYear, { description: 'The financial year, which must be open.' })
  financialYear!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the partnership of the agency; none for a member organisation of the London SCP itself, as MOPAC.',
  })
  partnershipId?: string | null;

  @Field(() => ID, {
    description:
      'Id of an agency of the partnership, or of the London SCP: its `Agency.id`, or the last part of it, as `nel-ccg`.',
  })
  agencyId!: string;

  @Field(() => Sector, { description: 'Sector of the agency.' })
  sector!: Sector;

  @Field(() => ContributionTarget, { description: 'The pooled budget or a London project.' })
  target!: ContributionTarget;

  @Field(() => String, { nullable: true, description: 'The project; only where the target is one.' })
  project?: string | null;

  @Field(() => ContributionKind, { description: 'Money or in kind.' })
  kind!: ContributionKind;

  @Field(() => DateScalar, { description: 'The day of the invitation.' })
  invitedOn!: string;
}

/** What an agency answered. */
@InputType({ description: 'The answer of an agency to an invitation.' })
export class RecordPledgeInput {
  @Field(() => String, { description: 'Reference of the invitation.' })
  reference!: string;

  @Field(() => Pence, { description: 'Pledged, from 0: zero is an answer.' })
  pledgedPence!: number;
}

/** What London Councils received (LON-32). */
@InputType({ description: 'What London Councils received on an invitation (LON-32).' })
export class RecordReceiptInput {
  @Field(() => String, { description: 'Reference of the invitation; the same receipt again changes nothing.' })
  reference!: string;

  @Field(() => Pence, { description: 'Received, above 0.' })
  receivedPence!: number;

  @Field(() => DateScalar, { description: 'The day it was received.' })
  receivedOn!: string;
}
