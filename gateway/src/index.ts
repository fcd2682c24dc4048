export { ConfigInvalid, readConfig, type GatewayConfig, type SubgraphAddress } from './config';
export { GATEWAY_ERRORS, HUB_SUBGRAPH, type GatewayErrorCode } from './errors';
export { startGateway, type RunningGateway } from './gateway-server';
export type { Readiness } from './http/health';
