import { readSigningKeys, ROLE_NAMES, roleOf, scopesOf, signCallerToken, TokenRefused } from '@hub/access';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { GatewayConfig } from '../config';
import { HUB_SUBGRAPH } from '../errors';
import { RequestRefused } from '../http/http-errors';

/** How long a token of the explorer is good for, in seconds. */
const TOKEN_SECONDS = 3600;

const choice = z.object({
  role: z.enum(ROLE_NAMES, { error: 'role must be one of those in /explorer/roles.json.' }),
  partnership: z.string({ error: 'partnership must be a text, or null.' }).nullable().default(null),
  organisation: z.string({ error: 'organisation must be a text.' }).default('development'),
});

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Lets whoever sits at a development hub choose a role in the explorer. Only there: without `DEVELOPMENT_ISSUER_KEYS` no
 * role is offered and no token given.
 */
export async function addDevelopmentRoles(app: FastifyInstance, config: GatewayConfig): Promise<void> {
  const { DEVELOPMENT_ISSUER_KEYS, TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience, SUBGRAPHS } = config;
  if (!DEVELOPMENT_ISSUER_KEYS || !issuer) {
    app.get('/explorer/roles.json', () => ({ roles: [], partnerships: [] }));
    return;
  }
  const keys = await readSigningKeys(DEVELOPMENT_ISSUER_KEYS);
  const partnerships = SUBGRAPHS.map(({ name }) => name).filter((name) => name !== HUB_SUBGRAPH);
  const roles = ROLE_NAMES.map((name) => {
    const { description, partnership, organisation, purposes } = roleOf(name);
    return { name, description, partnership, organisation, purposes };
  });

  app.get('/explorer/roles.json', () => ({ roles, partnerships }));

  app.post('/explorer/token', async ({ headers, body }, reply) => {
    void reply.header('cache-control', 'no-store');
    // A page of another site could ask through the browser of whoever sits here, also under a name of its own for this
    // address. Browsers write both headers themselves.
    if (headers['sec-fetch-site'] !== 'same-origin' || !LOOPBACK.test(headers.host ?? '')) {
      throw new RequestRefused('EXPLORER_ONLY', {});
    }
    const { data, error } = choice.safeParse(body);
    if (!data) throw new RequestRefused('NO_SUCH_TOKEN', { reason: error.issues[0]!.message });
    const claims = { ...data, person: `development:${data.role}`, scopes: scopesOf(data.role, data.partnership) };
    try {
      return { token: await signCallerToken(keys, claims, { issuer, audience, ttlSeconds: TOKEN_SECONDS }) };
    } catch (refusal) {
      if (!(refusal instanceof TokenRefused)) throw refusal;
      throw new RequestRefused('NO_SUCH_TOKEN', { reason: refusal.message });
    }
  });
}
