import { IssueKind, MeasureKind, PlanDocumentKind, PriorityProgress, quarterBounds, plusDays } from '@hub/contract';

import { DEMONSTRATION_QUARTERS } from '../demonstration/quarters';
import { seededRandom } from '../demonstration/random';
import { demonstrationPriorities } from '../governance/demonstration-priorities';

const PROGRESS = [PriorityProgress.PROGRESS, PriorityProgress.LITTLE_OR_NO_PROGRESS, PriorityProgress.ACHIEVED];

/** Reviews of the priorities of the last full year: of each but one. */
export function demonstrationReviews(partnershipId: string) {
  const random = seededRandom(`priority-reviews/${partnershipId}`);
  return demonstrationPriorities(partnershipId)
    .filter(({ financialYear }) => financialYear !== '2024-25')
    .slice(0, 5)
    .map(({ id, financialYear }, index) => {
      const reviewedOn = plusDays(`${financialYear.slice(0, 4)}-09-10`, Math.floor(random() * 30));
      const evidence = 'Demonstration: by audits, performance data and what children said.';
      const progress = PROGRESS[index % PROGRESS.length]!;
      return { id: `${id}:review:${reviewedOn}`, priorityId: id, reviewedOn, progress, evidence, isSynthetic: true };
    });
}

const MEASURES: [MeasureKind, string][] = [
  [MeasureKind.QUALITATIVE, 'Audits judge that the voice of the child shaped the plan'],
  [MeasureKind.QUANTITATIVE, 'Share of rapid reviews that were completed in time'],
];

/** A measure of each kind. */
export function demonstrationMeasures(partnershipId: string) {
  return MEASURES.map(([kind, measure]) => ({
    ...{ id: `${partnershipId}-measure:demonstration-${kind.toLowerCase()}`, kind, measure },
    ...{ priorityId: null, setOn: '2025-05-14', endsOn: null, isSynthetic: true },
  }));
}

/** What is planned by. The needs analysis of the last year is still to come. */
export function demonstrationPlans(partnershipId: string) {
  const plans: [PlanDocumentKind, string, string, string, string | null][] = [
    [PlanDocumentKind.BUSINESS_PLAN, 'Business plan 2026-27', 'The executive', '2026-04-08', '2027-03-31'],
    [PlanDocumentKind.SAFEGUARDING_PLAN, 'Safeguarding plan', 'The lead partners', '2025-04-09', null],
    [PlanDocumentKind.TRAINING_STRATEGY, 'Training strategy', 'The training subgroup', '2024-09-18', null],
    [PlanDocumentKind.TRAINING_NEEDS_ANALYSIS, 'Needs analysis 2024', 'The training subgroup', '2024-06-12', null],
    [PlanDocumentKind.TRAINING_NEEDS_ANALYSIS, 'Needs analysis 2025', 'The training subgroup', '2025-06-11', null],
    [PlanDocumentKind.LEARNING_FRAMEWORK, 'Learning framework', 'The training subgroup', '2024-11-20', null],
  ];
  return plans.map(([kind, title, owner, agreedOn, endsOn]) => ({
    ...{ id: `${partnershipId}-plan:demonstration-${kind.toLowerCase().replaceAll('_', '-')}-${agreedOn.slice(0, 4)}` },
    ...{ kind, title, owner, agreedOn, endsOn, publishedAt: null, isSynthetic: true },
  }));
}

const THEMES = ['Neglect', 'Transitions to adulthood', 'Domestic abuse', 'Exploitation'];

/** A theme of each quarter but the one under way. */
export function demonstrationThemes(partnershipId: string) {
  return DEMONSTRATION_QUARTERS.slice(0, -1).map((quarter, index) => ({
    ...{ id: `${partnershipId}-theme:${quarter}`, quarter, title: THEMES[index % THEMES.length]!, priorityId: null },
    ...{ agreedOn: plusDays(quarterBounds(quarter).from, 8), isSynthetic: true },
  }));
}

const WIDE: [string, string, boolean][] = [
  [
    'Abuse linked to faith or belief',
    'Each partnership sees few; training and advice could be held once for London.',
    true,
  ],
  ['Children placed far from home', 'Hosting and placing boroughs need one way of telling each other.', false],
  ['Online harm in closed groups', 'Platforms answer London together sooner than each borough alone.', false],
];

/** A risk of its own, and one or two issues for London. */
export function demonstrationIssues(partnershipId: string) {
  const random = seededRandom(`issues/${partnershipId}`);
  const first = Math.floor(random() * WIDE.length);
  const wide = WIDE.filter((_, index) => index === first || random() < 0.3).map(([title, valueCase, isLow], index) => ({
    ...{ id: `${partnershipId}-issue:demonstration-london-${index + 1}`, kind: IssueKind.LONDON_WIDE_ISSUE, title },
    ...{ valueCase, isLowInNumberLocally: isLow, raisedOn: plusDays('2026-01-12', Math.floor(random() * 200)) },
    ...{ response: null, closedOn: null, isSynthetic: true },
  }));
  const local = {
    ...{
      id: `${partnershipId}-issue:demonstration-local-1`,
      kind: IssueKind.LOCAL_RISK,
      title: 'Waits for assessment',
    },
    ...{ valueCase: null, isLowInNumberLocally: false, raisedOn: '2026-03-04', closedOn: null, isSynthetic: true },
    response: 'Demonstration: partners share capacity and report each month.',
  };
  return [...wide, local];
}
