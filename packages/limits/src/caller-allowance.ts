import { Allowance, type AllowanceOptions } from './allowance';
import type { Asker } from './asker';

/** That a caller has to wait, and why. */
export interface MustWait {
  /** What the caller may take in a minute. */
  limit: number;
  seconds: number;
}

/** Seconds that an address may save up: who is nobody in particular gets less at once. */
const SAVED_BY_ADDRESS = 3;

/** What callers may take in a minute: a person as much as said, and an address without a good token a part of it. */
export class CallerAllowance {
  readonly #persons: Allowance;
  readonly #addresses: Allowance;

  constructor(perMinute: number, anonymousPart: number, options: Omit<AllowanceOptions, 'perMinute'> = {}) {
    this.#persons = new Allowance({ ...options, perMinute });
    this.#addresses = new Allowance({
      savedSeconds: SAVED_BY_ADDRESS,
      ...options,
      perMinute: Math.ceil(perMinute * anonymousPart),
    });
  }

  /** Takes from a caller's, as {@link Allowance.take} does; null where the caller may go on. */
  take({ key, isAnonymous }: Asker, amount: number, taken?: number): MustWait | null {
    const allowance = this.#of(isAnonymous);
    const seconds = allowance.take(key, amount, taken);
    return seconds === 0 ? null : { limit: allowance.perMinute, seconds };
  }

  /** Takes what a question that was let in turned out to cost, as {@link Allowance.charge} does. */
  charge({ key, isAnonymous }: Asker, amount: number): void {
    this.#of(isAnonymous).charge(key, amount);
  }

  #of(isAnonymous: boolean): Allowance {
    return isAnonymous ? this.#addresses : this.#persons;
  }
}
