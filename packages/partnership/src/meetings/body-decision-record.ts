import { BodyDecision, BodyDecisionKind, DateScalar } from '@hub/contract';
import { defineRecord, fitsIntoId, nameOf, pagesOf } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { bodyNamed } from '../governance/body-record';
import { shortTexts } from './office-checks';

/** A decision as stored. When it is final follows from its sign-offs, and is never stored. */
export class BodyDecisionRecord extends BodyDecision {
  /** Id of the body that took it. */
  bodyId!: string;
}

/** What is recorded of a decision. */
@InputType({ description: 'A decision that a body took.' })
export class RecordBodyDecisionInput {
  @Field(() => String, { description: "The partnership's own reference of it." })
  reference!: string;

  @Field(() => ID, { description: 'Id of the body that took it.' })
  bodyId!: string;

  @Field(() => BodyDecisionKind, { description: 'What was decided on.' })
  kind!: BodyDecisionKind;

  @Field(() => String, { description: 'What was decided.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The day it was taken; not after today.' })
  decidedOn!: string;
}

/** Decisions of a partnership's bodies, once a reference. */
export const bodyDecision = defineRecord({
  row: BodyDecisionRecord,
  table: 'body_decision',
  stored: { bodyId: 'text', finalOn: null },
  order: { decidedOn: 'DESC', id: 'DESC' },
  mutation: 'recordBodyDecision',
  clauses: ['HAV-11'],
  description: 'Records a decision that a body took. Once a reference.',
  input: RecordBodyDecisionInput,
  about: 'The decision.',
  answers: { as: 'decision', type: BodyDecision, what: 'The decision', result: 'recording a decision' },
  names: { bodyId: bodyNamed },
  by: ['reference'],
  content: ({ bodyId, kind, title, decidedOn }) => ({ bodyId, kind, title, decidedOn }),
  derived: ({ reference }, { id }) => ({ id: `${id}-decision:${reference}` }),
  named: ({ reference }) => `The decision "${reference}"`,
  checks: [fitsIntoId('reference'), shortTexts<RecordBodyDecisionInput>('title', ({ title }) => [title])],
  demonstration: 'displaces',
});

/** A decision that an input names. */
export const bodyDecisionNamed = nameOf(
  BodyDecisionRecord,
  'reference',
  'DECISION_UNKNOWN',
  (reference) =>
    `No decision is recorded under ${JSON.stringify(reference)}. Record it by recordBodyDecision, or correct it.`,
);

/** A page of decisions, latest first. */
export const bodyDecisionPage = pagesOf<BodyDecisionRecord>(bodyDecision);
