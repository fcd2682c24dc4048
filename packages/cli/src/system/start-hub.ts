import type { Role } from '@hub/access';
import { join, resolve } from 'node:path';
import { readTokenIssuer } from '../config/token-issuer';
import { HubError } from '../errors';
import type { ChildSpec } from './child';
import { inheritedEnvironment } from './child-environment';
import { databasePlan, databaseVariable, GATEWAY_ROLE } from './database-plan';
import { developmentToken, type TokenOptions } from './development-token';
import { openHubHome } from './hub-home';
import { openIdentity } from './identity';
import { takeLock } from './lock';
import { freePorts, gatewayPort, LOOPBACK } from './ports';
import { startPostgres, type RunningPostgres } from './postgres';
import { checkDatabase } from './open-database';
import { provision } from './provision';
import { openRelay } from './relay';
import { openSecrets } from './secrets';
import { HUB_SUBGRAPH, listSubgraphs, mainOf } from './subgraph-list';
import { Supervisor } from './supervisor';

/** How to start a hub. Several may run at once, each with its own home and port. */
export interface StartHubOptions {
  /** Folder of all state. @default `.hub` in the workspace */
  home?: string | undefined;
  /** Port of the gateway; 0 is any free one. @default 4000 */
  port?: number | undefined;
  /** Whether demonstration data is loaded. @default true */
  demo?: boolean | undefined;
  /** Whether partnerships' processes exchange movements with the hub. @default true */
  relay?: boolean | undefined;
  /** Environment of the processes, and where `DATABASE_URL…` and `TOKEN_…` are read. @default process.env */
  env?: NodeJS.ProcessEnv | undefined;
  /** Takes a line of progress. @default none */
  log?: ((line: string) => void) | undefined;
  /** Ends the hub, at any moment. */
  signal?: AbortSignal | undefined;
  /** Folder that holds `subgraphs/` and `gateway/`. @default the workspace of this package */
  workspace?: string | undefined;
}

/** How a hub ended: 0 when it was asked to, 1 with a reason when it could not go on. */
export interface HubExit {
  code: 0 | 1;
  reason: string | null;
}

/** A hub that answers. */
export interface RunningHub {
  /** `http://127.0.0.1:4000` */
  url: string;
  apiUrl: string;
  explorerUrl: string;
  home: string;
  /** As it is at the moment of reading; `pid` is undefined between a process's end and its next start. */
  readonly subgraphs: Map<string, { port: number; pid: number | undefined; url: string }>;
  readonly gateway: { port: number; pid: number | undefined };
  /** The embedded PostgreSQL, or null with a server. */
  readonly postgres: { port: number; pid: number } | null;
  /** The database of a subgraph, by its own role. Holds a password. */
  databaseUrl(subgraph: string): string;
  /** Whether tokens of the development issuer are taken, and no others. */
  hasDevelopmentIssuer: boolean;
  /** A token of the development issuer. */
  token(role: Role, options?: TokenOptions): Promise<string>;
  /** Sends a signal to a subgraph, `gateway` or `postgres`. */
  kill(name: string, signal: NodeJS.Signals): void;
  /** Ends a subgraph or the gateway and starts it again on the same port; resolves when it is ready. */
  restart(name: string): Promise<void>;
  /** Ends everything; resolves when nothing is left running. May be called twice. */
  stop(): Promise<void>;
  exited: Promise<HubExit>;
}

/** Starts a whole hub; resolves when it answers. What was started before a failure is ended before it rejects. */
export async function startHub(options: StartHubOptions = {}): Promise<RunningHub> {
  const workspace = options.workspace ?? resolve(__dirname, '../../../..');
  const env = options.env ?? process.env;
  const begun = Date.now();
  const say = (line: string) => options.log?.(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${line}`);

  const failure = new AbortController();
  const signal = AbortSignal.any([failure.signal, ...(options.signal ? [options.signal] : [])]);
  const check = () => {
    if (signal.aborted) throw signal.reason instanceof HubError ? signal.reason : new HubError('ENDED');
  };
  // What was started, each with the way to end it; ended last to first.
  const started: (() => Promise<void>)[] = [];
  const unwind = async () => {
    for (let end = started.pop(); end !== undefined; end = started.pop()) await end().catch((e) => say(String(e)));
  };

  let settle: (exit: HubExit) => void = () => undefined;
  const exited = new Promise<HubExit>((done) => (settle = done));
  let stopped: Promise<void> | undefined;
  const end = (exit: HubExit) => (stopped ??= unwind().then(() => settle(exit)));
  let running = false;
  const fail = (reason: string) => {
    if (running) void end({ code: 1, reason });
    else failure.abort(new HubError('NOT_STARTED', { name: 'The hub', reason, log: home.logs }));
  };

  const subgraphs = await listSubgraphs(workspace);
  const partnerships = subgraphs.filter((name) => name !== HUB_SUBGRAPH);
  const plan = databasePlan(env, subgraphs);
  const issuer = readTokenIssuer(env);
  const mains = new Map([...subgraphs, 'gateway'].map((name) => [name, mainOf(workspace, name)]));
  const home = await openHubHome(options.home ?? join(workspace, '.hub'));
  try {
    const wanted = options.port ?? 4000;
    const chosen = wanted === 0 ? await gatewayPort(0) : wanted;
    const url = `http://${LOOPBACK}:${chosen}`;
    // Before the port is looked at: a second start beside the first shall hear of the first, not of its port.
    const lock = await takeLock(home.lock, home.path, url);
    started.push(() => lock.release());
    await gatewayPort(chosen);
    const secrets = await openSecrets(home.secrets);
    const identity = await openIdentity(home, issuer);
    const { isDevelopment } = identity;
    const relayed = (options.relay ?? true) ? partnerships : [];
    const relay = await openRelay(home, env, { url, isDevelopment, partnerships: relayed }, say);
    started.push(() => relay.stop());

    let postgres: RunningPostgres | null = null;
    const urls = new Map(plan.given);
    for (const [name, given] of plan.given) await checkDatabase(given, databaseVariable(name));
    if (plan.provisioned.length > 0) {
      if (plan.admin === null) {
        const server = await startPostgres(home, await secrets.passwordOf('hub_admin'), say);
        postgres = server;
        let expected = false;
        started.push(() => ((expected = true), server.stop()));
        void server.exited.then((how) => expected || fail(`PostgreSQL ended (${how}); log: ${home.logOf('postgres')}`));
        say('PostgreSQL accepts connections');
      }
      check();
      const made = await provision(postgres?.adminUrl ?? plan.admin!, 'DATABASE_URL', plan.provisioned, secrets);
      for (const [name, own] of made) urls.set(name, own);
      say(`Databases and roles: ${plan.provisioned.join(', ')}`);
    }

    const supervisor = new Supervisor(say, fail);
    started.push(() => supervisor.stop());
    const common = { NODE_ENV: 'production', LOG_LEVEL: 'info', ...inheritedEnvironment(env) };
    const shared = { ...common, HOST: LOOPBACK, HUB_DEMO: (options.demo ?? true) ? '1' : '0' };
    const ports = new Map<string, number>();
    const free = await freePorts(subgraphs.length);
    subgraphs.forEach((name, index) => ports.set(name, free[index]!));
    const endpoint = (name: string) => `http://${LOOPBACK}:${ports.get(name)}/graphql`;
    const spec = (name: string, port: number, extra: NodeJS.ProcessEnv): ChildSpec => ({
      name,
      main: mains.get(name)!,
      port,
      env: { ...shared, PORT: String(port), ...extra },
      log: home.logOf(name),
      postgres,
    });
    check();
    // The first failure is the one to show: the others follow from the unwinding.
    await Promise.all(
      subgraphs.map(async (name) => {
        const own = { DATABASE_URL: urls.get(name), ...identity.subgraph(name), ...relay.subgraph(name) };
        await supervisor.start(spec(name, ports.get(name)!, own), false, signal);
        say(`${name} is ready`);
      }),
    );
    const list = subgraphs.map((name) => `${name}=${endpoint(name)}`).join(',');
    const records = { DATABASE_URL: urls.get(GATEWAY_ROLE), ...identity.gateway };
    const door = spec('gateway', chosen, { SUBGRAPHS: list, SUPERGRAPH_CACHE: home.supergraph, ...records });
    await supervisor.start(door, true, signal);
    check();
    say('The gateway is ready');
    running = true;
    options.signal?.addEventListener('abort', () => void end({ code: 0, reason: null }), { once: true });

    const known = (name: string) => {
      const own = urls.get(name);
      if (own === undefined) throw new Error(`there is no subgraph "${name}"`);
      return own;
    };
    return {
      url,
      apiUrl: `${url}/graphql`,
      explorerUrl: `${url}/explorer`,
      home: home.path,
      get subgraphs() {
        return new Map(
          [...ports].map(([name, port]) => [name, { port, pid: supervisor.pidOf(name), url: endpoint(name) }]),
        );
      },
      get gateway() {
        return { port: chosen, pid: supervisor.pidOf('gateway') };
      },
      postgres: postgres && { port: postgres.port, pid: postgres.pid },
      databaseUrl: known,
      hasDevelopmentIssuer: isDevelopment,
      token: async (role, options = {}) => (await developmentToken(home, role, options, partnerships)).token,
      kill: (name, sig) =>
        name === 'postgres' && postgres !== null ? void process.kill(postgres.pid, sig) : supervisor.kill(name, sig),
      restart: (name) => supervisor.restart(name),
      stop: () => end({ code: 0, reason: null }),
      exited,
    };
  } catch (error) {
    await unwind();
    throw error;
  }
}
