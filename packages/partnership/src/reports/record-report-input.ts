import { DateScalar, ReportKind } from '@hub/contract';
import { Field, InputType } from 'type-graphql';

/** What is recorded of a report. */
@InputType({ description: 'A report that was published, or presented.' })
export class RecordReportInput {
  @Field(() => String, { description: "The partnership's own reference of it, as `annual-2025-26`." })
  reference!: string;

  @Field(() => ReportKind, { description: 'What it is.' })
  kind!: ReportKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The first day of the time that it reports on.' })
  periodFrom!: string;

  @Field(() => DateScalar, { description: 'The last day of that time.' })
  periodTo!: string;

  @Field(() => DateScalar, { description: 'The day it was published or presented; not after today.' })
  publishedOn!: string;

  @Field(() => String, { nullable: true, description: 'Its web address, where it has one.' })
  publishedAt?: string | null;

  @Field(() => [String], { description: 'Its sections, by the `part` of `reportRequirements { sections }`.' })
  sections!: string[];
}
