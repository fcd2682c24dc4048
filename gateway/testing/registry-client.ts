import { PublisherKeys, RegistryDatabase } from '@hub/registry';

/** What `/registry` answered. */
export interface RegistryAnswer {
  status: number;
  // A test looks into whatever it asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** Asks `/registry` of a gateway by a key, as `curl` would. */
export async function askRegistry(url: string, key: string, path: string, body?: object): Promise<RegistryAnswer> {
  const response = await fetch(`${url}/registry/${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
  });
  return { status: response.status, body: await response.json() };
}

/** Issues a key as the operator does, by the database. @param subgraph - null for an operator's. */
export async function issueKey(databaseUrl: string, subgraph: string | null): Promise<string> {
  const database = new RegistryDatabase(databaseUrl);
  await database.install(0);
  const { written } = await new PublisherKeys(database.run).issue(subgraph);
  await database.close();
  return written;
}
