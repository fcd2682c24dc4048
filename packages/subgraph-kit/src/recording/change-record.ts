import type { Caller } from '@hub/access';
import { RecordChangeKind } from '@hub/contract';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import type { Check } from './checks';
import { proseProblems } from './prose-problems';
import { publishedFields } from './published-fields';
import { RecordChangeRow } from './record-change-row';
import type { RecordDefinition, Recorder, Resting } from './record-definition';
import {
  checksOf,
  findRow,
  idOf,
  isRecorded,
  keyOf,
  readBy,
  refuseUnless,
  releaseFromDemonstration,
  says,
} from './record-once';
import { problem, refuseFor } from './refuse-for';
import { takeTurn } from './take-turn';

/** Why something recorded changes. */
export interface Reasoned {
  reason: string;
}

/** The codes that a change can be refused with, beside those of recording. */
export const CHANGE_CODES = ['TOO_LONG', 'SAYS_NOTHING', 'NAMES_SOMEBODY', 'RECORD_UNKNOWN', 'RESTED_ON'];

/** Who changes what, for the history. */
export interface Change {
  recorder: Recorder;
  caller: Caller | null;
}

/** What is known of a row that is taken out. */
interface TakenOut<Input> extends Reasoned {
  input: Input;
  kind: RecordChangeKind;
  caller: Caller | null;
  /** @default [] */
  restings?: readonly Resting[];
}

/**
 * Withdraws a record that should not have been made. What it was stays in the history, and the same may be recorded again.
 *
 * @param given - the fields that it is recorded by, and the reason.
 * @returns what it was.
 * @throws Refusal
 */
export async function withdrawRecord<Row extends ObjectLiteral, Input extends object>(
  manager: EntityManager,
  definition: RecordDefinition<Row, Input>,
  given: Input & Reasoned,
  change: Change,
): Promise<Row> {
  await takeTurn(manager);
  const input = await readBy(definition, given, change.recorder, manager);
  const { reason } = input;
  await refuseUnless([saysWhy], input, manager);
  const row = await changeableRow(manager, definition, input, change);
  if (definition.partOf) {
    await refuseUnless(definition.mayBecome ?? [], { ...row, ...definition.partOf.open }, manager);
  }
  const taken = { input, reason, caller: change.caller, restings: change.recorder.restings };
  await takeOut(manager, definition, row, { ...taken, kind: RecordChangeKind.WITHDRAWN });
  return row;
}

/**
 * Corrects what a record says. What it was stays in the history; a correction that changes nothing leaves no trace.
 *
 * @param given - the whole content as it should have been recorded, and the reason.
 * @throws Refusal with every problem at once.
 */
export async function correctRecord<Row extends ObjectLiteral, Input extends object>(
  manager: EntityManager,
  definition: RecordDefinition<Row, Input>,
  given: Input & Reasoned,
  change: Change,
): Promise<Row> {
  await takeTurn(manager);
  const { reason, ...rest } = await readBy(definition, given, change.recorder, manager);
  const input = rest as unknown as Input;
  await refuseUnless<Input & Reasoned>([saysWhy, ...checksOf(definition)], { ...input, reason }, manager);
  const row = await changeableRow(manager, definition, input, change);
  const taken = { input, reason, caller: change.caller, restings: change.recorder.restings };
  const content = definition.content(input);
  if (says(row, content)) return row;
  await refuseUnless(definition.mayBecome ?? [], { ...row, ...content } as Row, manager);
  // What must stand for it is asked as if it had not been recorded, with what was added to it since.
  await takeOut(manager, definition, row, { ...taken, kind: RecordChangeKind.CORRECTED });
  const said = publishedFields(definition.input).map(({ name }) => name);
  const added = Object.entries(row).filter(([property]) => !said.includes(property));
  await refuseUnless(definition.requires ?? [], { ...Object.fromEntries(added), ...input }, manager);
  await (definition.partOf
    ? manager.update(definition.row, idOf(manager, definition, row), content as QueryDeepPartialEntity<Row>)
    : manager.insert(definition.row, { ...row, ...content } as unknown as QueryDeepPartialEntity<Row>));
  return (await findRow(manager, definition, keyOf(definition, input, change.recorder)))!;
}

/** Takes a record out of its table, and writes into the history what it was; of a part, its row stays without it. */
export async function takeOut<Row extends ObjectLiteral, Input extends object>(
  manager: EntityManager,
  { row, name, named, partOf, content }: RecordDefinition<Row, Input>,
  stored: Row,
  { input, reason, kind, caller, restings = [] }: TakenOut<Input>,
): Promise<void> {
  const own = partOf ? Object.keys(content(input)) : Object.keys(stored);
  const was = own.map((property): [string, unknown] => [property, stored[property]]);
  for (const { on, row: other, where, first } of partOf ? [] : restings) {
    if (on !== row || first !== null) continue;
    was.push([other.name.replace(/Record$/, ''), await manager.findBy(other, where(stored))]);
    await manager.delete(other, where(stored));
  }
  await manager.insert(RecordChangeRow, {
    ...{ recordType: name, record: named(input), kind, reason },
    ...{ person: caller?.person ?? null, role: caller?.role ?? null },
    was: was.map(([field, value]) => ({ field, value: asText(value) })),
  });
  const id = idOf(manager, { row }, stored);
  await (partOf ? manager.update(row, id, partOf.open as QueryDeepPartialEntity<Row>) : manager.delete(row, id));
}

/** Why it changes stays in the history, and names nobody there. */
const saysWhy: Check<Reasoned> = {
  codes: ['TOO_LONG', 'SAYS_NOTHING', 'NAMES_SOMEBODY'],
  problems: ({ reason }) => proseProblems('reason', reason, 500),
};

/** The row that an input names, where it may change. */
async function changeableRow<Row extends ObjectLiteral, Input extends object>(
  manager: EntityManager,
  definition: RecordDefinition<Row, Input>,
  input: Input,
  { recorder }: Change,
): Promise<Row> {
  const named = definition.named(input);
  const field = String(definition.by.at(-1));
  const found = await findRow(manager, definition, keyOf(definition, input, recorder));
  const row = isRecorded(definition, found) ? found : null;
  if (!row || row['isSynthetic'] === true || row['isReference'] === true) {
    const what = row ? 'is not what was recorded here' : 'is not recorded, or was withdrawn';
    refuseFor(
      problem(field, 'RECORD_UNKNOWN', `${named} ${what}. Give one that was recorded; recordChanges shows the rest.`),
    );
  }
  // What rests on a row rests on what recorded it, and not on what was added to it since.
  const restings = definition.partOf ? [] : recorder.restings;
  if (!definition.partOf) await releaseFromDemonstration(manager, definition, row!, recorder);
  const resting = [];
  for (const { on, row: other, where, first } of restings) {
    if (on !== definition.row || first === null || !(await manager.existsBy(other, where(row)))) continue;
    resting.push(problem(field, 'RESTED_ON', `${other.name.replace(/Record$/, '')} rests on ${named}. ${first}`));
  }
  refuseFor(...resting);
  await refuseUnless(definition.mayChange ?? [], row!, manager);
  return row!;
}

function asText(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  return JSON.stringify(value);
}
