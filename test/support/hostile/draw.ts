import { seededRandom } from '@hub/partnership';

/** Draws at random, the same at every run of one seed. */
export class Draw {
  readonly #random: () => number;

  constructor(seed: string) {
    this.#random = seededRandom(seed);
  }

  /** Whether something happens that does so in `share` of all cases, from 0 to 1. */
  chance(share: number): boolean {
    return this.#random() < share;
  }

  /** A whole number from 0 up to but without `limit`. */
  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }
}
