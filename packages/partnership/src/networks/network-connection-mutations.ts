import {
  ConnectBodyToNetworkInput,
  DisconnectBodyFromNetworkInput,
  NetworkConnectionPayload,
  RequiresScopes,
} from '@hub/contract';
import { type SubgraphContext, futureDay, mutate, Refusal, refuseFor } from '@hub/subgraph-kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { BodyRecord } from '../governance/body-record';
import { NetworkConnectionRecord } from './network-connection-record';
import { partnershipIdOf } from '../recording/camel-case';

/** A network's global id. That there is such a network only the London SCP knows. */
const NETWORK_ID = /^network:[a-z0-9]+(-[a-z0-9]+)*$/;

/** Makes the mutations by which a partnership says which of its bodies connects to which network. */
export function networkConnectionMutations(prefix: string): Function {
  @Resolver()
  class NetworkConnectionMutations {
    @Mutation(() => NetworkConnectionPayload, {
      nullable: true,
      description:
        'Says that a body connects to a network. The same again changes nothing; another day is refused. ' +
        'Codes: NETWORK_ID_INVALID, BODY_UNKNOWN, DATE_IN_FUTURE, ALREADY_CONNECTED.',
    })
    @RequiresScopes(`${partnershipIdOf(prefix)}:write`)
    async connectBodyToNetwork(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => ConnectBodyToNetworkInput, { description: 'Which body, to which network, since when.' })
      input: ConnectBodyToNetworkInput,
    ) {
      const { result, userErrors } = await mutate(context, (manager) => connect(manager, input));
      return { connection: result, userErrors };
    }

    @Mutation(() => NetworkConnectionPayload, {
      nullable: true,
      description: 'Takes the connection of a body to a network away. Code: CONNECTION_UNKNOWN.',
    })
    @RequiresScopes(`${partnershipIdOf(prefix)}:write`)
    async disconnectBodyFromNetwork(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => DisconnectBodyFromNetworkInput, { description: 'Which body, from which network.' })
      input: DisconnectBodyFromNetworkInput,
    ) {
      const { result, userErrors } = await mutate(context, (manager) => disconnect(manager, input));
      return { connection: result, userErrors };
    }
  }
  return NetworkConnectionMutations;
}

async function connect(
  manager: EntityManager,
  { networkId, bodyId, connectedOn }: ConnectBodyToNetworkInput,
): Promise<NetworkConnectionRecord> {
  if (!NETWORK_ID.test(networkId)) {
    throw new Refusal({
      field: ['input', 'networkId'],
      message: `${JSON.stringify(networkId)} is not an id of a network. Take one of \`networks { id }\`, such as network:faith-based-abuse.`,
      code: 'NETWORK_ID_INVALID',
    });
  }
  if (!(await manager.existsBy(BodyRecord, { id: bodyId }))) {
    throw new Refusal({
      field: ['input', 'bodyId'],
      message: `The partnership has no body ${JSON.stringify(bodyId)}. Take one of its \`bodies { id }\`.`,
      code: 'BODY_UNKNOWN',
    });
  }
  refuseFor(futureDay('connectedOn', connectedOn, 'A connection'));
  // One statement decides between two callers. A demonstration connection gives way to a real one.
  await manager.query(
    `INSERT INTO network_connection (id, network_id, body_id, connected_on, is_synthetic)
     VALUES ($1, $2, $3, $4, false)
     ON CONFLICT (network_id, body_id) DO UPDATE SET connected_on = excluded.connected_on, is_synthetic = false
     WHERE network_connection.is_synthetic`,
    [`${networkId}/${bodyId}`, networkId, bodyId, connectedOn],
  );
  const stored = await manager.findOneByOrFail(NetworkConnectionRecord, { networkId, bodyId });
  if (stored.connectedOn !== connectedOn) {
    throw new Refusal({
      field: ['input', 'connectedOn'],
      message: `${bodyId} connects to ${networkId} since ${stored.connectedOn}. Disconnect it first to record another day.`,
      code: 'ALREADY_CONNECTED',
    });
  }
  return stored;
}

async function disconnect(
  manager: EntityManager,
  { networkId, bodyId }: DisconnectBodyFromNetworkInput,
): Promise<NetworkConnectionRecord> {
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
  await manager.delete(NetworkConnectionRecord, { id: stored.id });
  return stored;
}
