import { DateScalar, ReportDispatch } from '@hub/contract';
import { check, defineRecord } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { notDemonstration } from '../recording/not-demonstration';
import { requirementOf } from './report-checks';
import { reportNamed, ReportRecord } from './report-record';
import { withDue } from './with-due';

/** A copy that went, as stored. */
export class ReportDispatchRecord extends ReportDispatch {
  reportId!: string;
}

/** What is recorded of a copy that went. */
@InputType({ description: 'That a report went to one who must have it, or was published there.' })
export class RecordReportDispatchInput {
  @Field(() => String, { description: 'Reference of the report.' })
  reportReference!: string;

  @Field(() => String, { description: 'To whom, by the `part` of `reportRequirements { recipients }`. Once each.' })
  recipient!: string;

  @Field(() => DateScalar, { description: 'The day it was sent; not after today.' })
  sentOn!: string;
}

/** Copies of reports, once a recipient (HAV-30, LAM-36, TRI-52). */
export const reportDispatch = defineRecord({
  row: ReportDispatchRecord,
  table: 'report_dispatch',
  stored: { reportId: 'text', dueOn: null, isInTime: null },
  order: { sentOn: 'ASC', id: 'ASC' },
  mutation: 'recordReportDispatch',
  clauses: ['HAV-22', 'HAV-30', 'LAM-03', 'LAM-36', 'TRI-39', 'TRI-52'],
  description: 'Records that a report was sent to one who must have it (HAV-30, LAM-36, TRI-52). Once a recipient.',
  input: RecordReportDispatchInput,
  about: 'The copy.',
  answers: { as: 'dispatch', type: ReportDispatch, what: 'The copy', result: 'recording a copy' },
  names: { reportReference: reportNamed },
  by: ['reportReference', 'recipient'],
  key: ({ reportReference, recipient }, { id }) => ({ id: `${id}-report:${reportReference}:${recipient}` }),
  content: ({ sentOn }) => ({ sentOn }),
  derived: ({ reportReference, recipient }, { id }) => ({ reportId: `${id}-report:${reportReference}`, recipient }),
  named: ({ reportReference, recipient }) => `The copy of "${reportReference}" for ${recipient}`,
  checks: [
    check<RecordReportDispatchInput>('RECIPIENT_UNKNOWN', 'recipient', async (input, manager) => {
      const found = await manager.findOneBy(ReportRecord, { reference: input.reportReference });
      if (!found) return null;
      const known = ((await requirementOf(manager, found.kind))?.recipients ?? []).map(({ part }) => part);
      const remedy =
        known.length > 0 ? `Give one of ${known.join(', ')}.` : `The document names none for ${found.kind}.`;
      return !known.includes(input.recipient) && `"${input.recipient}" is no recipient of it. ${remedy}`;
    }),
    notDemonstration(ReportRecord, 'reference', 'reportReference', 'REPORT_IS_DEMONSTRATION'),
  ],
  restsOn: [{ on: ReportRecord, where: ({ id }: ReportRecord) => ({ reportId: id }) }],
  demonstration: 'displaces',
  async answer(dispatch, manager) {
    const found = await manager.findOneByOrFail(ReportRecord, { id: dispatch.reportId });
    return withDue(dispatch, found, await requirementOf(manager, found.kind));
  },
});
