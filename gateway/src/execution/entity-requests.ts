import { mergeDocuments, variableOf } from '../subgraphs/merged-document';
import { bodyAround, variablesText } from './compiled-fetch';
import type { Execution } from './execution';
import type { EntityFetch, Part } from './representations';

/** Characters of representations in one request. A subgraph takes a mebibyte, and a character has three bytes at most. */
const MOST_CHARACTERS = 256 * 1024;

const REPRESENTATIONS = 'representations';

/** How many merged documents of one stage are kept. Which fetches meet in a request hangs on what there is to ask for. */
const KEPT = 100;

type Around = ReturnType<typeof bodyAround>;

/** The requests for entities of one stage. */
export class EntityRequests {
  readonly #alone = new Map<EntityFetch, Around>();
  readonly #merged = new Map<string, Around>();
  readonly #numbers = new Map<EntityFetch, number>();

  /** What goes into each request: parts of one subgraph, as many as may be in one body. */
  fitting(parts: readonly Part[]): Part[][] {
    const requests: Part[][] = [];
    const open = new Map<string, { parts: Part[]; characters: number }>();
    for (const part of parts.flatMap(bounded)) {
      const characters = charactersOf(part);
      const { subgraph } = part.fetch;
      let request = open.get(subgraph);
      // A fetch stands once in a document.
      const fits =
        request &&
        request.characters + characters <= MOST_CHARACTERS &&
        !request.parts.some(({ fetch }) => fetch === part.fetch);
      if (!request || !fits) {
        request = { parts: [], characters: 0 };
        open.set(subgraph, request);
        requests.push(request.parts);
      }
      request.parts.push(part);
      request.characters += characters;
    }
    return requests;
  }

  /** The body of a request for parts of one subgraph. */
  body(parts: readonly Part[], execution: Execution): string {
    const { before, after } = this.#around(parts);
    const variables = parts.flatMap(({ fetch, representations }, index) => {
      const prefix = parts.length === 1 ? '' : variableOf(index, '');
      const list = `"${prefix}${REPRESENTATIONS}":[${representations.join()}]`;
      return fetch.variables.length === 0 ? [list] : [...variablesText(fetch.variables, execution, prefix), list];
    });
    return before + variables.join() + after;
  }

  #around(parts: readonly Part[]): Around {
    const [{ fetch }] = parts as [Part];
    if (parts.length === 1) {
      let around = this.#alone.get(fetch);
      if (!around) this.#alone.set(fetch, (around = bodyAround(fetch.query, fetch.operationName)));
      return around;
    }
    const key = parts.map((part) => this.#numberOf(part.fetch)).join();
    let around = this.#merged.get(key);
    if (!around) {
      const { query, operationName } = mergeDocuments(parts.map((part) => part.fetch.query))!;
      around = bodyAround(query, operationName);
      if (this.#merged.size >= KEPT) this.#merged.clear();
      this.#merged.set(key, around);
    }
    return around;
  }

  #numberOf(fetch: EntityFetch): number {
    let number = this.#numbers.get(fetch);
    if (number === undefined) this.#numbers.set(fetch, (number = this.#numbers.size));
    return number;
  }
}

const charactersOf = ({ representations }: Part) => representations.reduce((sum, { length }) => sum + length + 1, 0);

/** A part as several, none of them larger than a request may be, unless it is of one representation. */
function bounded(part: Part): Part | Part[] {
  if (charactersOf(part) <= MOST_CHARACTERS) return part;
  const { fetch, representations, targets } = part;
  const parts: Part[] = [];
  let characters = Infinity;
  representations.forEach((text, index) => {
    characters += text.length + 1;
    if (characters > MOST_CHARACTERS) {
      parts.push({ fetch, representations: [], targets: [] });
      characters = text.length + 1;
    }
    const part = parts.at(-1)!;
    part.representations.push(text);
    part.targets.push(targets[index]!);
  });
  return parts;
}
