import { normalizeIP } from '@fastify/rate-limit';

/** Who is counted when something is asked. */
export interface Asker {
  /** The same from wherever a person asks, and for all that one address asks without a good token. */
  key: string;
  /** Whether there is no good token. */
  isAnonymous: boolean;
}

/**
 * By what limits count whoever asks: the person, from wherever; without a good token the address. Of IPv6, a network of 64
 * bits is one address: whoever has one of it has them all.
 */
export const askerOf = (caller: { person: string } | null, address: string): Asker =>
  caller
    ? { key: `person ${caller.person}`, isAnonymous: false }
    : { key: `address ${normalizeIP(address)}`, isAnonymous: true };
