import {
  ContributionInstalments,
  ContributionKind,
  ContributionTarget,
  DateScalar,
  Pence,
  RequiresScopes,
  Sector,
  Synthetic,
} from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalPartnership } from '../directory/local-partnership';

/**
 * One agency's contribution to the London SCP, in the books of London Councils (LON-31, LON-32).
 * What the agency's own partnership says it paid stands in that partnership's ledger.
 */
@ObjectType({ description: "An agency's contribution to the London SCP, in the books of London Councils." })
@RequiresScopes('budget:read')
export class PooledContribution extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'Reference under which it was invited and is paid.' })
  reference!: string;

  @Field(() => LocalPartnership, {
    nullable: true,
    description: 'The partnership of the agency; null for a member organisation of the London SCP itself.',
  })
  partnership!: LocalPartnership | null;

  @Field(() => ID, { description: 'Id of the agency, as `havering:agency:nel-ccg`.' })
  agencyId!: string;

  @Field(() => Sector, { description: 'Sector of the agency.' })
  sector!: Sector;

  @Field(() => ContributionTarget, { description: 'Whether it is for the pooled budget or a project.' })
  target!: ContributionTarget;

  @Field(() => String, { nullable: true, description: 'The project, if it is for one.' })
  project!: string | null;

  @Field(() => ContributionKind, { description: 'Money or in kind.' })
  kind!: ContributionKind;

  @Field(() => DateScalar, { description: 'The day the agency was invited to contribute.' })
  invitedOn!: string;

  @Field(() => Pence, { nullable: true, description: 'Pledged; null where no answer was given. Zero is an answer.' })
  pledgedPence!: number | null;

  @Field(() => Pence, { nullable: true, description: 'Received, or taken up in kind; null where nothing was.' })
  receivedPence!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was received; of instalments, the last was.' })
  receivedOn!: string | null;

  @Field(() => ContributionInstalments, { nullable: true, description: 'Its instalments; null where it has none.' })
  instalments!: ContributionInstalments | null;
}
