import type { Logger } from 'pino';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { Background } from './background';
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
    client = clientOf(dataSource);
    const lost = new Promise((resolve) => client!.once('end', resolve));
    client.on('notification', onHeard);
    // The end follows, and is what counts.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      onHeard();
      await lost;
      if (!isStopped) throw new Error('The connection that listens was lost.');
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const listening = repeat({ name: `listening to ${channel}`, everyMs: AGAIN_AFTER_MS, work }, logger);
  return {
    async stop() {
      isStopped = true;
      await Promise.all([listening.stop(), client?.end()]);
    },
  };
}

function clientOf({ options }: DataSource): Client {
  const { url, applicationName } = options as { url: string; applicationName?: string };
  return new Client({
    connectionString: url,
    application_name: applicationName,
    keepAlive: true,
    connectionTimeoutMillis,
  });
}
