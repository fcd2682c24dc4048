/** What subgraphs answered, under our response keys. */
export type Data = Record<string | symbol, unknown>;

/** A place of an answer: response keys, and indices in lists. */
export type Path = readonly (string | number)[];

/** The objects at a planner's path, `@` for each list. */
export function objectsAt(root: Data, path: readonly string[]): Data[] {
  let found: unknown[] = [root];
  for (const part of path) {
    const next: unknown[] = [];
    for (const value of found) {
      if (part === '@') {
        if (Array.isArray(value)) for (const one of value) if (one !== null) next.push(one);
      } else if (isObject(value)) {
        const one = own(value, part);
        if (one !== null && one !== undefined) next.push(one);
      }
    }
    found = next;
  }
  return found.filter(isObject);
}

/** The same objects, each with its place. Only needed where something has failed. */
export function placesAt(root: Data, path: readonly string[]): Map<Data, Path> {
  let found: [unknown, Path][] = [[root, []]];
  for (const part of path) {
    found = found.flatMap(([value, place]): [unknown, Path][] => {
      if (part !== '@') return isObject(value) ? [[own(value, part), [...place, part]]] : [];
      return Array.isArray(value) ? value.map((one, index) => [one, [...place, index]]) : [];
    });
  }
  return new Map(found.filter((one): one is [Data, Path] => isObject(one[0])));
}

export const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that an object has of its own. */
export const own = (object: Data, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);
