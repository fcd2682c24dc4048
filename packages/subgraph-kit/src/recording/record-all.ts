import { referenceKey, type UserError } from '@hub/contract';
import type { RequestIdentity } from '@hub/access';
import type { EntityManager, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { grouped } from './grouped';
import { Refusal } from './mutate';
import { readingOnce, type ReadingOnce } from './reading-once';
import type { AnyRecord, Recorder } from './record-definition';
import { checkedInput, findRow, keyOf, relationsOf, says, under, write, writingOf, type Writing } from './record-once';
import { refuseFor } from './refuse-for';
import { writeRows } from './write-rows';

/** What became of one of several inputs. */
export interface Outcome {
  kind: 'RECORDED' | 'FILLED_IN' | 'UNCHANGED' | 'REFUSED';
  problems: readonly UserError[];
}

/** Who records what, in one transaction. */
export interface Recording {
  manager: EntityManager;
  definition: AnyRecord;
  recorder: Recorder;
  requestIdentity: RequestIdentity;
}

const UNCHANGED: Outcome = { kind: 'UNCHANGED', problems: [] };

type Key = FindOptionsWhere<ObjectLiteral>;
/** An input that keeps to what it must, and its key. */
interface Checked {
  place: number;
  input: object;
  key: Key;
}

/**
 * Records several inputs as {@link recordOnce} would record them one after another, by few statements. Inputs whose checks
 * read what others of them write are recorded one after another indeed.
 */
export class RecordAll {
  readonly #recording: Recording;
  readonly #reading: ReadingOnce;
  #isInTurn = false;

  constructor(recording: Recording) {
    this.#reading = readingOnce(recording.manager);
    this.#recording = { ...recording, manager: this.#reading.manager };
  }

  /** What became of each. A refused input leaves nothing, and keeps none of the others from being recorded. */
  async record(given: readonly object[]): Promise<Outcome[]> {
    this.#reading.forget();
    const outcomes: Outcome[] = [];
    const together = this.#isInTurn ? [] : await this.#checked(given, outcomes);
    // What the checks read is written by others of them: nothing of it counts.
    const alone = this.#isInTurn ? given.map((_, place) => place) : await this.#together(together, outcomes);
    for (const place of alone) outcomes[place] = await this.#alone(given[place]!);
    return outcomes;
  }

  async #alone(given: object): Promise<Outcome> {
    const { manager, definition, recorder } = this.#recording;
    return refusedOr(async () => {
      const { input, key } = await this.#check(given);
      const found = await findRow(manager, definition, key);
      const writing = await writingOf(manager, definition, { input, found }, recorder);
      if (writing === null) return UNCHANGED;
      await write(manager, definition, writing, recorder);
      this.#reading.forget();
      return { kind: writing.kind, problems: [] };
    });
  }

  async #checked(given: readonly object[], outcomes: Outcome[]): Promise<Checked[]> {
    const checked: Checked[] = [];
    for (const [place, one] of given.entries()) {
      outcomes[place] = await refusedOr(async () => {
        checked.push({ place, ...(await this.#check(one)) });
        return UNCHANGED;
      });
    }
    this.#isInTurn = this.#reading.hasRead(this.#recording.definition.row);
    return checked;
  }

  /** @returns the places of those that are left to be recorded one after another. */
  async #together(checked: readonly Checked[], outcomes: Outcome[]): Promise<number[]> {
    const { manager, definition, recorder } = this.#recording;
    const left = withoutRepeats(checked);
    for (; left.length > 0 && !this.#isInTurn; left.shift()) {
      const [run] = left as [Checked[]];
      const stored = await this.#rowsUnder(run.map(({ key }) => key));
      const writings: Writing<ObjectLiteral>[] = [];
      for (const [index, { place, input }] of run.entries()) {
        outcomes[place] = await refusedOr(async () => {
          const writing = await writingOf(manager, definition, { input, found: stored[index]! }, recorder);
          if (writing) writings.push(writing);
          return writing ? { kind: writing.kind, problems: [] } : UNCHANGED;
        });
      }
      // What is asked of what is new may read it too; and what gives way to it takes others with it.
      const displaces = writings.some(({ changed, kind }) => changed && kind === 'RECORDED');
      this.#isInTurn = displaces || this.#reading.hasRead(definition.row);
      if (this.#isInTurn) break;
      await this.#write(writings);
    }
    return left.flat().map(({ place }) => place);
  }

  async #check(given: object): Promise<{ input: object; key: Key }> {
    const { manager, definition, recorder, requestIdentity } = this.#recording;
    refuseFor(definition.mayRecord?.problem(given, requestIdentity) ?? null);
    const input: object = await checkedInput(manager, definition, given, recorder);
    return { input, key: keyOf(definition, input, recorder) };
  }

  /** Past what is remembered: it is what is written. */
  async #rowsUnder(keys: readonly Key[]): Promise<(ObjectLiteral | null)[]> {
    if (keys.length === 0) return [];
    const { definition, manager } = this.#recording;
    const rows = await manager.queryRunner!.manager.find<ObjectLiteral>(definition.row, {
      where: keys.map((key, place) => under(definition, key, place)),
      relations: relationsOf(definition),
    });
    const byKey = grouped(rows, (row) => textOf(keys[0]!, row));
    return keys.map((key) => {
      const found = byKey.get(textOf(key, key)) ?? [];
      return found.find((row) => says(row, key)) ?? found[0] ?? null;
    });
  }

  async #write(writings: readonly Writing<ObjectLiteral>[]): Promise<void> {
    const { manager, definition, recorder } = this.#recording;
    const [own, others] = [writings.filter(({ changed }) => !changed), writings.filter(({ changed }) => changed)];
    const rows = own.map(({ row }) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)),
    );
    // Of one statement all rows have the same properties.
    for (const alike of grouped(rows, (row) => Object.keys(row).join()).values()) {
      await writeRows<ObjectLiteral>(manager.queryRunner!.manager, definition.row, alike);
    }
    for (const writing of others) await write(manager, definition, writing, recorder);
  }
}

async function refusedOr(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'REFUSED', problems: error.userErrors };
    throw error;
  }
}

/** Parts of a list in its order, in each of which no key comes twice. */
function withoutRepeats(checked: readonly Checked[]): Checked[][] {
  const runs: Checked[][] = [];
  let keys = new Set<string>();
  for (const one of checked) {
    const text = textOf(one.key, one.key);
    if (runs.length === 0 || keys.has(text)) {
      runs.push([]);
      keys = new Set();
    }
    runs.at(-1)!.push(one);
    keys.add(text);
  }
  return runs;
}

/** What a row has under the properties of a key, compared as keys are. */
function textOf(key: object, row: object): string {
  const part = (shape: unknown, value: unknown): unknown => {
    if (typeof shape !== 'object' || shape === null) return value ?? null;
    return Object.keys(shape).map((name) =>
      part((shape as Record<string, unknown>)[name], (value as Record<string, unknown> | null)?.[name]),
    );
  };
  return referenceKey(JSON.stringify(part(key, row)));
}
