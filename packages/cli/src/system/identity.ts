import { join } from 'node:path';
import type { TokenIssuer } from '../config/token-issuer';
import { HubError, reasonOf } from '../errors';
import type { HubHome } from './hub-home';
import { makeHubKeys, writePublicKeys } from './hub-keys';
import { HUB_SUBGRAPH } from './subgraph-list';
import { DEVELOPMENT_ISSUER, noteTokenSource } from './token-source';

/** `aud` of the tokens that the hub takes unless it is told another. */
export const TOKEN_AUDIENCE = 'london-scp-hub';

/** What the processes of a hub learn of keys and issuers; each gets its own part. */
export interface Identity {
  isDevelopment: boolean;
  gateway: NodeJS.ProcessEnv;
  subgraph(name: string): NodeJS.ProcessEnv;
}

/** The development issuer's private keys. */
export function issuerKeys(folder: string): string {
  return join(folder, 'issuer-keys.json');
}

/** Makes what is missing of a hub's keys, and of its development issuer unless one is configured. */
export async function openIdentity(home: HubHome, configured: TokenIssuer | null): Promise<Identity> {
  const folder = home.identity;
  const { gatewayKeys, gatewayPublic, webhookKeys, webhookPublic, pseudonyms } = await makeHubKeys(folder);
  const isDevelopment = configured === null;
  await noteTokenSource(folder, home.path, { issuer: configured?.TOKEN_ISSUER ?? DEVELOPMENT_ISSUER, isDevelopment });
  const issuer: TokenIssuer = configured ?? (await developmentIssuer(folder));
  const { TOKEN_ISSUER, TOKEN_JWKS, TOKEN_ALGORITHMS } = issuer;
  // The London SCP computes no pseudonyms, since no NHS number reaches it, and has nobody who would ask it past the hub.
  const own = { TOKEN_ISSUER, TOKEN_JWKS, TOKEN_ALGORITHMS, ...(isDevelopment && { OWN_EXPLORER: '1' }) };
  const partnership = { PSEUDONYM_KEYS: pseudonyms, ...own };
  return {
    isDevelopment,
    gateway: {
      GATEWAY_KEYS: gatewayKeys,
      WEBHOOK_JWKS: webhookPublic,
      ...issuer,
      ...(isDevelopment && { DEVELOPMENT_ISSUER_KEYS: issuerKeys(folder) }),
    },
    subgraph: (name) => ({
      HUB_JWKS: gatewayPublic,
      ...(name === HUB_SUBGRAPH ? { WEBHOOK_KEYS: webhookKeys } : partnership),
    }),
  };
}

async function developmentIssuer(folder: string): Promise<TokenIssuer> {
  const jwks = join(folder, 'issuer-jwks.json');
  try {
    await writePublicKeys(issuerKeys(folder), jwks);
  } catch (error) {
    throw new HubError('KEYS_UNREADABLE', { folder, reason: reasonOf(error) });
  }
  return { TOKEN_ISSUER: DEVELOPMENT_ISSUER, TOKEN_AUDIENCE, TOKEN_JWKS: jwks };
}
