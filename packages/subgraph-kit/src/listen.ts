import type { Logger } from 'pino';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { Background } from './background';
import { clientOf } from './client-of';
import { repeat } from './repeat';

/** What is listened to. */
export interface Listening {
  /** Whose database is listened to. */
  dataSource: DataSource;
  /** The channel of NOTIFY. */
  channel: string;
  /** Called when something was said, and whenever listening begins: before that, something may have been missed. */
  onHeard: () => void;
}

const AGAIN_AFTER_MS = 2_000;
const connectionTimeoutMillis = 10_000;

/**
 * Hears what transactions of a subgraph's database say by NOTIFY, on a connection of its own, so that none of the pool is
 * held. A connection that is lost is made again.
 */
export function listen({ dataSource, channel, onHeard }: Listening, logger: Logger): Background {
  let client: Client | undefined;
  let isStopped = false;
  const work = async () => {
    const connection = clientOf(dataSource, { connectionTimeoutMillis });
    client = connection;
    const lost = new Promise((resolve) => connection.once('end', resolve));
    connection.on('notification', onHeard);
    // The end follows, and is what counts.
    connection.on('error', () => undefined);
    const begun = begin(connection);
    // A connection that is ended while it is being made only says that it has ended.
    begun.catch(() => undefined);
    try {
      await Promise.race([begun, lost]);
      await lost;
      if (!isStopped) throw new Error('The connection that listens was lost.');
    } finally {
      await connection.end().catch(() => undefined);
    }
  };
  const begin = async (connection: Client) => {
    await connection.connect();
    await connection.query(`LISTEN ${connection.escapeIdentifier(channel)}`);
    onHeard();
  };
  const listening = repeat({ name: `listening to ${channel}`, everyMs: AGAIN_AFTER_MS, work }, logger);
  return {
    async stop() {
      isStopped = true;
      await Promise.all([listening.stop(), client?.end()]);
    },
  };
}
