import { Arg, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, PartialDate } from '@hub/scalars';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { ProcedureEdition } from './procedure-edition';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { Synthetic } from '../recording/synthetic';

/** The document by which a partnership says which need calls for which help, aligned with London's (TRI-50). */
@ObjectType({ description: 'The document that says at which level of need which help is given.' })
@Directive('@shareable')
@Public()
export class ThresholdDocument extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => ProcedureEdition, {
    nullable: true,
    description: 'The edition of shared procedures that it is aligned with; null where none is known.',
  })
  alignedWith!: ProcedureEdition | null;

  @Field(() => PartialDate, { nullable: true, description: 'When it was published; null where that is not known.' })
  publishedOn!: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'When it was last reviewed; null where no review since its publication is known.',
  })
  reviewedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months from one review to the next, where the terms of reference state them (TRI-50: 24).',
  })
  reviewEveryMonths!: number | null;

  @Field(() => PartialDate, {
    nullable: true,
    description:
      'When its next review is due: as long after the last one, or after publication, as the terms of reference say. ' +
      'Null where they or the dates are silent.',
  })
  reviewDue!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its review was overdue at the end of a day; null where nothing says when it is due.',
  })
  isReviewOverdue(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): boolean | null {
    return resolvedElsewhere('ThresholdDocument.isReviewOverdue');
  }

  @Field(() => [ID], {
    description: 'Clauses that ask for it and for its review; empty where the terms of reference are silent.',
  })
  @ListSize(3)
  sources!: string[];
}
