import { Body, NetworkConnection } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { bodies } from '../governance/governance-loaders';
import type { NetworkConnectionRecord } from './network-connection-record';

/** What a connection leads to. */
@Resolver(() => NetworkConnection)
export class NetworkConnectionResolver {
  @FieldResolver(() => Body)
  async body(@Root() connection: NetworkConnectionRecord, @Ctx() context: SubgraphContext) {
    const body = (await bodies(context)).find(({ id }) => id === connection.bodyId);
    if (!body) throw new Error(`Connection ${connection.id} names a body that is not stored.`);
    return body;
  }
}
