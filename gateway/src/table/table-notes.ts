import type { GraphQLFormattedError } from 'graphql';
import type { SavedOperation } from '../saved/saved-operation';
import type { Page } from './pages';
import type { TableShape } from './table-shape';
import { unreadPages } from './unread-pages';
import type { Cell } from './units';

/** What a table's file says of itself below its rows. It is known when the last of them was written; a file without is not whole. */
export class TableNotes {
  readonly #asked = new Set<string>();
  readonly #missing = new Set<string>();
  readonly #told = new Set<string>();
  readonly #unread = new Set<string>();
  readonly #demonstration: readonly number[];
  readonly #paged: string | undefined;
  readonly #from: string;
  #until: string;
  #rows = 0;
  #isDemonstration = false;

  constructor(
    private readonly operation: Pick<SavedOperation, 'name' | 'title' | 'about' | 'id'>,
    private readonly variables: Readonly<Record<string, unknown>> | undefined,
    { columns, paged }: TableShape,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.#demonstration = columns.flatMap(({ isDemonstration }, index) => (isDemonstration ? [index] : []));
    this.#paged = paged?.join('.');
    this.#from = this.#until = instant(now());
  }

  /** @param coverage - names of the subgraphs that were asked for it, and of those that answered. */
  addPage(
    { data, errors }: Page,
    { asked, answered }: { asked: readonly string[]; answered: readonly string[] },
  ): void {
    this.#until = instant(this.now());
    for (const one of asked) this.#asked.add(one);
    for (const one of asked.filter((name) => !answered.includes(name))) this.#missing.add(one);
    for (const one of unreadPages(data)) if (one !== this.#paged) this.#unread.add(one);
    this.addErrors(errors);
  }

  addErrors(errors: readonly GraphQLFormattedError[]): void {
    for (const { message } of errors) this.#told.add(message);
  }

  addRow(row: readonly Cell[]): void {
    this.#rows++;
    this.#isDemonstration ||= this.#demonstration.some((column) => row[column] === true);
  }

  get lines(): string[] {
    const { name, title, about, id } = this.operation;
    const missing = [...this.#missing].sort();
    const asked = this.#asked.size;
    return [
      `Question: ${title}. ${about}`,
      `Saved operation: ${name} (sha256:${id})`,
      ...(Object.keys(this.variables ?? {}).length > 0 ? [`Asked with: ${JSON.stringify(this.variables)}`] : []),
      `As of: ${this.#from}${this.#until === this.#from ? '' : ` to ${this.#until}`}`,
      `Source: London SCP hub, from ${[...this.#asked].sort().join(', ')}`,
      `Coverage: ${asked - missing.length} of ${asked} sources answered${missing.map((one) => `, not ${one}`).join('')}`,
      `Demonstration data: ${this.#isDemonstration ? 'yes, where isSynthetic is true' : 'no row is marked as such'}`,
      `Rows: ${this.#rows}`,
      ...[...this.#told].map((message) => `Not complete: ${message}`),
      ...[...this.#unread].map((path) => `There is more of ${path} than the question asks for`),
    ];
  }
}

const instant = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;
