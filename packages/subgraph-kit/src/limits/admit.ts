import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestIdentities } from '../server/request-identities';
import type { PortLimits } from './port-limits';

/**
 * Finds out who asks, and counts the request; one with a bad token too, as of its address.
 *
 * @param body - with the document that it asks by. @default its own
 * @throws TokenRefused, and GraphQLError of `limitError`
 */
export async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  requestIdentities: RequestIdentities,
  limits: PortLimits,
  body: unknown = request.body,
): Promise<void> {
  try {
    await requestIdentities.check(request, reply);
  } catch (error) {
    limits.admit(null, request.ip, undefined);
    throw error;
  }
  limits.admit(requestIdentities.of(request), request.ip, body);
}
