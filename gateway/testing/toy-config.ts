import { readConfig, type GatewayConfig } from '../src/config';
import type { ToySubgraph } from './toy-subgraphs';

/** The configuration of a gateway over toy subgraphs, with more of its environment if needed. */
export function toyConfig(
  toys: readonly Pick<ToySubgraph, 'name' | 'url'>[],
  env: Record<string, string> = {},
): GatewayConfig {
  const SUBGRAPHS = toys.map(({ name, url }) => `${name}=${url}`).join(',');
  // A test asks from one address what many people ask from theirs.
  const COST_LIMIT_PER_MINUTE = '900000000';
  return readConfig({ SUBGRAPHS, PORT: '0', LOG_LEVEL: 'silent', CONTRACT: 'none', COST_LIMIT_PER_MINUTE, ...env });
}
