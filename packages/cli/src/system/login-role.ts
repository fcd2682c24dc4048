import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { HubError } from '../errors';
import { scramVerifier } from './scram-verifier';

/** Rights that would let one partnership's role reach another's data. */
const POWERS = ['rolsuper', 'rolcreatedb', 'rolcreaterole', 'rolreplication', 'rolbypassrls'] as const;

/**
 * Most connections of one role at once, so that no service can take all of a server. A process has a pool of 10 and two
 * that listen; two processes of one subgraph, and for a moment those of one that was just ended, stay below.
 */
export const CONNECTION_LIMIT = 30;

/** What the messages about a role name. */
export type RoleNames = Record<'name' | 'host' | 'own' | 'variable', string>;

/** Makes a login role that may do nothing by itself. One that is there is checked and kept, never changed. */
export async function makeLoginRole(admin: Client, name: string, password: string, names: RoleNames): Promise<void> {
  const { rows } = await admin.query(`SELECT ${POWERS.join(', ')} FROM pg_roles WHERE rolname = $1`, [name]);
  const existing = rows[0] as Record<string, boolean> | undefined;
  if (existing === undefined) {
    await admin.query(
      `CREATE ROLE ${escapeIdentifier(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
       CONNECTION LIMIT ${CONNECTION_LIMIT} PASSWORD ${escapeLiteral(scramVerifier(password))}`,
    );
    return;
  }
  const powers = POWERS.filter((power) => existing[power]);
  if (powers.length > 0) throw new HubError('ROLE_TOO_STRONG', { ...names, powers: powers.join(', ') });
}

/** SQL that limits the connections of a role that an earlier version made; a limit that somebody set is kept. */
export function limitConnections(name: string): string {
  return `
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = ${escapeLiteral(name)} AND rolconnlimit = -1) THEN
    ALTER ROLE ${escapeIdentifier(name)} CONNECTION LIMIT ${CONNECTION_LIMIT};
  END IF;
END $$;`;
}
