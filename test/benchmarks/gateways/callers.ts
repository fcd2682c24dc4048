import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSigningKeys, publicJwks, scopesOf, signCallerToken } from '@hub/access';

const ISSUER = 'https://identity.example';
const AUDIENCE = 'london-scp-hub';
const DAY = 86_400;

/** Who asks, and what a gateway knows them by. */
export interface Callers {
  /** Of as many analysts. */
  tokens: readonly string[];
  /** What the hub tells its gateway of them, and its own keys. */
  environment: Readonly<Record<string, string>>;
}

/** Makes tokens of so many analysts, and the keys of their issuer and of a gateway, in a folder. */
export async function makeCallers(count: number, folder: string): Promise<Callers> {
  const keys = await createSigningKeys(join(folder, 'issuer.json'));
  const gatewayKeys = join(folder, 'gateway.json');
  await createSigningKeys(gatewayKeys);
  const jwks = join(folder, 'jwks.json');
  writeFileSync(jwks, JSON.stringify(publicJwks(keys)));
  const analyst = {
    ...{ role: 'analyst' as const, organisation: 'london-scp', partnership: null },
    scopes: scopesOf('analyst', null),
  };
  const tokens = Array.from({ length: count }, (_, index) =>
    signCallerToken(
      keys,
      { ...analyst, person: `analyst-${index}` },
      { issuer: ISSUER, audience: AUDIENCE, ttlSeconds: DAY },
    ),
  );
  const environment = { TOKEN_ISSUER: ISSUER, TOKEN_AUDIENCE: AUDIENCE, TOKEN_JWKS: jwks, GATEWAY_KEYS: gatewayKeys };
  return { tokens: await Promise.all(tokens), environment };
}
