import { Kind, visit, type DocumentNode, type FieldNode } from 'graphql';
import type { Path } from '../execution/objects-at';
import type { RefusedPlaces } from '../execution/refused-places';

/**
 * Stand-ins for refused fields. The operation that is planned asks `hub_refused_0: __typename` in the place of a refused
 * field, with its `@skip` and `@include`. So the executor fetches nothing for it and still says in which objects, and where
 * among their fields, a null belongs.
 */
export class Markers {
  readonly #prefix: string;
  readonly #keys = new Map<string, string>();
  readonly #names = new Map<string, string>();

  /** @param document - The client's; no marker is named like anything in it. */
  constructor(document: DocumentNode) {
    let prefix = 'hub_refused_';
    visit(document, {
      Field({ alias, name }) {
        while ((alias ?? name).value.startsWith(prefix)) prefix += '_';
      },
    });
    this.#prefix = prefix;
  }

  /** The response name that each marker stands for. */
  get names(): ReadonlyMap<string, string> {
    return this.#names;
  }

  /** Whether there is any. */
  get isEmpty(): boolean {
    return this.#names.size === 0;
  }

  /** The stand-in of a field. One response name has one marker, so that equal names still merge. */
  mark({ alias, name, directives }: FieldNode): FieldNode {
    const responseName = (alias ?? name).value;
    let key = this.#keys.get(responseName);
    if (key === undefined) {
      key = this.#prefix + this.#keys.size;
      this.#keys.set(responseName, key);
      this.#names.set(key, responseName);
    }
    return {
      kind: Kind.FIELD,
      alias: { kind: Kind.NAME, value: key },
      name: { kind: Kind.NAME, value: '__typename' },
      ...(directives ? { directives } : {}),
    };
  }

  /**
   * Puts nulls where markers stand, in the client's order. A response name that is refused in one place of the document and
   * allowed in another is null: an error says so of its path.
   *
   * @param places - takes down where they stand.
   */
  restore(value: unknown, places: RefusedPlaces, path: Path = []): unknown {
    if (Array.isArray(value)) return value.map((one, index) => this.restore(one, places, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const restored = Object.create(null) as Record<string, unknown>;
    for (const [key, inner] of Object.entries(value)) {
      const refused = this.#names.get(key);
      if (refused !== undefined) {
        restored[refused] = null;
        places.add([...path, refused]);
      } else if (restored[key] !== null) restored[key] = this.restore(inner, places, [...path, key]);
    }
    return restored;
  }
}
