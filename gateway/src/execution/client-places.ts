import { getNamedType, type GraphQLObjectType } from 'graphql';
import { isObject, own, type Data, type Path } from './objects-at';
import { objectTypes } from './representation-writer';
import { identityOf, selectedFields, type SelectionReader, type Selections } from './selected-fields';

/** How many places are told of one failure. */
export const MOST_PLACES = 100;

/** A place of the client's answer, and what is selected there. */
interface State {
  path: Path;
  sets: Selections[];
  types: readonly GraphQLObjectType[];
}

/** Where things stand in the client's answer, by where subgraphs put them. */
export class ClientPlaces {
  readonly #start: State;
  readonly #known = new Map<string, State[]>();

  /** @param reader - of the client's document, by the schema that clients see. */
  constructor(
    readonly reader: SelectionReader,
    selections: Selections,
    root: GraphQLObjectType,
  ) {
    this.#start = { path: [], sets: [selections], types: [root] };
  }

  /**
   * The places of something in an answer, under the client's keys: one for each time the client asked for it. It goes as far as
   * the client's document does, since what only the planner asked for has no place.
   */
  of(data: Data, path: Path): Path[] {
    return this.#walk(path, data).map((state) => state.path);
  }

  /** The client's paths without indices, by dots, of keys of objects at a planner's path: `partnerships.bodies`. */
  named(path: readonly string[], keys: readonly string[]): string[] {
    const states = this.#at(path);
    return dotted(
      keys.flatMap((key) => {
        const under = states.flatMap((state) => this.#under(state, key, undefined));
        return under.length > 0 ? under : states;
      }),
    );
  }

  /** The same of the objects themselves. */
  base(path: readonly string[]): string[] {
    return dotted(this.#at(path));
  }

  /** Where a planner's path leads, of whatever types. Found once for each path. */
  #at(path: readonly string[]): State[] {
    const plain = path.filter((part) => part !== '@');
    const place = plain.join('.');
    let found = this.#known.get(place);
    if (!found) this.#known.set(place, (found = this.#walk(plain, undefined)));
    return found;
  }

  #walk(path: Path, data: unknown): State[] {
    let states = [this.#start];
    let value = data;
    for (const part of path) {
      let next: State[];
      if (typeof part === 'number') {
        next = states.map((state) => ({ ...state, path: [...state.path, part] }));
        value = Array.isArray(value) ? value[part] : undefined;
      } else {
        const type = isObject(value) ? own(value, '__typename') : undefined;
        next = states.flatMap((state) => this.#under(state, part, type)).slice(0, MOST_PLACES);
        value = isObject(value) ? own(value, part) : undefined;
      }
      if (next.length === 0) break;
      states = next;
    }
    return states;
  }

  #under({ path, sets, types }: State, key: string, typename: unknown): State[] {
    const exact = types.filter(({ name }) => name === typename);
    const states = new Map<string, { path: Path; sets: Map<string, Selections[]>; types: Set<GraphQLObjectType> }>();
    for (const type of exact.length > 0 ? exact : types) {
      for (const field of selectedFields(this.reader, sets, type)) {
        if (field.own !== key || field.name === '__typename' || field.isRefused) continue;
        const state = states.get(field.key) ?? { path: [...path, field.key], sets: new Map(), types: new Set() };
        states.set(field.key, state);
        // The same of many types is looked at once.
        state.sets.set(identityOf(field.sets), field.sets);
        const of = getNamedType(type.getFields()[field.name]!.type);
        for (const one of objectTypes(this.reader.schema, of)) state.types.add(one);
      }
    }
    return [...states.values()].map((state) => ({
      path: state.path,
      sets: [...state.sets.values()].flat(),
      types: [...state.types],
    }));
  }
}

const dotted = (states: readonly State[]): string[] => [...new Set(states.map(({ path }) => path.join('.')))];
