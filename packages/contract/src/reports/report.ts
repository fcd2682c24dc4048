import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Synthetic } from '../recording/synthetic';
import { ReportDispatch } from './report-dispatch';
import { ReportKind } from './report-kind';
import { ReportPart } from './report-part';

/** That a report was made is public; what it says stands where it is published. */
@ObjectType({ description: 'A report that a partnership published or presented.' })
@Directive('@shareable')
@Public()
export class Report extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => ReportKind, { description: 'What it is.' })
  kind!: ReportKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The first day of the time that it reports on.' })
  periodFrom!: string;

  @Field(() => DateScalar, { description: 'The last day of the time that it reports on.' })
  periodTo!: string;

  @Field(() => DateScalar, { description: 'The day it was published; of one that is not, the day it was presented.' })
  publishedOn!: string;

  @Field(() => String, { nullable: true, description: 'Its web address; null where it has none.' })
  publishedAt!: string | null;

  @Field(() => [String], { description: 'Its sections, by the `part` of `reportRequirements { sections }`.' })
  @ListSize(5)
  sections!: string[];

  @Field(() => [ReportDispatch], { nullable: true, description: 'To whom copies went, the earliest first.' })
  @ListSize(4)
  @RequiresScopes('governance:read')
  dispatches!: ReportDispatch[] | null;

  @Field(() => [ReportPart], { nullable: true, description: 'Those who must have it, and have not been sent it.' })
  @ListSize(4)
  @RequiresScopes('governance:read')
  awaitedRecipients!: ReportPart[] | null;
}
