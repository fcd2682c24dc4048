import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, FinancialYear, Pence } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ContributionInstalments } from './contribution-instalments';
import { ContributionKind } from './contribution-kind';
import { ContributionTarget } from './contribution-target';
import { Agency } from '../governance/agency';
import { Synthetic } from '../recording/synthetic';

@ObjectType({ description: "An agency's contribution in a financial year, as the partnership's own ledger holds it." })
@Directive('@shareable')
@RequiresScopes('budget:read')
export class Contribution extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `havering:contribution:HAV-1`.' })
  id!: string;

  @Field(() => FinancialYear, { description: 'Financial year it belongs to.' })
  financialYear!: string;

  @Field(() => Agency, { description: 'The agency that contributes.' })
  agency!: Agency;

  @Field(() => ContributionTarget, { description: 'What it is for.' })
  target!: ContributionTarget;

  @Field(() => String, { nullable: true, description: 'The London SCP project it is for, if its target is a project.' })
  project!: string | null;

  @Field(() => ContributionKind, { description: 'Money or in kind.' })
  kind!: ContributionKind;

  @Field(() => Pence, { nullable: true, description: 'Pledged; null where no pledge was made. Zero is an answer.' })
  pledgedPence!: number | null;

  @Field(() => Pence, { nullable: true, description: 'Paid, or given in kind; null where nothing was recorded.' })
  paidPence!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was paid; of instalments, the last was.' })
  paidOn!: string | null;

  @Field(() => ContributionInstalments, {
    nullable: true,
    description: 'Its instalments; null where it has none.',
  })
  instalments!: ContributionInstalments | null;

  @Field(() => String, { description: 'Reference under which it was paid.' })
  reference!: string;
}
