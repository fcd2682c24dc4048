import type { RequestIdentity } from '@hub/access';
import type { Done, SendOptions } from './posting';
import type { SubgraphClient, SubgraphRequest, SubgraphResponse } from './subgraph-client';
import { SubgraphUnavailable } from './subgraph-unavailable';

/** A subgraph as it is asked. */
export type AskedSubgraph = Pick<SubgraphClient, 'name' | 'post' | 'send'>;

/** A subgraph that has no good schema: nothing is sent to it, and what it is asked fails at once. */
export class AbsentSubgraph implements AskedSubgraph {
  constructor(readonly name: string) {}

  post(_body: string, _requestIdentity: RequestIdentity, _options: SendOptions, done: Done): void {
    process.nextTick(() => done(this.#failure(), ''));
  }

  send(_request: SubgraphRequest): Promise<SubgraphResponse> {
    return Promise.reject(this.#failure());
  }

  #failure(): SubgraphUnavailable {
    return new SubgraphUnavailable(this.name, 'it has no good schema', 'SUBGRAPH_NOT_SERVED');
  }
}
