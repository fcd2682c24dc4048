import { DateScalar, GroupReport } from '@hub/contract';
import { check, defineRecord, fitsIntoId, plainWords } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { BodyRecord, bodyNamed } from '../body-record';

/** A report of a group as stored. */
export class GroupReportRecord extends GroupReport {
  bodyId!: string;

  receivedById!: string;
}

/** What is recorded of a report. */
@InputType({ description: 'That a group reported.' })
export class RecordGroupReportInput {
  @Field(() => String, { description: 'A reference of your own, as `2026/3`.' })
  reference!: string;

  @Field(() => ID, { description: 'Id of the group that reported.' })
  bodyId!: string;

  @Field(() => ID, { description: 'Id of the body that received it.' })
  receivedById!: string;

  @Field(() => DateScalar, { description: 'The day it was received; not after today.' })
  receivedOn!: string;

  @Field(() => String, { nullable: true, description: 'The theme of the quarter that it examined.' })
  theme?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it considered the voice of the child, in words by which nobody can be recognised.',
  })
  voiceOfTheChild?: string | null;
}

/** Reports of groups, once a reference. */
export const groupReport = defineRecord({
  row: GroupReportRecord,
  table: 'group_report',
  stored: { bodyId: 'text', receivedById: 'text' },
  order: { receivedOn: 'DESC', id: 'DESC' },
  mutation: 'recordGroupReport',
  clauses: ['HAV-18', 'LAM-13', 'TRI-38', 'TRI-40'],
  description:
    'Records that a group reported to the body that it works under (LAM-13, TRI-40, HAV-18). Once a reference.',
  input: RecordGroupReportInput,
  about: 'The report.',
  answers: { as: 'report', type: GroupReport, what: 'The report', result: "recording a group's report" },
  names: { bodyId: bodyNamed, receivedById: bodyNamed },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}:group-report:${reference}` }),
  content: ({ bodyId, receivedById, receivedOn, theme, voiceOfTheChild }) => ({
    ...{ bodyId, receivedById, receivedOn, theme: theme ?? null, voiceOfTheChild: voiceOfTheChild ?? null },
  }),
  named: ({ reference }) => `The report "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    plainWords('theme', 200),
    plainWords('voiceOfTheChild', 1000),
    check<RecordGroupReportInput>('REPORTS_TO_ITSELF', 'receivedById', ({ bodyId, receivedById }) => {
      return bodyId === receivedById && 'A group reports to another body. Give the body that received it.';
    }),
  ],
  restsOn: [
    { on: BodyRecord, where: ({ id }: BodyRecord) => ({ bodyId: id }) },
    { on: BodyRecord, where: ({ id }: BodyRecord) => ({ receivedById: id }) },
  ],
  demonstration: 'displaces',
});
