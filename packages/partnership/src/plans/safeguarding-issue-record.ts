import { DateScalar, IssueKind, SafeguardingIssue } from '@hub/contract';
import { check, defineRecord, fitsIntoId, notBlank, prose } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';

/** An issue as stored. */
export class SafeguardingIssueRecord extends SafeguardingIssue {}

/** What is recorded of an issue. */
@InputType({ description: 'A risk, or an issue for London, that the partnership raises.' })
export class RaiseIssueInput {
  @Field(() => String, { description: "The partnership's own reference of it." })
  reference!: string;

  @Field(() => IssueKind, { description: 'A risk of its own, or an issue for London.' })
  kind!: IssueKind;

  @Field(() => String, { description: 'The issue.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where a pan-London response would add value, in up to 500 characters; required of an issue for London.',
  })
  valueCase?: string | null;

  @Field(() => Boolean, {
    description: 'Whether it is low in number locally, and likely to be significant for London.',
  })
  isLowInNumberLocally!: boolean;

  @Field(() => DateScalar, { description: 'The day it was raised; not after today.' })
  raisedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How the partnership responds, in up to 500 characters. May come later.',
  })
  response?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was closed. May come later.' })
  closedOn?: string | null;
}

/** Issues, once a reference. The response and the end can be filled in later (LON-05, LON-11, LON-12, RED-04). */
export const safeguardingIssue = defineRecord({
  row: SafeguardingIssueRecord,
  table: 'safeguarding_issue',
  order: { raisedOn: 'DESC', id: 'DESC' },
  mutation: 'raiseIssue',
  clauses: ['LON-05', 'LON-11', 'LON-12'],
  description:
    'Records a risk of the partnership, or an issue where a pan-London response can add value, with the case for it (LON-05, LON-12, RED-04). ' +
    'The response and the end can be filled in later under the same reference.',
  input: RaiseIssueInput,
  about: 'The issue.',
  answers: { as: 'issue', type: SafeguardingIssue, what: 'The issue', result: 'raising an issue' },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}-issue:${reference}` }),
  content: ({ reference: _, valueCase, response, closedOn, ...content }) => ({
    ...{ ...content, valueCase: valueCase ?? null, response: response ?? null, closedOn: closedOn ?? null },
  }),
  filledLater: ['response', 'closedOn'],
  named: ({ reference }) => `The issue "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    notBlank('title'),
    ...['valueCase', 'response'].map((field) => prose(field, 500)),
    check<RaiseIssueInput>('VALUE_CASE_MISSING', 'valueCase', ({ kind, valueCase }) => {
      const isMissing = kind === IssueKind.LONDON_WIDE_ISSUE && typeof valueCase !== 'string';
      return isMissing && 'An issue for London says where a pan-London response would add value. Give valueCase.';
    }),
    check<RaiseIssueInput>('DATES_OUT_OF_ORDER', 'closedOn', ({ raisedOn, closedOn }) => {
      return (
        typeof closedOn === 'string' &&
        closedOn < raisedOn &&
        `It closed on ${closedOn}, before it was raised. Correct a day.`
      );
    }),
  ],
  demonstration: 'displaces',
});
