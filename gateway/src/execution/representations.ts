import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { CompiledFetch } from './compiled-fetch';
import type { InPieces } from './in-turns';
import { objectsAt, type Data } from './objects-at';
import type { TextSlot } from './passed-text';
import type { PlacedFetch } from './plan-stages';
import { asSelections, representationWriter, typesRequired, type RepresentationWriter } from './representation-writer';
import type { TextSlots } from './text-slots';

/** A fetch of entities. */
export interface EntityFetch extends CompiledFetch {
  /** Where the texts of its entities are kept, if they may go into the answer unparsed. */
  slot: TextSlot | undefined;
}

/** What one fetch asks for in one request: each representation once, with the objects that its entity goes to. */
export interface Part {
  fetch: EntityFetch;
  representations: string[];
  targets: Data[][];
}

/** Representations are looked for among few one by one, and among more by a table. */
const FEW = 8;

/** One of the fetches that want objects of a type at a path. */
interface Want {
  index: number;
  write: RepresentationWriter;
}

/**
 * Makes the function that finds what a stage has to ask for. Objects are looked for once for each path. A representation
 * is written as text, and its text is what tells it from others.
 */
export function* gatherer(
  placed: readonly PlacedFetch[],
  fetches: readonly EntityFetch[],
  schema: GraphQLSchema,
  slots: TextSlots,
): InPieces<(data: Data) => Part[]> {
  const paths = new Map<string, { path: readonly string[]; wants: Map<unknown, Want[]> }>();
  for (const [index, { fetch, path }] of placed.entries()) {
    const at = path.join('.');
    const known = paths.get(at) ?? { path, wants: new Map<unknown, Want[]>() };
    paths.set(at, known);
    const required = fetch.requires ?? [];
    const slotsAt = (inner: readonly string[], type: GraphQLObjectType) => slots.at([...path, ...inner], type);
    for (const type of typesRequired(schema, required)) {
      const write = representationWriter(schema, asSelections(required), type, slotsAt);
      known.wants.set(type.name, [...(known.wants.get(type.name) ?? []), { index, write }]);
      yield;
    }
  }

  return (data) => {
    const found = fetches.map((fetch) => new Gathered(fetch));
    for (const { path, wants } of paths.values()) {
      for (const object of objectsAt(data, path)) {
        for (const { index, write } of wants.get(object['__typename']) ?? []) found[index]!.add(write(object), object);
      }
    }
    return found.filter(({ representations }) => representations.length > 0);
  };
}

/** A part that grows. */
class Gathered implements Part {
  readonly representations: string[] = [];
  readonly targets: Data[][] = [];
  #places: Map<string, number> | undefined;

  constructor(readonly fetch: EntityFetch) {}

  add(representation: string | null, object: Data): void {
    if (representation === null) return;
    const place = this.#placeOf(representation);
    if (place === undefined || place < 0) {
      this.#places?.set(representation, this.representations.length);
      this.representations.push(representation);
      this.targets.push([object]);
    } else this.targets[place]!.push(object);
  }

  #placeOf(representation: string): number | undefined {
    const { representations } = this;
    if (representations.length <= FEW) return representations.indexOf(representation);
    this.#places ??= new Map(representations.map((text, place) => [text, place]));
    return this.#places.get(representation);
  }
}
