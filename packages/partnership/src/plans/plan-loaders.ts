import { allOf, groupedBy, pagesOf, type SubgraphContext } from '@hub/subgraph-kit';
import { priorities } from '../governance/governance-loaders';
import type { PriorityRecord } from '../governance/priority-record';
import { planDocument } from './plan-document-record';
import { priorityReview } from './priority-review-record';
import { quarterlyTheme } from './quarterly-theme-record';
import { safeguardingIssue } from './safeguarding-issue-record';
import { setPriority, type SetPriorityRecord } from './set-priority-record';
import { successMeasure } from './success-measure-record';
import { voiceOfChildren } from './voice-of-children-record';

const prioritiesSet = allOf(setPriority);

/** Priorities of the document and of the demonstration, and those that were set, latest year first. */
export async function allPriorities(context: SubgraphContext): Promise<(PriorityRecord | SetPriorityRecord)[]> {
  const all = (await Promise.all([priorities(context), prioritiesSet(context)])).flat();
  const yearOf = ({ financialYear }: PriorityRecord) => financialYear ?? '';
  return all.sort((a, b) => yearOf(b).localeCompare(yearOf(a)) || a.id.localeCompare(b.id));
}

/** Reviews of a priority, latest first, by its id. */
export const reviewsOfPriority = groupedBy(priorityReview, 'priorityId');

/** Every review of a priority, latest first. */
export const priorityReviews = allOf(priorityReview);

/** Plans, strategies and analyses, latest first: a few a year. */
export const planDocuments = allOf(planDocument);

/** Measures of success, latest first. */
export const successMeasures = allOf(successMeasure);

/** Themes, latest first: four a year. */
export const quarterlyThemes = allOf(quarterlyTheme);

/** Issues of a kind, latest first. */
export const issuesOfKind = groupedBy(safeguardingIssue, 'kind');

/** A page of what children said, latest first. */
export const voicePage = pagesOf(voiceOfChildren);

/** All that children said, latest first: some twenty a year. */
export const voices = allOf(voiceOfChildren);
