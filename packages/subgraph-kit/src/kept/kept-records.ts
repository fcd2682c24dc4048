import type { DataSource } from 'typeorm';
import { defineLoader } from '../define-loader';
import { readBeside } from '../recording/read-rows';
import { classesReadWhole } from '../recording/whole-table';
import type { SubgraphContext } from '../subgraph-context';
import { frozen, KeptRows } from './kept-rows';

/** Bytes of records in memory, by their JSON. Five years of a partnership's are some 500 kB. */
const MOST_BYTES = 8 * 2 ** 20;

/**
 * What has been written until now: two looks are equal where nothing was committed between them. The number and the sum of
 * the lines, for one may be committed after a later one; the token of the last, for a restore begins to count again.
 */
const STATE = {
  sql: `SELECT json_build_array(count(*) OVER (), sum(id) OVER (), id, token) FROM record_write ORDER BY id DESC LIMIT 1`,
  valueOf: (line: readonly unknown[]) => line.join(' '),
};

/** Once a request, and again once it has written. */
const stateOf = defineLoader<'now', string>(async (_, { dataSource }) => {
  const [state] = await readBeside(dataSource, () => STATE);
  return new Map(state === undefined ? [] : [['now', state]]);
});

/**
 * Rows of tables that are read as a whole, in memory until something is written to any of these tables. Each request looks
 * whether something was, in the database itself: what it is given is never older than its own beginning. Below guards and
 * resolvers: it holds tables, as the service reads them, and no answer.
 */
export class KeptRecords {
  readonly #classes: ReadonlySet<unknown>;
  readonly #kept: KeptRows;
  #state: string | undefined;

  constructor(dataSource: DataSource, mostBytes = MOST_BYTES) {
    this.#classes = classesReadWhole(dataSource);
    this.#kept = new KeptRows(mostBytes);
  }

  /** Whether it is written down when rows of these classes are written. */
  areKept(classes: readonly unknown[]): boolean {
    return classes.every((one) => this.#classes.has(one));
  }

  /** Reads rows, unless they are kept as they are now. They are frozen, kept or not: all requests share them. */
  async read<Row extends object>(context: SubgraphContext, name: string, read: () => Promise<Row[]>): Promise<Row[]> {
    const state = await stateOf(context).load('now');
    if (state === undefined) return frozen(await read());
    const kept = this.#as(state).get(name);
    if (kept) return kept as Row[];
    // They may be newer than the state, and never older.
    const rows = frozen(await read());
    this.#as(state).set(name, rows);
    return rows;
  }

  /** What is kept of a state: nothing of any other. */
  #as(state: string): KeptRows {
    if (state !== this.#state) this.#kept.clear();
    this.#state = state;
    return this.#kept;
  }
}
