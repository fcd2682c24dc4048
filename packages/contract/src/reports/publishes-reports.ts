import { Arg, Field, ID, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { Report } from './report';
import { ReportKind } from './report-kind';
import { ReportRequirement } from './report-requirement';

@InterfaceType({ description: 'A partnership that records its reports and to whom copies went.' })
export abstract class PublishesReports {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [ReportRequirement], { nullable: true, description: 'What its terms of reference ask of its reports.' })
  @ListSize(4)
  @Public()
  reportRequirements!: ReportRequirement[] | null;

  @Field(() => [Report], { nullable: true, description: 'Its reports of one kind, latest first.' })
  @ListSize(6)
  @Public()
  reports(@Arg('kind', () => ReportKind, { description: 'The kind.' }) _kind: ReportKind): Report[] | null {
    return resolvedElsewhere('PublishesReports.reports');
  }
}
