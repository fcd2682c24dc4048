import { DateScalar, VoiceKind } from '@hub/contract';
import { check, defineRecord, fitsIntoId, notBlank, webAddress } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { LondonResponse } from './london-response';
import { LondonResponseKind } from './london-response-kind';

/** A response as stored. */
export class LondonResponseRecord extends LondonResponse {}

/** What is recorded of a response. */
@InputType({ description: 'What the London SCP did where a pan-London response can add value.' })
export class RecordLondonResponseInput {
  @Field(() => String, { description: "The London SCP's own reference of it." })
  reference!: string;

  @Field(() => LondonResponseKind, { description: 'What it is.' })
  kind!: LondonResponseKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => [ID], { description: 'Ids of the issues that it responds to; none where nobody raised one.' })
  issueIds!: string[];

  @Field(() => [VoiceKind], { description: 'Whose voices were taken into account in it.' })
  voices!: VoiceKind[];

  @Field(() => String, { nullable: true, description: 'To whom it was submitted; required of a policy submission.' })
  submittedTo?: string | null;

  @Field(() => DateScalar, { description: 'The day it began, or was submitted; not after today.' })
  doneOn!: string;

  @Field(() => String, { nullable: true, description: 'Its web address, where it has one.' })
  publishedAt?: string | null;
}

/** Responses of the London SCP, once a reference (LON-05, LON-08, LON-11 to LON-13). */
export const londonResponse = defineRecord({
  row: LondonResponseRecord,
  table: 'london_response',
  order: { doneOn: 'DESC', id: 'DESC' },
  mutation: 'recordLondonResponse',
  clauses: ['LON-05', 'LON-08', 'LON-11', 'LON-12', 'LON-13'],
  description:
    'Records what the London SCP did where a pan-London response can add value (LON-05, LON-11 to LON-13). Once a reference.',
  input: RecordLondonResponseInput,
  about: 'The response.',
  answers: { as: 'response', type: LondonResponse, what: 'The response', result: 'recording a response' },
  scope: 'decisions:write',
  by: ['reference'],
  key: ({ reference }) => ({ id: `london-scp-response:${reference}` }),
  content: ({ reference: _, issueIds, voices, submittedTo, publishedAt, ...content }) => ({
    ...{ ...content, issueIds: [...new Set(issueIds)].sort(), voices: [...new Set(voices)].sort() },
    ...{ submittedTo: submittedTo ?? null, publishedAt: publishedAt ?? null },
  }),
  named: ({ reference }) => `The response "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    notBlank('title', 'submittedTo'),
    webAddress('publishedAt'),
    check<RecordLondonResponseInput>('ISSUE_UNKNOWN', 'issueIds', ({ issueIds }) => {
      const unknown = issueIds.filter((id) => !/^[a-z0-9-]+-issue:[A-Za-z0-9._/-]+$/.test(id));
      const remedy =
        'Give ids of `partnerships { ... on KeepsPlans { safeguardingIssues(kind: LONDON_WIDE_ISSUE) { id } } }`.';
      return unknown.length > 0 && `${unknown.map((id) => `"${id}"`).join(', ')} names no issue. ${remedy}`;
    }),
    check<RecordLondonResponseInput>('RECIPIENT_MISSING', 'submittedTo', ({ kind, submittedTo }) => {
      const isMissing = kind === LondonResponseKind.POLICY_SUBMISSION && typeof submittedTo !== 'string';
      return isMissing && 'A submission says to whom it was made. Give submittedTo.';
    }),
  ],
  demonstration: 'displaces',
});
