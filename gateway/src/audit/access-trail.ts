import type { SubgraphResponse } from '../subgraphs/subgraph-client';

/** What one operation did, as far as the record of access asks: subgraphs, and children by pseudonym. Never values. */
export class AccessTrail {
  /** Whether the whole operation was refused before anything was fetched. */
  isRefused = false;
  readonly #asked = new Set<string>();
  readonly #answered = new Set<string>();
  readonly #children = new Set<string>();
  readonly #unseen = new Set<string>();

  noteAsked(subgraph: string): void {
    this.#asked.add(subgraph);
  }

  /** Notes that a subgraph answered, and the pseudonyms of the children that it says it was about. */
  noteAnswer(subgraph: string, { extensions }: SubgraphResponse): void {
    this.#answered.add(subgraph);
    for (const child of textsIn(extensions?.['children'])) this.#children.add(child);
    for (const child of textsIn(extensions?.['unseen'])) this.#unseen.add(child);
  }

  /** Names of the subgraphs that were asked. */
  get asked(): ReadonlySet<string> {
    return this.#asked;
  }

  get coverage(): { asked: string[]; answered: string[] } {
    return { asked: [...this.#asked].sort(), answered: [...this.#answered].sort() };
  }

  /** Children that were shown, and those that were asked for by an id and not shown. */
  get children(): string[] {
    return [...new Set([...this.#children, ...this.#unseen])].sort();
  }

  /** Those of them of whom no subgraph showed anything. */
  get unseen(): string[] {
    return [...this.#unseen].filter((child) => !this.#children.has(child)).sort();
  }
}

function textsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}
