import { HubError } from '../errors';
import { HUB_SUBGRAPH } from './subgraph-list';

/** The gateway's login role. It records access in the database of the London SCP. */
export const GATEWAY_ROLE = 'gateway';

/** The login role of the registry, which keeps a database of its name. */
export const REGISTRY_ROLE = 'registry';

/** Where each process's database comes from. */
export interface DatabasePlan {
  /** Those whose database was given ready made, perhaps the gateway's and the registry's among them: name to URL. */
  given: Map<string, string>;
  /**
   * Subgraphs whose role and database the hub makes. The gateway's role is made with the database of the London SCP, and the
   * registry's database beside it, unless that is given.
   */
  provisioned: string[];
  /** A server's administrator, from `DATABASE_URL`; null is the embedded PostgreSQL. */
  admin: string | null;
}

/** `tri-borough` is `DATABASE_URL_TRI_BOROUGH`. */
export function databaseVariable(subgraph: string): string {
  return `DATABASE_URL_${subgraph.toUpperCase().replaceAll('-', '_')}`;
}

/** The database that the environment gives one process; the administrator's for null. Null where it gives none. */
export function givenDatabase(env: NodeJS.ProcessEnv, name: string | null): string | null {
  return checked(env, name === null ? 'DATABASE_URL' : databaseVariable(name));
}

/** Reads `DATABASE_URL` and the variables of the subgraphs and the gateway. */
export function databasePlan(env: NodeJS.ProcessEnv, subgraphs: readonly string[]): DatabasePlan {
  const given = new Map<string, string>();
  const provisioned: string[] = [];
  for (const name of subgraphs) {
    const url = checked(env, databaseVariable(name));
    if (url === null) provisioned.push(name);
    else given.set(name, url);
  }
  const gateway = checked(env, databaseVariable(GATEWAY_ROLE));
  if ((gateway === null) === given.has(HUB_SUBGRAPH)) {
    const variables = [HUB_SUBGRAPH, GATEWAY_ROLE].map(databaseVariable);
    const [set, missing] = gateway === null ? variables : variables.reverse();
    throw new HubError('GATEWAY_DATABASE', { set: set!, missing: missing! });
  }
  if (gateway !== null) given.set(GATEWAY_ROLE, gateway);
  const registry = givenDatabase(env, REGISTRY_ROLE);
  if (registry !== null) given.set(REGISTRY_ROLE, registry);
  return { given, provisioned, admin: provisioned.length === 0 ? null : checked(env, 'DATABASE_URL') };
}

/** Host and port of a URL: the part that may be printed. */
export function hostOf(url: string): string {
  return new URL(url).host || 'its host';
}

function checked(env: NodeJS.ProcessEnv, variable: string): string | null {
  const value = env[variable];
  if (value === undefined || value === '') return null;
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol)) {
    throw new HubError('DATABASE_URL_INVALID', { variable });
  }
  return value;
}
