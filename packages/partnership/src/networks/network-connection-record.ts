import { ConnectBodyToNetworkInput, NetworkConnection, NetworkConnectionPayload } from '@hub/contract';
import { check, defineRecord } from '@hub/subgraph-kit';
import { BodyRecord, bodyNamed } from '../governance/body-record';

/** A connection to a network as stored. */
export class NetworkConnectionRecord extends NetworkConnection {
  /** Id of the body that connects. */
  bodyId!: string;
}

/** A network's global id. That there is such a network only the London SCP knows. */
const NETWORK_ID = /^network:[a-z0-9]+(-[a-z0-9]+)*$/;

/** Connections of bodies to networks, once a network and body. */
export const networkConnection = defineRecord({
  row: NetworkConnectionRecord,
  table: 'network_connection',
  stored: { bodyId: 'text' },
  order: { networkId: 'ASC', bodyId: 'ASC' },
  mutation: 'connectBodyToNetwork',
  clauses: ['HAV-07'],
  description: 'Says that a body connects to a network. The same again changes nothing; another day is refused.',
  input: ConnectBodyToNetworkInput,
  about: 'Which body, to which network, since when.',
  answers: { as: 'connection', payload: NetworkConnectionPayload },
  names: { bodyId: bodyNamed },
  by: ['networkId', 'bodyId'],
  content: ({ connectedOn }) => ({ connectedOn }),
  derived: ({ networkId, bodyId }) => ({ id: `${networkId}/${bodyId}` }),
  named: ({ networkId, bodyId }) => `The connection of ${bodyId} to ${networkId}`,
  taken: { field: 'connectedOn', code: 'ALREADY_CONNECTED' },
  checks: [
    check<ConnectBodyToNetworkInput>('NETWORK_ID_INVALID', 'networkId', ({ networkId }) => {
      const given = JSON.stringify(networkId);
      return (
        !NETWORK_ID.test(networkId) &&
        `${given} is not an id of a network. Take one of \`networks { id }\`, such as network:faith-based-abuse.`
      );
    }),
  ],
  restsOn: [{ on: BodyRecord, where: ({ id }: BodyRecord) => ({ bodyId: id }) }],
  demonstration: 'displaces',
});
