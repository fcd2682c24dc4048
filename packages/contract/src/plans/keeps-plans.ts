import { Arg, Field, ID, Int, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Paged } from '../cost/paged';
import type { Connection } from '../paging/connection';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { IssueKind } from './issue-kind';
import { PlanDocument } from './plan-document';
import { QuarterlyTheme } from './quarterly-theme';
import { SafeguardingIssue } from './safeguarding-issue';
import { SuccessMeasure } from './success-measure';
import { VoiceOfChildrenConnection } from './voice-connection';
import type { VoiceOfChildren } from './voice-of-children';

@InterfaceType({ description: 'A partnership that records its plans, issues, and what children say.' })
export abstract class KeepsPlans {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [PlanDocument], { nullable: true, description: 'Its plans, strategies and analyses, latest first.' })
  @ListSize(8)
  @Public()
  planDocuments!: PlanDocument[] | null;

  @Field(() => [QuarterlyTheme], { nullable: true, description: 'Its themes of a quarter, latest first.' })
  @ListSize(10)
  @Public()
  quarterlyThemes!: QuarterlyTheme[] | null;

  @Field(() => [SuccessMeasure], { nullable: true, description: 'Measures of success, latest first.' })
  @ListSize(8)
  @RequiresScopes('governance:read')
  successMeasures!: SuccessMeasure[] | null;

  @Field(() => [SafeguardingIssue], { nullable: true, description: 'Issues of one kind that it raised, latest first.' })
  @ListSize(10)
  @RequiresScopes('governance:read')
  safeguardingIssues(
    @Arg('kind', () => IssueKind, { description: 'The kind.' }) _kind: IssueKind,
  ): SafeguardingIssue[] | null {
    return resolvedElsewhere('KeepsPlans.safeguardingIssues');
  }

  @Field(() => VoiceOfChildrenConnection, { nullable: true, description: 'What children said, latest first.' })
  @Paged()
  @RequiresScopes('governance:read')
  voiceOfChildren(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<VoiceOfChildren> | null {
    return resolvedElsewhere('KeepsPlans.voiceOfChildren');
  }
}
