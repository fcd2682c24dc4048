import { referenceKey, type UserError } from '@hub/contract';
import type { DeepPartial, EntityManager, FindOptionsRelations, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { notAhead, type Check } from './checks';
import { namesAreKnown, readNames, type Names } from './names';
import type { AnyRecord, RecordDefinition, Recorder } from './record-definition';
import { problem, refuseFor } from './refuse-for';
import { sameReference } from './same-reference';
import { takeTurn } from './take-turn';
import { textsFit } from './texts-fit';
import { tidied } from './tidied';

/**
 * Records something once, in the transaction of a mutation. The same again changes nothing, and other content is refused.
 *
 * @throws Refusal with every problem at once.
 */
export async function recordOnce<Row extends ObjectLiteral, Input extends object>(
  manager: EntityManager,
  definition: RecordDefinition<Row, Input>,
  given: Input,
  recorder: Recorder,
): Promise<Row> {
  await takeTurn(manager);
  const input = await checkedInput(manager, definition, given, recorder);
  const key = keyOf(definition, input, recorder);
  const found = await findRow(manager, definition, key);
  const writing = await writingOf(manager, definition, { input, found }, recorder);
  if (writing === null) return found!;
  await write(manager, definition, writing, recorder);
  return (await findRow(manager, definition, key))!;
}

/**
 * An input as it is recorded, that keeps to what it must.
 *
 * @throws Refusal with every problem at once.
 */
export async function checkedInput<Row extends ObjectLiteral, Input extends object>(
  manager: EntityManager,
  definition: RecordDefinition<Row, Input>,
  given: Input,
  recorder: Recorder,
): Promise<Input> {
  const input = await readBy(definition, given, recorder, manager);
  await refuseUnless(checksOf(definition), input, manager);
  return input;
}

/** What is to be written of an input. */
export interface Writing<Row extends ObjectLiteral> {
  row: QueryDeepPartialEntity<Row>;
  /** The row that it changes; null where it is a row of its own. */
  changed: Row | null;
  kind: 'RECORDED' | 'FILLED_IN';
}

/**
 * What is to be written of an input, by the row that is found under its key; null where the same is recorded already.
 *
 * @throws Refusal where other content is recorded, or what it rests on does not stand.
 */
export async function writingOf<Row extends ObjectLiteral, Input extends object>(
  manager: EntityManager,
  definition: RecordDefinition<Row, Input>,
  { input, found }: { input: Input; found: Row | null },
  recorder: Recorder,
): Promise<Writing<Row> | null> {
  const content = definition.content(input);
  const stored = isRecorded(definition, found) ? found : null;
  const isDemonstration = !definition.partOf && stored?.['isSynthetic'] === true;
  if (stored && !(isDemonstration && definition.demonstration === 'displaces')) {
    const { changed, filled } = compared(definition, stored, content);
    refuseFor(isDemonstration || changed.length > 0 ? taken(definition, input, changed) : null);
    if (Object.keys(filled).length === 0) return null;
    return { row: filled as QueryDeepPartialEntity<Row>, changed: stored, kind: 'FILLED_IN' };
  }
  await refuseUnless(definition.requires ?? [], input, manager);
  const key = keyOf(definition, input, recorder);
  const own = { ...emptyRow(definition), ...definition.derived?.(input, recorder), ...key, ...content };
  const row = (definition.partOf ? content : own) as QueryDeepPartialEntity<Row>;
  return { row, changed: found, kind: 'RECORDED' };
}

/** Writes what is to be written of one input. */
export async function write<Row extends ObjectLiteral, Input extends object>(
  manager: EntityManager,
  definition: RecordDefinition<Row, Input>,
  { row, changed, kind }: Writing<Row>,
  recorder: Recorder,
): Promise<void> {
  if (kind === 'RECORDED' && changed && isRecorded(definition, changed)) {
    await releaseFromDemonstration(manager, definition, changed, recorder);
  }
  await (changed
    ? manager.update(definition.row, idOf(manager, definition, changed), row)
    : manager.insert(definition.row, row));
}

/** An input as it is recorded. */
export async function readBy<Given extends object>(
  { read, names = {} }: Pick<AnyRecord, 'read' | 'names'>,
  given: Given,
  recorder: Recorder,
  manager: EntityManager,
): Promise<Given> {
  const input = tidied(given);
  return readNames(names as Names<Given>, read ? (read(input, recorder) as Given) : input, manager);
}

/**
 * An input of a mutation that is not of a record, as it is recorded: what it names is there, the days of what has been done
 * have come, and nobody can be recognised by its texts.
 *
 * @param ahead - days that may lie ahead. @default []
 * @throws Refusal with every problem at once.
 */
export async function readInput<Input extends object>(
  manager: EntityManager,
  type: new () => Input,
  given: Input,
  { names = {}, ahead = [] }: { names?: Names<Input>; ahead?: readonly (keyof Input & string)[] } = {},
): Promise<Input> {
  await takeTurn(manager);
  const input = await readBy({ names }, given, { id: '', restings: [] }, manager);
  await refuseUnless([...namesAreKnown(names), notAhead(type, ahead), textsFit(type)], input, manager);
  return input;
}

/** Whether a row says anything of a record: of one that is part of another its own properties. */
export function isRecorded<Row extends ObjectLiteral>(
  { partOf }: Pick<RecordDefinition<Row, never>, 'partOf'>,
  row: Row | null,
): row is Row {
  return row !== null && (!partOf || row[Object.keys(partOf.open)[0]!] !== null);
}

/** Takes out what of the demonstration rests on a row, before that changes. */
export async function releaseFromDemonstration(
  manager: EntityManager,
  { row }: AnyRecord,
  stored: ObjectLiteral,
  { restings }: Recorder,
): Promise<void> {
  for (const { on, row: resting, where } of restings) {
    const isMarked = manager.connection.getMetadata(resting).findColumnWithPropertyName('isSynthetic');
    if (on === row && isMarked) await manager.delete(resting, { ...where(stored), isSynthetic: true });
  }
}

/** The key that an input names. */
export function keyOf<Row extends ObjectLiteral, Input extends object>(
  { key, by }: RecordDefinition<Row, Input>,
  input: Input,
  recorder: Recorder,
): FindOptionsWhere<Row> {
  if (key) return key(input, recorder);
  return Object.fromEntries(by.map((field) => [field, input[field]])) as FindOptionsWhere<Row>;
}

/** The codes that recording can be refused with, in the order in which they are asked. */
export function codesOf(definition: AnyRecord): string[] {
  const checks = [...checksOf(definition), ...(definition.requires ?? [])].flatMap(({ codes }) => codes);
  return [...new Set([...(definition.mayRecord?.codes ?? []), ...checks, takenBy(definition).code])];
}

/** A row before anything is said: nothing is left in it of a demonstration record that gives way. */
function emptyRow({ schema }: AnyRecord): Record<string, unknown> {
  const columns = Object.entries(schema.options.columns);
  const open = columns.flatMap(([property, column]) => (column!.nullable ? [[property, null]] : []));
  return { ...Object.fromEntries(open), ...('isSynthetic' in schema.options.columns && { isSynthetic: false }) };
}

/** A row by its primary key. */
export function idOf<Row extends ObjectLiteral>(
  manager: EntityManager,
  { row }: Pick<RecordDefinition<Row, never>, 'row'>,
  stored: Row,
): FindOptionsWhere<Row> {
  return manager.getRepository(row).metadata.getEntityIdMap(stored) as FindOptionsWhere<Row>;
}

/** Related rows that are read with a row. */
export function relationsOf<Row extends ObjectLiteral>({ schema }: Pick<RecordDefinition<Row, never>, 'schema'>) {
  const names = Object.keys(schema.options.relations ?? {});
  return Object.fromEntries(names.map((name) => [name, true])) as FindOptionsRelations<Row>;
}

/** The row under a key; null where there is none. Of two whose references differ by case alone, as before they were compared so, the one that is named. */
export async function findRow<Row extends ObjectLiteral>(
  manager: EntityManager,
  definition: Pick<RecordDefinition<Row, never>, 'row' | 'schema'>,
  key: FindOptionsWhere<Row>,
): Promise<Row | null> {
  const rows = await manager.find(definition.row, {
    where: under(definition, key),
    relations: relationsOf(definition),
  });
  return rows.find((row) => says(row, key)) ?? rows[0] ?? null;
}

/**
 * A key as a condition.
 *
 * @param place - that tells its parameters from those of other keys of a statement.
 */
export function under<Row extends ObjectLiteral>(
  { schema }: Pick<RecordDefinition<Row, never>, 'schema'>,
  key: FindOptionsWhere<Row>,
  place: number | '' = '',
): FindOptionsWhere<Row> {
  const where = Object.entries(key).map(([property, value]) => {
    const isText = typeof value === 'string' && schema.options.columns[property as keyof Row]?.type === 'text';
    return [property, isText ? sameReference(`${property}${place}`, value) : value];
  });
  return Object.fromEntries(where) as FindOptionsWhere<Row>;
}

/** What follows from a definition, once it was asked for. */
const knownChecks = new WeakMap<object, Check<never>[]>();

export function checksOf<Row extends ObjectLiteral, Input extends object>(
  definition: RecordDefinition<Row, Input>,
): Check<Input>[] {
  const { checks, names = {}, input, ahead } = definition;
  let known = knownChecks.get(definition) as Check<Input>[] | undefined;
  if (!known) {
    known = [...checks, ...namesAreKnown<Input>(names), notAhead(input, ahead), textsFit(input)];
    knownChecks.set(definition, known);
  }
  return known;
}

/** Refuses what breaks a rule: all at once, and what two rules find once. */
export async function refuseUnless<Input>(checks: readonly Check<Input>[], input: Input, manager: EntityManager) {
  const problems = new Map<string, UserError>();
  for (const check of checks) {
    for (const one of await check.problems(input, manager)) {
      const what = one && `${one.field.join('.')} ${one.code}`;
      if (what && !problems.has(what)) problems.set(what, one);
    }
  }
  refuseFor(...problems.values());
}

/** In which properties other content is recorded, and which are open and can be filled in. */
function compared<Row extends ObjectLiteral>(
  { filledLater = [] }: Pick<RecordDefinition<Row, never>, 'filledLater'>,
  stored: Row,
  content: DeepPartial<Row>,
) {
  const differing = Object.entries(content).filter(([property, wanted]) => !agrees(property, stored[property], wanted));
  const isLater = ([property]: [string, unknown]) => filledLater.includes(property);
  const isOpen = ([property]: [string, unknown]) => stored[property] === null;
  return {
    changed: differing
      .filter((one) => !(isLater(one) && (isOpen(one) || one[1] === null)))
      .map(([property]) => property),
    filled: Object.fromEntries(differing.filter((one) => isLater(one) && isOpen(one))),
  };
}

/** Whether what is stored says all that is wanted: of a related row its id, of JSON its values in any order. */
export function says(stored: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return stored === wanted;
  if (typeof stored !== 'object' || stored === null) return false;
  const isAsLong = !Array.isArray(wanted) || wanted.length === (stored as unknown[]).length;
  return (
    isAsLong && Object.entries(wanted).every(([name, value]) => says((stored as Record<string, unknown>)[name], value))
  );
}

/** Whether the same again is said: references are compared by `referenceKey`. */
function agrees(property: string, stored: unknown, wanted: unknown): boolean {
  const isReference = /reference$/i.test(property) && typeof stored === 'string' && typeof wanted === 'string';
  return isReference ? referenceKey(stored) === referenceKey(wanted) : says(stored, wanted);
}

/** The field and the code by which other content is refused. */
export function takenBy({ taken, by }: AnyRecord): { field: string; code: string } {
  return { field: String(by.at(-1)), code: 'REFERENCE_TAKEN', ...taken };
}

function taken<Row extends ObjectLiteral, Input extends object>(
  definition: RecordDefinition<Row, Input>,
  input: Input,
  changed: readonly string[],
) {
  const { field, code } = takenBy(definition);
  const before =
    changed.length > 0
      ? `was recorded before, with another ${changed.join(', ')}. Send the same content, or correct it by correct${definition.name}.`
      : `is demonstration data. Take that out by HUB_DEMO=0, or use another ${field}.`;
  return problem(field, code, `${definition.named(input)} ${before}`);
}
