import { normalizeIP } from '@fastify/rate-limit';
import type { Passport } from '@hub/access';

/** By what the share of whoever asks is counted: the person; without a token the address, of IPv6 its network of 64 bits. */
export function askerOf({ caller }: Passport, address: string): string {
  return caller ? `person ${caller.person}` : `address ${normalizeIP(address)}`;
}
