import { normalizeIP } from '@fastify/rate-limit';
import type { Caller } from '@hub/access';

/**
 * By what limits count whoever asks: the person, from wherever; without a good token the address. Of IPv6, a network of 64
 * bits is one address: whoever has one of it has them all.
 */
export function askerOf(caller: Caller | null, address: string): string {
  return caller ? `person ${caller.person}` : `address ${normalizeIP(address)}`;
}
