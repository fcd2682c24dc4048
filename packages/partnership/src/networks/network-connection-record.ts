import { NetworkConnection } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A connection to a network as stored. */
export class NetworkConnectionRecord extends NetworkConnection {
  /** Id of the body that connects. */
  bodyId!: string;
}

/** Table `network_connection`. */
export const networkConnectionSchema = new EntitySchema<NetworkConnectionRecord>({
  name: 'NetworkConnection',
  tableName: 'network_connection',
  target: NetworkConnectionRecord,
  columns: {
    id: { type: 'text', primary: true },
    networkId: { type: 'text', name: 'network_id' },
    bodyId: { type: 'text', name: 'body_id' },
    connectedOn: { type: 'date', name: 'connected_on' },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
