import { allOf, groupedBy, wholeTable } from '@hub/subgraph-kit';
import { reportDispatch } from './report-dispatch-record';
import { report } from './report-record';
import { ReportRequirementRecord } from './report-requirement-record';

/** What the terms of reference ask of reports, in the order of the facts. */
export const reportRequirements = wholeTable(ReportRequirementRecord, { order: { position: 'ASC' } });

/** Every report, latest first: some ten a year. */
export const allReports = allOf(report);

/** Reports of a kind, latest first. */
export const reportsOfKind = groupedBy(report, 'kind');

/** Every copy that went, the earliest first. */
export const allDispatches = allOf(reportDispatch);

/** Copies of a report, the earliest first, by its id. */
export const dispatchesOf = groupedBy(reportDispatch, 'reportId');
