import { KeepsPlans, SetsPriorities } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import * as demonstration from './demonstration-plans';
import { demonstrationVoices } from './demonstration-voices';
import { planDocument, PlanDocumentRecord } from './plan-document-record';
import { planEvidence } from './plan-evidence';
import { planResolvers } from './plans-resolver';
import { Plans1764900004100 } from './plans-migration';
import { priorityReview, PriorityReviewRecord } from './priority-review-record';
import { quarterlyTheme, QuarterlyThemeRecord } from './quarterly-theme-record';
import { safeguardingIssue, SafeguardingIssueRecord } from './safeguarding-issue-record';
import { setPriority } from './set-priority-record';
import { successMeasure, SuccessMeasureRecord } from './success-measure-record';
import { voiceOfChildren, VoiceOfChildrenRecord } from './voice-of-children-record';

/** What a partnership plans and raises, and what children say. */
export const plans: PartnershipModule = ({ id }) => ({
  capabilities: [SetsPriorities, KeepsPlans],
  resolvers: planResolvers,
  records: [
    ...[setPriority, priorityReview, successMeasure, planDocument],
    ...[quarterlyTheme, safeguardingIssue, voiceOfChildren],
  ],
  evidence: planEvidence,
  migrations: [Plans1764900004100],
  load: (manager, options) =>
    loadDemonstration(manager, 'plans', options, [
      demonstrates(PriorityReviewRecord, () => demonstration.demonstrationReviews(id)),
      demonstrates(SuccessMeasureRecord, () => demonstration.demonstrationMeasures(id)),
      demonstrates(PlanDocumentRecord, () => demonstration.demonstrationPlans(id)),
      demonstrates(QuarterlyThemeRecord, () => demonstration.demonstrationThemes(id)),
      demonstrates(SafeguardingIssueRecord, () => demonstration.demonstrationIssues(id)),
      demonstrates(VoiceOfChildrenRecord, () => demonstrationVoices(id)),
    ]),
});
