import type { SubgraphResponse } from '../subgraph-client';

/** What one operation did, as far as the record of access asks: subgraphs, and children by pseudonym. Never values. */
export class AccessTrail {
  /** Whether the whole operation was refused before anything was fetched. */
  isRefused = false;
  readonly #asked = new Set<string>();
  readonly #answered = new Set<string>();
  readonly #children = new Set<string>();

  noteAsked(subgraph: string): void {
    this.#asked.add(subgraph);
  }

  /** Notes that a subgraph answered, and the pseudonyms of the children that it says its answer holds. */
  noteAnswer(subgraph: string, { extensions }: SubgraphResponse): void {
    this.#answered.add(subgraph);
    const children = extensions?.['children'];
    if (!Array.isArray(children)) return;
    for (const child of children) if (typeof child === 'string') this.#children.add(child);
  }

  get coverage(): { asked: string[]; answered: string[] } {
    return { asked: [...this.#asked].sort(), answered: [...this.#answered].sort() };
  }

  get children(): string[] {
    return [...this.#children].sort();
  }
}
