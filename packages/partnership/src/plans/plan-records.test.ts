import { join } from 'node:path';
import {
  IssueKind,
  MeasureKind,
  PlanDocumentKind,
  PriorityProgress,
  VoiceKind,
  VoiceSource,
  VoiceSubject,
} from '@hub/contract';
import { describeRecords } from '../../../../test/support/describe-record';
import { definePartnership } from '../define-partnership';
import { planDocument } from './plan-document-record';
import { priorityReview } from './priority-review-record';
import { quarterlyTheme } from './quarterly-theme-record';
import { safeguardingIssue } from './safeguarding-issue-record';
import { setPriority } from './set-priority-record';
import { successMeasure } from './success-measure-record';
import { voiceOfChildren } from './voice-of-children-record';

const lambeth = definePartnership({
  ...{ id: 'lambeth', typeName: 'LambethPartnership', localAuthorities: [] },
  factsFolder: join(__dirname, '../../../../subgraphs/lambeth/facts'),
});
const FUTURE = '2099-01-01';
const NUMBER = 'The child with 943 476 5919';
const TEXT = { TOO_LONG: 'word '.repeat(101), SAYS_NOTHING: 'no no', NAMES_SOMEBODY: NUMBER };
const texts = (field: string) =>
  Object.fromEntries(Object.entries(TEXT).map(([code, text]) => [code, { [field]: text }]));

describeRecords(lambeth, (describeRecord) => {
  describeRecord(setPriority, {
    valid: { reference: '2020/neglect', title: 'Neglect', financialYear: '2020-21', setOn: '2020-03-03' },
    other: { title: 'Neglect and poverty' },
    refused: {
      REFERENCE_INVALID: { reference: ' ' },
      TEXT_BLANK: { title: ' ' },
      NAMES_SOMEBODY: { title: NUMBER },
      DATE_IN_FUTURE: { setOn: FUTURE },
    },
    held: {
      RESTED_ON: [
        `INSERT INTO priority_review VALUES ('held', 'lambeth-priority:2020/neglect', '2021-01-01', 'ACHIEVED', 'By audits', false)`,
        `DELETE FROM priority_review WHERE id = 'held'`,
      ],
    },
  });
  describeRecord(priorityReview, {
    before: `INSERT INTO set_priority VALUES ('lambeth-priority:own', 'Own', '2021-22', '{}', '2021-04-01', false)`,
    valid: {
      ...{ priorityId: 'lambeth-priority:own', reviewedOn: '2022-03-01', progress: PriorityProgress.PROGRESS },
      evidence: 'Audits and data of the year',
    },
    other: { progress: PriorityProgress.ACHIEVED },
    refused: {
      PRIORITY_UNKNOWN: { priorityId: 'lambeth-priority:none' },
      ...texts('evidence'),
      DATE_IN_FUTURE: { reviewedOn: FUTURE },
    },
  });
  describeRecord(successMeasure, {
    valid: {
      ...{ reference: 'M/1', kind: MeasureKind.QUANTITATIVE, measure: 'Share of plans reviewed', setOn: '2022-05-01' },
      endsOn: '2030-03-31',
    },
    other: { kind: MeasureKind.QUALITATIVE },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      ...texts('measure'),
      PRIORITY_UNKNOWN: { priorityId: 'none' },
      DATES_OUT_OF_ORDER: { endsOn: '2022-04-30' },
      DATE_IN_FUTURE: { setOn: FUTURE },
    },
  });
  describeRecord(planDocument, {
    valid: {
      ...{ reference: 'P/1', kind: PlanDocumentKind.BUSINESS_PLAN, title: 'Plan', owner: 'The Executive' },
      ...{ agreedOn: '2022-05-01', endsOn: '2030-03-31' },
    },
    other: { owner: 'The Chair' },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      TEXT_BLANK: { title: ' ' },
      NAMES_SOMEBODY: { owner: NUMBER },
      ADDRESS_INVALID: { publishedAt: 'plan' },
      DATES_OUT_OF_ORDER: { endsOn: '2022-04-30' },
      DATE_IN_FUTURE: { agreedOn: FUTURE },
    },
  });
  describeRecord(quarterlyTheme, {
    valid: { quarter: '2022-Q1', title: 'Neglect', agreedOn: '2021-12-20' },
    other: { title: 'Transitions' },
    refused: {
      QUARTER_INVALID: { quarter: '2022-Q5' },
      TEXT_BLANK: { title: ' ' },
      NAMES_SOMEBODY: { title: NUMBER },
      PRIORITY_UNKNOWN: { priorityId: 'none' },
      DATE_IN_FUTURE: { agreedOn: FUTURE },
    },
  });
  describeRecord(safeguardingIssue, {
    valid: {
      ...{
        reference: 'I/1',
        kind: IssueKind.LONDON_WIDE_ISSUE,
        title: 'Faith-based abuse',
        isLowInNumberLocally: true,
      },
      ...{ valueCase: 'Advice could be held once for London', raisedOn: '2022-05-01' },
    },
    other: { title: 'Abuse linked to belief' },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      TEXT_BLANK: { title: ' ' },
      ...texts('valueCase'),
      VALUE_CASE_MISSING: { valueCase: null },
      DATES_OUT_OF_ORDER: { closedOn: '2022-04-30' },
      DATE_IN_FUTURE: { raisedOn: FUTURE },
    },
  });
  describeRecord(voiceOfChildren, {
    valid: {
      ...{ reference: 'V/1', kind: VoiceKind.COLLECTIVE, source: VoiceSource.YOUTH_COUNCIL },
      ...{ subject: VoiceSubject.PRIORITIES, heardOn: '2022-05-01', said: 'Buses should be safer at night' },
    },
    other: { subject: VoiceSubject.SERVICES },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      ...texts('said'),
      DATES_OUT_OF_ORDER: { toldOn: '2022-04-30' },
      DATE_IN_FUTURE: { heardOn: FUTURE },
    },
  });
});
