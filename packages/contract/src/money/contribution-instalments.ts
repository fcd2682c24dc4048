import { Arg, Directive, Field, ObjectType } from 'type-graphql';
import { DateScalar, Pence } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { Instalment } from './instalment';
import { InstalmentPayment } from './instalment-payment';

@ObjectType({ description: 'The instalments of a contribution: what was agreed, what was paid, and what is overdue.' })
@Directive('@shareable')
@RequiresScopes('budget:read')
export class ContributionInstalments {
  @Field(() => [Instalment], { description: 'What was agreed, by day; empty where no days are.' })
  @ListSize(4)
  agreed!: Instalment[];

  @Field(() => [InstalmentPayment], { description: 'What was paid, by day.' })
  @ListSize(4)
  payments!: InstalmentPayment[];

  @Field(() => Pence, {
    nullable: true,
    description: 'Pledged less paid, by the end of a day: below 0 where more was paid; null without a pledge.',
  })
  outstandingPence(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): number | null {
    return resolvedElsewhere('ContributionInstalments.outstandingPence');
  }

  @Field(() => Pence, { description: 'What was to be paid before a day, less what was paid by its end; 0 or more.' })
  overduePence(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): number {
    return resolvedElsewhere('ContributionInstalments.overduePence');
  }
}
