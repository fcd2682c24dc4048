import { keySource, type CallerTokenRules } from '@hub/access';
import type { GatewayConfig } from '../config';

/** Which tokens the configuration accepts; none without an issuer. */
export function tokenRules(config: GatewayConfig): CallerTokenRules | undefined {
  const { TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience, TOKEN_JWKS, TOKEN_ALGORITHMS: algorithms } = config;
  if (!issuer || !TOKEN_JWKS) return undefined;
  return { issuer, audience, keys: keySource(TOKEN_JWKS), algorithms };
}
