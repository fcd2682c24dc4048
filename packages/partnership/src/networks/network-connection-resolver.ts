import { Body, NetworkConnection, todayInLondon } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { bodyOn } from '../governance/governance-loaders';
import type { NetworkConnectionRecord } from './network-connection-record';

/** What a connection leads to. */
@Resolver(() => NetworkConnection)
export class NetworkConnectionResolver {
  @FieldResolver(() => Body)
  async body(@Root() connection: NetworkConnectionRecord, @Ctx() context: SubgraphContext) {
    const body = await bodyOn(context, connection.bodyId, todayInLondon());
    if (!body) throw new Error(`Connection ${connection.id} names a body that is not stored.`);
    return body;
  }
}
