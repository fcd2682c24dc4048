import { DateScalar, ProcedureEdition } from '@hub/contract';
import { check, defineRecord, webAddress, type Check } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { decisionNamed, ExecutiveDecisionRecord } from '../governance/decisions/decision-records';
import { EditionChange, EditionChapter } from './edition-content';
import { procedureNamed } from './procedure-named';
import { ProcedureRecord } from './procedure-record';
import { lockProcedure, notAfterLatest } from './successive-checks';

/** An edition as stored. Its end is the beginning of the next, and is never stored. */
export class ProcedureEditionRecord extends ProcedureEdition {
  procedureId!: string;
  /** A partial date. */
  inForceFrom!: string;
  chapters!: EditionChapter[];
  changes!: EditionChange[];
  /** Where its text is published; null where that is not known. */
  publishedAt!: string | null;
  /** Reference of the Executive's decision that agreed it; null where none is named. */
  decisionReference!: string | null;
  /** The last day of the consultation of partnerships; null where none is recorded. */
  consultedUntil!: string | null;
  /** The day partnerships had notice of it; null where none is recorded. */
  noticeGivenOn!: string | null;
  source!: string | null;
  isSynthetic!: boolean;
  isReference!: boolean;
}

/** An edition that the London SCP publishes. */
@InputType({ description: 'A new edition of a procedure.' })
export class PublishProcedureEditionInput {
  @Field(() => ID, { description: 'Id of the procedure, as `london-procedures`.' })
  procedureId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the edition: the procedure's, a colon and more. `london-procedures:2026-03` by default.",
  })
  editionId?: string | null;

  @Field(() => DateScalar, { description: 'The day it comes into force: after the latest edition did.' })
  inForceFrom!: string;

  @Field(() => [EditionChapter], { description: 'Its chapters, each number once.' })
  chapters!: EditionChapter[];

  @Field(() => [EditionChange], { description: 'What changed from the edition before, by chapter.' })
  changes!: EditionChange[];

  @Field(() => String, { nullable: true, description: 'Address at which its text is published.' })
  publishedAt?: string | null;

  @Field(() => String, { nullable: true, description: "Reference of the Executive's decision that agreed it." })
  decisionReference?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of the consultation of partnerships.' })
  consultedUntil?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day partnerships had notice of it.' })
  noticeGivenOn?: string | null;
}

const idOf = ({ editionId, procedureId, inForceFrom }: PublishProcedureEditionInput) =>
  editionId ?? `${procedureId}:${inForceFrom.slice(0, 7)}`;

const contentChecks: Check<PublishProcedureEditionInput>[] = [
  check<PublishProcedureEditionInput>('ID_INVALID', 'editionId', (input) => {
    const [id, { procedureId }] = [idOf(input), input];
    return (
      !(id.startsWith(`${procedureId}:`) && /^[a-z0-9-]+:[a-z0-9-]+$/.test(id)) &&
      `"${id}" is not an id of an edition of "${procedureId}". Use ${procedureId}: and lower case letters, digits and hyphens.`
    );
  }),
  check<PublishProcedureEditionInput>('TEXT_BLANK', 'chapters', ({ chapters, changes }) => {
    const texts = [...chapters.flatMap(Object.values), ...changes.flatMap(Object.values)];
    return texts.includes('') && 'A chapter or a change has an empty text. Fill it or leave it out.';
  }),
  check<PublishProcedureEditionInput>('CHAPTER_TWICE', 'chapters', ({ chapters }) => {
    const numbers = chapters.map(({ number }) => number);
    const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
    return twice !== undefined && `Chapter ${twice} stands twice. Give each number once.`;
  }),
  check<PublishProcedureEditionInput>('CHAPTER_UNKNOWN', 'changes', ({ chapters, changes }) => {
    const unknown = changes.find(({ chapter }) => !chapters.some(({ number }) => number === chapter));
    return (
      unknown !== undefined &&
      `The change to ${unknown.chapter} names no chapter of the edition. Add the chapter or correct the number.`
    );
  }),
];

/**
 * Editions, once an id. The edition before ends on the day before, in the same moment: ends are read from what follows.
 */
export const procedureEdition = defineRecord({
  row: ProcedureEditionRecord,
  table: 'procedure_edition',
  stored: {
    ...{ procedureId: 'text', inForceFrom: 'text', chapters: 'jsonb', changes: 'jsonb' },
    ...{ publishedAt: { type: 'text', nullable: true }, decisionReference: { type: 'text', nullable: true } },
    ...{ consultedUntil: { type: 'date', nullable: true }, noticeGivenOn: { type: 'date', nullable: true } },
    ...{ source: { type: 'text', nullable: true }, isSynthetic: 'boolean', isReference: 'boolean' },
  },
  order: { inForceFrom: 'DESC', id: 'DESC' },
  mutation: 'publishProcedureEdition',
  clauses: ['LON-04'],
  description: 'Publishes an edition of a procedure, which ends the one before. Once an edition id.',
  input: PublishProcedureEditionInput,
  about: 'The edition.',
  answers: {
    ...{ as: 'edition', type: ProcedureEdition, what: 'The edition' },
    ...{ result: 'publishing an edition', nothing: 'published' },
  },
  scope: 'procedures:write',
  names: { procedureId: procedureNamed, decisionReference: decisionNamed },
  by: ['procedureId', 'editionId', 'inForceFrom'],
  key: (input) => ({ id: idOf(input) }),
  content: ({ editionId: _, publishedAt, decisionReference, consultedUntil, noticeGivenOn, ...content }) => ({
    ...{ ...content, publishedAt: publishedAt ?? null, decisionReference: decisionReference ?? null },
    ...{ consultedUntil: consultedUntil ?? null, noticeGivenOn: noticeGivenOn ?? null },
  }),
  filledLater: ['publishedAt', 'decisionReference', 'consultedUntil', 'noticeGivenOn'],
  derived: () => ({ source: null, isReference: false }),
  named: (input) => `The edition "${idOf(input)}"`,
  taken: { field: 'editionId' },
  checks: [...contentChecks, webAddress('publishedAt')],
  ahead: ['inForceFrom'],
  requires: [
    lockProcedure,
    notAfterLatest<PublishProcedureEditionInput>('inForceFrom', async ({ procedureId }, manager) => {
      const editions = await manager.findBy(ProcedureEditionRecord, { procedureId });
      return editions.map(({ id, inForceFrom: from }) => ({ name: `edition ${id}`, from }));
    }),
  ],
  restsOn: [
    { on: ProcedureRecord, where: ({ id }: ProcedureRecord) => ({ procedureId: id }) },
    {
      on: ExecutiveDecisionRecord,
      where: ({ reference }: ExecutiveDecisionRecord) => ({ decisionReference: reference }),
    },
  ],
  demonstration: 'refuses',
});
