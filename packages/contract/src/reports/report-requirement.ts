import { Directive, Field, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { Sourced } from '../recording/sourced';
import { ReportKind } from './report-kind';
import { ReportPart } from './report-part';

@ObjectType({ description: 'What the terms of reference ask of reports of one kind.' })
@Directive('@shareable')
@Public()
export class ReportRequirement extends Sourced {
  @Field(() => ReportKind, { description: 'The kind of report.' })
  kind!: ReportKind;

  @Field(() => Boolean, { description: 'Whether it reports on a financial year, 1 April to 31 March (TRI-51).' })
  coversFinancialYear!: boolean;

  @Field(() => [ReportPart], { description: 'Its sections, in the order of the document.' })
  @ListSize(5)
  sections!: ReportPart[];

  @Field(() => [ReportPart], { description: 'To whom it goes, and where it is published.' })
  @ListSize(4)
  recipients!: ReportPart[];
}
