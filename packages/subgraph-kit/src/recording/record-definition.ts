import type { RequestIdentity, Scope } from '@hub/access';
import type { UserError } from '@hub/contract';
import type {
  DeepPartial,
  EntityManager,
  EntitySchema,
  FindOptionsOrder,
  FindOptionsWhere,
  ObjectLiteral,
} from 'typeorm';
import { correctionInput, withdrawalInput } from './change-inputs';
import type { Check } from './checks';
import type { Names } from './names';
import { payloadType } from './record-payload';
import { recordSchema, type Stored } from './record-schema';

/** What of one table rests on a row of another. */
export interface Support {
  on: new () => ObjectLiteral;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a row of `on`
  where(row: any): ObjectLiteral;
}

/** Rows that rest on others. */
export interface Resting extends Support {
  row: new () => ObjectLiteral;
  /** What to do with them before those can change; null where they go with those, into the history. */
  first: string | null;
}

/** Who records: a partnership, or the London SCP. */
export interface Recorder {
  /** Its id, as `lambeth`. */
  id: string;
  /** What rests on what in its database. */
  restings: readonly Resting[];
}

/** What a mutation answers: a payload of its own, or one that several mutations share. */
export type Answers = { as: string } & (
  { type: Function; what: string; result: string; nothing?: string } | { payload: Function }
);

/**
 * Something that is recorded later in the row of another record, as the answer to an invitation. Its checks, or what it names,
 * refuse it where there is no such row.
 */
export interface PartOf<Row extends ObjectLiteral> {
  /** The record whose row it is. */
  of: Pick<RecordDefinition<Row, never>, 'schema'>;
  /** The properties that hold it, as they are before it is recorded; the first of them is null then. */
  open: Partial<Row>;
}

/** What a definition says of a record. */
export interface RecordSays<Row extends ObjectLiteral, Input extends object> {
  /** The published type, with what is stored beside it. */
  row: new () => Row;
  table: string;
  /** The clauses of the founding documents whose matter it keeps, as `HAV-13`. @default [] */
  clauses?: readonly string[];
  /** What it is called, where it is not all that the row holds. @default the name of the row's class */
  name?: string;
  /** @default it has a row of its own */
  partOf?: PartOf<NoInfer<Row>>;
  /** What is stored beside what is published, or otherwise; null where a published field is not stored. @default {} */
  stored?: Stored<NoInfer<Row>>;
  /** By which lists are sorted. */
  order: FindOptionsOrder<NoInfer<Row>>;
  /** The mutation that records it, as `adoptProcedure`. */
  mutation: string;
  /** What the mutation does. The codes of its refusals are added. */
  description: string;
  input: new () => Input;
  /** What the input is. */
  about: string;
  answers: Answers;
  /** Who may. @default whoever writes in the records of the partnership, as `lambeth:write` */
  scope?: Scope | readonly Scope[];
  /** Who may, where the input decides. @default whoever has a scope */
  mayRecord?: { codes: readonly string[]; problem(input: NoInfer<Input>, who: RequestIdentity): UserError | null };
  /** The input as the recorder reads it, as with an agency's id within a partnership. @default as it is given */
  read?(input: NoInfer<Input>, recorder: Recorder): NoInfer<Input>;
  /** What the input names: read as it is recorded here, or refused. @default {} */
  names?: Names<NoInfer<Input>>;
  /** Fields of the input that say what there is one record of. */
  by: readonly (keyof NoInfer<Input> & string)[];
  /** The same by properties of the row. @default those of the same names */
  key?(input: NoInfer<Input>, recorder: Recorder): FindOptionsWhere<NoInfer<Row>> & DeepPartial<NoInfer<Row>>;
  /** What is recorded of it. */
  content(input: NoInfer<Input>): DeepPartial<NoInfer<Row>>;
  /** What is stored beside both, as `id`. @default {} */
  derived?(input: NoInfer<Input>, recorder: Recorder): DeepPartial<NoInfer<Row>>;
  /** Properties that may be null at first, and are filled in later under the same key. @default [] */
  filledLater?: readonly (keyof NoInfer<Row> & string)[];
  /** What it is called in a refusal, as `The adoption of london-procedures:2026-03`. */
  named(input: NoInfer<Input>): string;
  /** How other content is refused. @default the last of the fields that it is recorded by, and REFERENCE_TAKEN */
  taken?: { field?: keyof NoInfer<Input> & string; code?: string };
  /** What an input must keep to. All problems are told at once. */
  checks: readonly Check<NoInfer<Input>>[];
  /** Days of the input that may lie ahead: all others are of what has been done. @default [] */
  ahead?: readonly (keyof NoInfer<Input> & string)[];
  /**
   * What must stand for it to be recorded; not asked where the same is recorded already. Of a correction, what was added to
   * the row since stands beside the input.
   *
   * @default []
   */
  requires?: readonly Check<NoInfer<Input>>[];
  /** Whether a demonstration record of the same key gives way to it or refuses it, or it follows what it is recorded on. */
  demonstration: 'displaces' | 'refuses' | 'follows';
  /** What it rests on: that stays as it is while this is recorded. @default [] */
  restsOn?: readonly Support[];
  /** What must hold of what is recorded for it to be corrected or withdrawn. @default [] */
  mayChange?: readonly Check<NoInfer<Row>>[];
  /** What must hold of a row as it becomes by a correction, or once a part of it is withdrawn. @default [] */
  mayBecome?: readonly Check<NoInfer<Row>>[];
  /** What is answered of it. @default the row */
  answer?(row: NoInfer<Row>, manager: EntityManager): Promise<unknown>;
}

/** A record: what its definition says, and what follows from that. */
export interface RecordDefinition<Row extends ObjectLiteral, Input extends object> extends RecordSays<Row, Input> {
  /** As `ProcedureAdoption`. */
  name: string;
  schema: EntitySchema<Row>;
  /** What its mutations answer. */
  payload: Function;
  /** What is given to correct it, and to withdraw it. */
  correction: new () => object;
  withdrawal: new () => object;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of records of any type
export type AnyRecord = RecordDefinition<any, any>;

/** Defines a record. */
export function defineRecord<Row extends ObjectLiteral, Input extends object>(
  says: RecordSays<Row, Input>,
): RecordDefinition<Row, Input> {
  const { row, table, partOf, stored = {}, answers, input, by, name = row.name.replace(/Record$/, '') } = says;
  return {
    ...{ ...says, name, correction: correctionInput(name, input), withdrawal: withdrawalInput(name, input, by) },
    schema: partOf?.of.schema ?? recordSchema(row, table, stored),
    payload: 'payload' in answers ? answers.payload : payloadType(says.mutation, answers),
  };
}

/** The scopes of which one lets somebody record it. */
export function scopesOf({ scope }: AnyRecord, { id }: Recorder): readonly Scope[] {
  return [scope ?? `${id}:write`].flat();
}
