import type { RequestIdentity } from '@hub/access';
import { DateScalar, type UserError } from '@hub/contract';
import { defineRecord, fitsIntoId, pagesOf, problem, prose } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { CelcReport } from './celc-report';

/** A report as stored. */
export class CelcReportRecord extends CelcReport {}

/** What is recorded of a report. */
@InputType({ description: 'An issue that was reported to the Chief Executives London Committee.' })
export class ReportToCelcInput {
  @Field(() => String, { description: 'Reference under which the Chair records it, as `CELC/2026/1`.' })
  reference!: string;

  @Field(() => String, { description: 'What it is about, in 500 characters that name nobody.' })
  subject!: string;

  @Field(() => DateScalar, { description: 'The day it was reported; not after today.' })
  reportedOn!: string;
}

/** Issues reach CELC "through the London SCP Chair" (LON-16): the chair of no partnership but of the Executive. */
function isByTheChair(_: ReportToCelcInput, { caller }: RequestIdentity): UserError | null {
  const isChair = caller?.role === 'chair' && !caller.partnership;
  return isChair
    ? null
    : problem('reference', 'NOT_THE_CHAIR', 'Issues go to CELC through the Chair of the London SCP. Ask the Chair.');
}

/** Issues reported to CELC, once a reference. */
export const celcReport = defineRecord({
  row: CelcReportRecord,
  table: 'celc_report',
  order: { reportedOn: 'DESC', id: 'DESC' },
  mutation: 'reportToCelc',
  clauses: ['LON-16'],
  description: 'Records that the Chair reported an issue to CELC (LON-16). Once a reference.',
  input: ReportToCelcInput,
  about: 'The report.',
  answers: { as: 'report', type: CelcReport, what: 'The report', result: 'reporting to CELC' },
  scope: 'decisions:read',
  mayRecord: { codes: ['NOT_THE_CHAIR'], problem: isByTheChair },
  by: ['reference'],
  content: ({ subject, reportedOn }) => ({ subject, reportedOn }),
  derived: ({ reference }) => ({ id: `celc-report:${reference}` }),
  named: ({ reference }) => `The report ${reference}`,
  checks: [fitsIntoId('reference'), prose('subject', 500)],
  demonstration: 'displaces',
});

/** A page of reports, latest first. */
export const celcReportPage = pagesOf(celcReport);
