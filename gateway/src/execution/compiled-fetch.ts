import type { ClientPlaces } from './client-places';
import type { Execution } from './execution';
import { fetchSelections, keysAsked } from './fetch-selections';
import type { InPieces } from './in-turns';
import type { PlacedFetch } from './plan-stages';
import { compileTake, type Take } from './take-answer';

/** A fetch of a plan, ready to be sent and to be taken. */
export interface CompiledFetch {
  subgraph: string;
  /** Where its objects stand. */
  path: readonly string[];
  query: string;
  operationName: string | undefined;
  /** Names of the client's variables that it uses. */
  variables: readonly string[];
  /** The keys that it brings to each of its objects. */
  keys: readonly string[];
  /** What the client misses without it: `partnerships.bodies`. Found when it is first missed. */
  missing(): readonly string[];
  /** The client's path of its objects, without indices; none for the root. */
  base(): readonly string[];
  take: Take;
}

/** Compiles what fetches of entities and of root fields have in common. */
export function* compileFetch({ fetch, path }: PlacedFetch, places: ClientPlaces): InPieces<CompiledFetch> {
  const { selections, fragments } = fetchSelections(fetch);
  const keys = keysAsked(fetch, places.reader.conditions);
  const take = yield* compileTake(fragments, selections);
  let missing: string[] | undefined;
  return {
    subgraph: fetch.serviceName,
    path,
    query: fetch.operation,
    operationName: fetch.operationName,
    variables: fetch.variableUsages ?? [],
    keys,
    missing: () => (missing ??= places.named(path, keys)),
    base: () => (path.length > 0 ? places.base(path) : []),
    take,
  };
}

/** The text of a request's body, around its variables. */
export function bodyAround(query: string, operationName: string | undefined): { before: string; after: string } {
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  return { before: `{"query":${JSON.stringify(query)},"variables":{`, after: `}${name}}` };
}

/** The client's variables that a fetch uses, as members of a JSON object. @param prefix - before their names. */
export function variablesText(names: readonly string[], { options }: Execution, prefix = ''): string[] {
  const { variables } = options;
  return names.flatMap((name) => {
    const text = Object.hasOwn(variables, name) ? JSON.stringify(variables[name]) : undefined;
    return text === undefined ? [] : [`${JSON.stringify(prefix + name)}:${text}`];
  });
}
