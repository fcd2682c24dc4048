import { Allowance, type AllowanceOptions } from './allowance';

/** Who is counted. */
export interface Asker {
  /** The person who asks, whatever the address; null without a good token. */
  person: string | null;
  /** One address, or of IPv6 one network of 64 bits: whoever has one of it has them all. */
  address: string;
}

/** That a caller has to wait, and why. */
export interface MustWait {
  /** What the caller may take in a minute. */
  limit: number;
  seconds: number;
}

/** What callers may take in a minute: a person as much as said, and an address without a good token a part of it. */
export class CallerAllowance {
  readonly #persons: Allowance;
  readonly #addresses: Allowance;

  constructor(perMinute: number, anonymousPart: number, options: Omit<AllowanceOptions, 'perMinute'> = {}) {
    this.#persons = new Allowance({ ...options, perMinute });
    this.#addresses = new Allowance({ ...options, perMinute: Math.ceil(perMinute * anonymousPart) });
  }

  /** Takes from a caller's; null where the caller may go on. */
  take({ person, address }: Asker, amount: number): MustWait | null {
    const allowance = person === null ? this.#addresses : this.#persons;
    const seconds = allowance.take(person ?? address, amount);
    return seconds === 0 ? null : { limit: allowance.perMinute, seconds };
  }
}
