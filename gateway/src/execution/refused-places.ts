import { MOST_PLACES } from './client-places';
import type { Path } from './objects-at';

/** Where nulls stand for fields that the caller may not see: the first hundred of all, and the first of each field. */
export class RefusedPlaces {
  /** In the order of the answer: response names, and integers for each list. */
  readonly all: Path[] = [];
  readonly #fields = new Set<string>();

  add(path: Path): void {
    const field = path.map((part) => (typeof part === 'number' ? '@' : part)).join('.');
    const isFirst = !this.#fields.has(field);
    if (this.all.length >= MOST_PLACES && (!isFirst || this.#fields.size >= MOST_PLACES)) return;
    this.#fields.add(field);
    this.all.push(path);
  }
}
