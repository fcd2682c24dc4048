import { Client, type ClientConfig } from 'pg';
import type { DataSource } from 'typeorm';

/** A connection to a data source's database beside its pool, not yet made. */
export function clientOf({ options }: DataSource, more: ClientConfig = {}): Client {
  const { url, applicationName } = options as { url: string; applicationName?: string };
  return new Client({ connectionString: url, application_name: applicationName, keepAlive: true, ...more });
}
