import { Report } from '@hub/contract';
import { defineRecord, fitsIntoId, notBlank, nameOf, webAddress } from '@hub/subgraph-kit';
import { RecordReportInput } from './record-report-input';
import { reportChecks } from './report-checks';

/** A report as stored. */
export class ReportRecord extends Report {
  reference!: string;
}

/** Reports, once a reference (HAV-28, LAM-35, TRI-51, RED-24). */
export const report = defineRecord({
  row: ReportRecord,
  table: 'report',
  stored: { reference: 'text' },
  order: { publishedOn: 'DESC', id: 'DESC' },
  mutation: 'recordReport',
  clauses: ['HAV-28', 'HAV-29', 'RED-24', 'LAM-35', 'LAM-37', 'TRI-20', 'TRI-35', 'TRI-51'],
  description:
    'Records a report that was published or presented. One without a section that the terms of reference ask for is refused. Once a reference.',
  input: RecordReportInput,
  about: 'The report.',
  answers: { as: 'report', type: Report, what: 'The report', result: 'recording a report' },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}-report:${reference}` }),
  content: ({ reference: _, publishedAt, sections, ...content }) => ({
    ...{ ...content, publishedAt: publishedAt ?? null, sections: [...new Set(sections)].sort() },
  }),
  derived: ({ reference }) => ({ reference }),
  named: ({ reference }) => `The report "${reference}"`,
  checks: [fitsIntoId('reference'), notBlank('title'), webAddress('publishedAt'), ...reportChecks],
  demonstration: 'displaces',
});

/** A report that an input names, by its reference. */
export const reportNamed = nameOf(
  ReportRecord,
  'reference',
  'REPORT_UNKNOWN',
  (reference) => `There is no report "${reference}". Record it by recordReport, or correct the reference.`,
);
