import { signGatewayToken, type SigningKeys } from '@hub/access';
import { fetchSubgraphSdl } from '@hub/registry';
import { requestIdentityOf } from './request-identities';

/** The SDL that a running subgraph tells the hub: it asks under the hub's own keys, as the gateway does at its start. */
export function publishedSdl({ name, url, keys }: { name: string; url: string; keys: SigningKeys }): Promise<string> {
  const hub = { ...requestIdentityOf('analyst'), caller: null, isHub: true };
  return fetchSubgraphSdl(url, { name, sign: (body) => signGatewayToken(keys, hub, { subgraph: name, body }) });
}
