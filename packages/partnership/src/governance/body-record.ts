import { Body, BodyKind, DateScalar, QuorumRule } from '@hub/contract';
import { check, defineRecord, fitsIntoId, nameOf, plainWords } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';

/** A body as stored: of the document, or opened since by a record. */
export class BodyRecord extends Body {
  /** Id of the governing document that says it; null where it was opened since. */
  documentId!: string | null;

  /** GSS code of the one local authority it serves, or null. */
  localAuthorityCode!: string | null;

  /** GSS codes of the local authorities that the document lists it for. */
  coversCodes!: string[];

  /** How many represent an agency on it, unless its chair agrees to more; null where the document is silent (RED-17). */
  representativesPerAgency!: number | null;

  /** The decision by which it was opened. */
  decisionReference!: string | null;

  /** Place among the bodies of all documents, from 0. */
  position!: number;

  /** Whether the document has it: it changes with the facts, and by no mutation. */
  isReference!: boolean;
}

/** Behind all bodies of a document. */
const BEHIND = 1_000_000;

/** Kinds that a document has open: by a decision of its executive (HAV-27, LAM-24). */
const BY_DECISION: readonly BodyKind[] = [BodyKind.TASK_AND_FINISH];

/** What is recorded of a body. */
@InputType({ description: 'A group that the partnership opened, beside those of its document.' })
export class OpenBodyInput {
  @Field(() => String, { description: "The partnership's own reference, as `TF-2026-1`." })
  reference!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => BodyKind, { description: 'Its kind.' })
  kind!: BodyKind;

  @Field(() => ID, { nullable: true, description: 'Id of the body that it works under.' })
  parentId?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  remit?: string | null;

  @Field(() => DateScalar, { description: 'The day it was opened; not after today.' })
  openedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the decision to open it. A task and finish group has one.',
  })
  decisionReference?: string | null;
}

/** Bodies that were opened, once a reference. Those of the document stand in the same table. */
export const body = defineRecord({
  row: BodyRecord,
  table: 'body',
  stored: {
    ...{ localAuthorityCode: { type: 'text', nullable: true }, coversCodes: { type: 'text', array: true } },
    ...{ chairArrangement: { type: 'jsonb', nullable: true }, isReference: 'boolean' },
    // A body stands in each document that has it, and once beside them where it was opened.
    ...{ position: { type: 'integer', primary: true }, documentId: { type: 'text', nullable: true } },
    ...{ representativesPerAgency: { type: 'integer', nullable: true }, isRecorded: null },
    decisionReference: { type: 'text', nullable: true },
  },
  order: { position: 'ASC', id: 'ASC' },
  mutation: 'openBody',
  clauses: ['HAV-27', 'LAM-24'],
  description: 'Records that a group was opened, as a task and finish group (HAV-27, LAM-24). Once a reference.',
  input: OpenBodyInput,
  about: 'The group.',
  answers: { as: 'body', type: Body, what: 'The group', result: 'opening a group' },
  names: {
    parentId: nameOf(BodyRecord, 'id', 'BODY_UNKNOWN', (id) => bodyUnknown(id)),
  },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}-body:${reference}` }),
  content: ({ name, kind, parentId, remit, openedOn, decisionReference }) => ({
    ...{ name, kind, parentId: parentId ?? null, remit: remit ?? null, openedOn },
    decisionReference: decisionReference ?? null,
  }),
  derived: () => ({
    ...{ otherNames: [], quorum: QuorumRule.NOT_SPECIFIED, coversCodes: [], sources: [] },
    ...{ position: BEHIND, isReference: false, documentId: null },
  }),
  named: ({ reference }) => `The group "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    plainWords('name', 200),
    plainWords('remit', 1000),
    check<OpenBodyInput>('DECISION_MISSING', 'decisionReference', ({ kind, decisionReference }) => {
      const isMissing = BY_DECISION.includes(kind) && !decisionReference?.trim();
      return isMissing && `A group of kind ${kind} is opened by a decision (HAV-27). Give decisionReference.`;
    }),
  ],
  restsOn: [{ on: BodyRecord, where: ({ id }: BodyRecord) => ({ parentId: id, isReference: false }) }],
  demonstration: 'displaces',
});

const bodyUnknown = (id: string) =>
  `The partnership has no body ${JSON.stringify(id)}. Take one of its \`bodies { id }\`.`;

/** A body that an input names. */
export const bodyNamed = nameOf(BodyRecord, 'id', 'BODY_UNKNOWN', bodyUnknown);
