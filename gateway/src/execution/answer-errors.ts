import type { GraphQLFormattedError } from 'graphql';
import { MOST_PLACES, type ClientPlaces } from './client-places';
import type { CompiledFetch } from './compiled-fetch';
import type { Execution } from './execution';
import { isObject, own, placesAt, type Data, type Path } from './objects-at';

/** What of an answer was asked for by one fetch: for entities, in which objects each of them stands. */
export interface Answered {
  fetch: CompiledFetch;
  /** The response key of its entities; undefined for root fields. */
  key: string | undefined;
  targets: readonly (readonly Data[])[];
}

/** Tells the errors of an answer, each at every place of the client's answer that it is about. */
export function tellErrors(
  execution: Execution,
  places: ClientPlaces,
  subgraph: string,
  errors: readonly GraphQLFormattedError[],
  asked: readonly Answered[],
): void {
  execution.logErrors(subgraph, errors);
  const bases = [...new Set(asked.flatMap(({ fetch }) => fetch.base()))];
  const placesOf = new Map<Answered, Map<Data, Path>>();
  for (const error of errors) {
    const [first, index, ...rest] = error.path ?? [];
    const whose = asked.find(({ key }) => key === undefined || key === first);
    const objects = whose?.key === undefined ? [execution.data] : (whose.targets[Number(index)] ?? []);
    const inner = whose?.key === undefined ? (error.path ?? []) : rest;
    if (!whose || error.path === undefined || objects.length === 0) {
      // Nobody knows what it is about: everything that was asked for may be missing.
      for (const one of whose ? [whose] : asked) explainAll(execution, one);
      execution.failed(subgraph, error, [], whose ? whose.fetch.base() : bases);
      continue;
    }
    let known = placesOf.get(whose);
    if (!known) placesOf.set(whose, (known = placesAt(execution.data, whose.fetch.path)));
    for (const object of objects) explain(execution, object, inner, whose.fetch);
    const found = objects.slice(0, MOST_PLACES).flatMap((object) => {
      const place = known.get(object);
      return place ? places.of(execution.data, [...place, ...inner]) : [];
    });
    execution.failed(subgraph, error, found.slice(0, MOST_PLACES), whose.fetch.base());
  }
}

/** Notes that nothing may have come of a fetch, for a reason that has been told. */
export function explainAll(execution: Execution, { fetch, targets, key }: Answered): void {
  const objects = key === undefined ? [execution.data] : targets.flat();
  for (const object of objects) for (const one of fetch.keys) execution.explain(object, one);
}

/** Notes the null that an error speaks of: the first on its way. */
function explain(execution: Execution, object: Data, path: Path, { keys }: CompiledFetch): void {
  if (path.length === 0) for (const key of keys) execution.explain(object, key);
  let at: unknown = object;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return;
    const next = Array.isArray(at) ? at[Number(part)] : isObject(at) ? own(at, String(part)) : undefined;
    if (next === null || next === undefined) {
      execution.explain(at, part);
      return;
    }
    at = next;
  }
}
