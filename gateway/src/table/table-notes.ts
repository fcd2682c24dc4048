import type { GraphQLFormattedError } from 'graphql';
import type { AnswerCoverage, CoverageCounts } from '../partial-answers/answer-coverage';
import type { SavedOperation } from '../saved/saved-operation';
import type { Page } from './pages';
import type { TableShape } from './table-shape';
import { unreadPages } from './unread-pages';
import type { Cell } from './units';

/** What a table's file says of itself below its rows. It is known when the last of them was written; a file without is not whole. */
export class TableNotes {
  readonly #asked = new Set<string>();
  /** One of each message and subgraph. */
  readonly #told = new Map<string, GraphQLFormattedError>();
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
    private readonly coverage: Pick<AnswerCoverage, 'counts'>,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.#demonstration = columns.flatMap(({ isDemonstration }, index) => (isDemonstration ? [index] : []));
    this.#paged = paged?.join('.');
    this.#from = this.#until = instant(now());
  }

  /** @param asked - names of the subgraphs that were asked for it. */
  addPage({ data, errors }: Page, asked: ReadonlySet<string>): void {
    this.#until = instant(this.now());
    for (const one of asked) this.#asked.add(one);
    for (const one of unreadPages(data)) if (one !== this.#paged) this.#unread.add(one);
    this.addErrors(errors);
  }

  addErrors(errors: readonly GraphQLFormattedError[]): void {
    for (const error of errors) {
      const what = JSON.stringify([error.message, error.extensions?.['subgraph']]);
      if (!this.#told.has(what)) this.#told.set(what, error);
    }
  }

  addRow(row: readonly Cell[]): void {
    this.#rows++;
    this.#isDemonstration ||= this.#demonstration.some((column) => row[column] === true);
  }

  get lines(): string[] {
    const { name, title, about, id } = this.operation;
    const told = [...this.#told.values()];
    const coverage = this.coverage.counts(this.#asked, told);
    return [
      `Question: ${title}. ${about}`,
      `Saved operation: ${name} (sha256:${id})`,
      ...(Object.keys(this.variables ?? {}).length > 0 ? [`Asked with: ${JSON.stringify(this.variables)}`] : []),
      `As of: ${this.#from}${this.#until === this.#from ? '' : ` to ${this.#until}`}`,
      `Source: London SCP hub, from ${[...this.#asked].sort().join(', ')}`,
      ...(coverage ? [lineOf(coverage)] : []),
      `Demonstration data: ${this.#isDemonstration ? 'yes, where isSynthetic is true' : 'no row is marked as such'}`,
      `Rows: ${this.#rows}`,
      ...[...new Set(told.map(({ message }) => `Not complete: ${message}`))],
      ...[...this.#unread].map((path) => `There is more of ${path} than the question asks for`),
    ];
  }
}

const lineOf = ({ expected, answered, missing }: CoverageCounts) =>
  `Coverage: ${answered} of ${expected} partnerships answered${missing.map((one) => `, not ${one}`).join('')}`;

const instant = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;
