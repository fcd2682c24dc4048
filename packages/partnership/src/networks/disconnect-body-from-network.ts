import {
  DisconnectBodyFromNetworkInput,
  NetworkConnectionPayload,
  RecordChangeKind,
  RequiresScopes,
} from '@hub/contract';
import { type SubgraphContext, mutate, readInput, Refusal, takeOut } from '@hub/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { networkConnection, NetworkConnectionRecord } from './network-connection-record';

/** Makes the mutation by which a partnership says that a body connects to a network no longer. */
export function disconnectMutation(partnershipId: string): Function {
  @Resolver()
  class DisconnectMutation {
    @Mutation(() => NetworkConnectionPayload, {
      nullable: true,
      description: 'Takes the connection of a body to a network away. Code: CONNECTION_UNKNOWN.',
    })
    @RequiresScopes(`${partnershipId}:write`)
    async disconnectBodyFromNetwork(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => DisconnectBodyFromNetworkInput, { description: 'Which body, from which network.' })
      input: DisconnectBodyFromNetworkInput,
    ) {
      const { result, userErrors } = await mutate(context, (manager) => disconnect(manager, input, context));
      return { connection: result, userErrors };
    }
  }
  return DisconnectMutation;
}

async function disconnect(
  manager: EntityManager,
  given: DisconnectBodyFromNetworkInput,
  { requestIdentity: { caller } }: SubgraphContext,
): Promise<NetworkConnectionRecord> {
  const { networkId, bodyId } = await readInput(manager, DisconnectBodyFromNetworkInput, given);
  const stored = await manager.findOne(NetworkConnectionRecord, {
    where: { networkId, bodyId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!stored) {
    throw new Refusal({
      field: ['input', 'bodyId'],
      message: `${JSON.stringify(bodyId)} does not connect to ${JSON.stringify(networkId)}. Take one of the partnership's \`networkConnections\`.`,
      code: 'CONNECTION_UNKNOWN',
    });
  }
  await takeOut(manager, networkConnection, stored, {
    ...{ kind: RecordChangeKind.WITHDRAWN, caller, reason: 'The body connects to the network no longer.' },
    input: { networkId, bodyId, connectedOn: stored.connectedOn },
  });
  return stored;
}
