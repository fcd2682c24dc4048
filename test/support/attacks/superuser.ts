import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestHub } from '../test-hub';

/** Opens a database of a hub's own PostgreSQL as its superuser, whom no right stops. */
export async function superuserIn({ hub }: TestHub, database: string): Promise<Client> {
  const { passwords } = JSON.parse(readFileSync(join(hub.home, 'secrets.json'), 'utf8')) as {
    passwords: Record<string, string>;
  };
  const client = new Client({
    host: '127.0.0.1',
    port: hub.postgres!.port,
    user: 'hub_admin',
    password: passwords['hub_admin']!,
    database,
  });
  await client.connect();
  return client;
}
