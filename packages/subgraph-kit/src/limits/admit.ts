import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Passports } from '../server/passports';
import type { PortLimits } from './port-limits';

/**
 * Finds out who asks, and counts the request; one with a bad token too, as of its address.
 *
 * @throws TokenRefused, and GraphQLError of `limitError`
 */
export async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  passports: Passports,
  limits: PortLimits,
): Promise<void> {
  try {
    await passports.check(request, reply);
  } catch (error) {
    limits.admit(null, request.ip, undefined);
    throw error;
  }
  limits.admit(passports.of(request), request.ip, request.body);
}
