import { normalizeIP } from '@fastify/rate-limit';
import type { Asker } from '@hub/limits';
import type { FastifyRequest } from 'fastify';

/** Who is counted when a request comes: the person, from wherever; without a good token, the address. */
export const askerOf = ({ caller, ip }: Pick<FastifyRequest, 'caller' | 'ip'>): Asker => ({
  person: caller?.person ?? null,
  address: normalizeIP(ip),
});
