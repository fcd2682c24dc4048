import { HubError } from '../errors';

/** Where each subgraph's database comes from. */
export interface DatabasePlan {
  /** Subgraphs whose database was given ready made: name to URL. */
  given: Map<string, string>;
  /** Subgraphs whose role and database the hub makes. */
  provisioned: string[];
  /** A server's administrator, from `DATABASE_URL`; null is the embedded PostgreSQL. */
  admin: string | null;
}

/** `tri-borough` is `DATABASE_URL_TRI_BOROUGH`. */
export function databaseVariable(subgraph: string): string {
  return `DATABASE_URL_${subgraph.toUpperCase().replaceAll('-', '_')}`;
}

/** Reads `DATABASE_URL` and the variables of the subgraphs. */
export function databasePlan(env: NodeJS.ProcessEnv, subgraphs: readonly string[]): DatabasePlan {
  const given = new Map<string, string>();
  const provisioned: string[] = [];
  for (const name of subgraphs) {
    const url = checked(env, databaseVariable(name));
    if (url === null) provisioned.push(name);
    else given.set(name, url);
  }
  return { given, provisioned, admin: provisioned.length === 0 ? null : checked(env, 'DATABASE_URL') };
}

/**
 * The environment of a child without any database's address: a partnership's process must not see the
 * administrator's password, nor that of another partnership.
 */
export function withoutDatabases(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const hidden = /^(DATABASE_URL(_|$)|PG[A-Z]+$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.test(name)));
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
