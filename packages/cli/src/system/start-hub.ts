import type { Role } from '@hub/access';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { readTokenIssuer } from '../config/token-issuer';
import { HubError } from '../errors';
import { COPIED, planCopies } from '../london/partnership-copy';
import { writeCopies } from '../london/write-copies';
import type { ChildSpec } from './child';
import { inheritedEnvironment } from './child-environment';
import { databasePlan, databaseVariable, GATEWAY_ROLE, REGISTRY_ROLE } from './database-plan';
import { developmentToken, type TokenOptions } from './development-token';
import { openHubHome } from './hub-home';
import { openIdentity } from './identity';
import { keptPorts } from './kept-ports';
import { KeptPostgres } from './kept-postgres';
import { takeLock } from './lock';
import { rotateLogs } from './log-rotation';
import { gatewayPort, LOOPBACK } from './ports';
import { inTurn } from './in-turn';
import { poolSizes } from './pool-sizes';
import { provision } from './provision';
import { openRelay } from './relay';
import { openSecrets } from './secrets';
import { roomAt, type ServerRoom } from './server-room';
import { addressList, endpointOf, ownEndpointOf, serviceProcesses, type ServiceProcess } from './service-processes';
import { HUB_SUBGRAPH, listSubgraphs, mainOf } from './subgraph-list';
import { Supervisor } from './supervisor';

/** How many times as long a partnership is waited for of which nothing was served before: it has its database to make. */
const FIRST_TIMES = 5;

/** How to start a hub. Several may run at once, each with its own home and port. */
export interface StartHubOptions {
  /** Folder of all state. @default `.hub` in the workspace, and `.hub/london` for a number of partnerships */
  home?: string | undefined;
  /** Port of the gateway; 0 is any free one. @default 4000 */
  port?: number | undefined;
  /** Whether demonstration data is loaded. @default true */
  demo?: boolean | undefined;
  /** Whether partnerships' processes exchange movements with the hub. @default true */
  relay?: boolean | undefined;
  /** Processes of the London SCP's own subgraph, through which every question enters. @default 1 */
  londonProcesses?: number | undefined;
  /**
   * How many partnerships, beside which there are none: those of the workspace, and copies of Havering in the place of
   * others, which say that they are demonstration data. @default those of the workspace
   */
  partnerships?: number | undefined;
  /** Seconds, as the hub counts them, after which a process that answers nothing is ended and started again. @default 15 */
  silenceSeconds?: number | undefined;
  /** Seconds of its own turn that a partnership's process is waited for, and five times as many at its first start. @default 60 */
  readySeconds?: number | undefined;
  /** Milliseconds before the second restart in a row of what has ended, doubled for each further one. @default 1000 */
  firstPauseMs?: number | undefined;
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

/** A process of a hub. */
export interface RunningProcess {
  port: number;
  pid: number | undefined;
}

/** A process of a subgraph. */
export interface RunningService extends RunningProcess {
  /** Where the hub asks it. */
  url: string;
  /** Where a partnership's own people and system ask it, the same at every start; null of the London SCP. */
  ownUrl: string | null;
}

/** A hub that answers. */
export interface RunningHub {
  /** `http://127.0.0.1:4000` */
  url: string;
  apiUrl: string;
  explorerUrl: string;
  home: string;
  /**
   * As it is at the moment of reading; `pid` is undefined between a process's end and its next start. Of a subgraph with
   * several processes, the first.
   */
  readonly subgraphs: Map<string, RunningService>;
  /** The processes of subgraphs by their own names: that of the subgraph, or `london-scp.1`, `london-scp.2`. */
  readonly processes: Map<string, RunningService>;
  readonly gateway: RunningProcess;
  /** The embedded PostgreSQL, or null with a server. */
  readonly postgres: RunningProcess | null;
  /** The database of a subgraph, by its own role. Holds a password. */
  databaseUrl(subgraph: string): string;
  /** Whether tokens of the development issuer are taken, and no others. */
  hasDevelopmentIssuer: boolean;
  /** A token of the development issuer. */
  token(role: Role, options?: TokenOptions): Promise<string>;
  /** Sends a signal to a process by its name, to every process of a subgraph, to `gateway` or `postgres`. */
  kill(name: string, signal: NodeJS.Signals): void;
  /** The same names without `postgres`: ends it and starts it again on the same port; resolves when it is ready. */
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

  const patience = { silentTicks: options.silenceSeconds ?? 15, firstPauseMs: options.firstPauseMs };
  const copies = options.partnerships === undefined ? [] : planCopies(workspace, options.partnerships);
  const subgraphs = [...(await listSubgraphs(workspace)), ...copies.map(({ id }) => id)];
  const partnerships = subgraphs.filter((name) => name !== HUB_SUBGRAPH);
  const plan = databasePlan(env, subgraphs);
  const issuer = readTokenIssuer(env);
  const copied = new Set(copies.map(({ id }) => id));
  const mains = new Map(
    [...subgraphs, 'gateway'].map((name) => [name, mainOf(workspace, copied.has(name) ? COPIED : name)]),
  );
  const usual = join(workspace, '.hub', options.partnerships === undefined ? '' : 'london');
  const home = await openHubHome(options.home ?? usual);
  try {
    const wanted = options.port ?? 4000;
    const chosen = wanted === 0 ? await gatewayPort(0) : wanted;
    const url = `http://${LOOPBACK}:${chosen}`;
    // Before the port is looked at: a second start beside the first shall hear of the first, not of its port.
    const lock = await takeLock(home.lock, home.path, url);
    started.push(() => lock.release());
    await gatewayPort(chosen);
    const secrets = await openSecrets(home.secrets);
    const written = copies.length > 0 ? await writeCopies(home.copies, workspace, copies, HUB_SUBGRAPH) : null;
    const identity = await openIdentity(home, issuer);
    const { isDevelopment } = identity;
    const relayed = (options.relay ?? true) ? partnerships : [];
    const relay = await openRelay(home, env, { url, isDevelopment, partnerships: relayed }, say);
    started.push(() => relay.stop());

    const endRotation = rotateLogs(home.logs, say);
    started.push(async () => endRotation());
    let postgres: KeptPostgres | null = null;
    const urls = new Map(plan.given);
    const rooms = new Map<string, ServerRoom>();
    const roles = [
      ...plan.provisioned,
      ...[GATEWAY_ROLE, REGISTRY_ROLE],
      ...[...plan.given.values()].map((given) => new URL(given).username),
    ];
    for (const [name, given] of plan.given) rooms.set(name, await roomAt(given, databaseVariable(name), roles));
    if (plan.provisioned.length > 0) {
      if (plan.admin === null) {
        const password = await secrets.passwordOf('hub_admin');
        const server = await KeptPostgres.start({ home, password, ...patience, say, onFailure: fail });
        postgres = server;
        started.push(() => server.stop());
        say('PostgreSQL accepts connections');
      }
      check();
      const adminUrl = postgres?.adminUrl ?? plan.admin!;
      const hasRegistry = plan.provisioned.includes(HUB_SUBGRAPH) && !plan.given.has(REGISTRY_ROLE);
      const names = [...plan.provisioned, ...(hasRegistry ? [REGISTRY_ROLE] : [])];
      const made = await provision(adminUrl, 'DATABASE_URL', names, secrets);
      const room = await roomAt(adminUrl, 'DATABASE_URL', roles);
      for (const [name, own] of made) {
        urls.set(name, own);
        rooms.set(name, room);
      }
      say(`Databases and roles: ${plan.provisioned.join(', ')}`);
    }

    const supervisor = new Supervisor({
      ...{ say, onFailure: fail, ...patience },
      essential: ['gateway', HUB_SUBGRAPH],
      mayStart: async () => postgres?.isUp(),
    });
    started.push(() => supervisor.stop('gateway'));
    const londonProcesses = options.londonProcesses ?? 1;
    const named = serviceProcesses(subgraphs, londonProcesses);
    const ports = await keptPorts(
      home.ports,
      named.map(({ name }) => name),
      chosen,
      say,
    );
    const processes = named.map((process) => ({ ...process, port: ports.get(process.name)! }));
    const pools = poolSizes(processes, rooms);
    // From Node 22 on, code that one process has compiled is compiled for all, and for the next start.
    const compiled = { NODE_COMPILE_CACHE: join(workspace, 'node_modules/.cache/hub') };
    const common = { NODE_ENV: 'production', LOG_LEVEL: 'info', ...compiled, ...inheritedEnvironment(env) };
    const shared = { ...common, HOST: LOOPBACK, HUB_DEMO: (options.demo ?? true) ? '1' : '0' };
    const spec = (name: string, service: string, port: number, extra: NodeJS.ProcessEnv): ChildSpec => ({
      ...{ name, service, port, main: mains.get(service)!, log: home.logOf(name) },
      env: { ...shared, PORT: String(port), ...extra },
      postgres: postgres && { pidFile: postgres.pidFile, lockFile: home.lock },
    });
    check();
    const isKept = (name: string) => existsSync(home.schemaOf(name));
    // Each has its turn: more at once than there are processors would make all of them late. The first failure is the one
    // to show: the others follow from the unwinding.
    await inTurn(processes, availableParallelism() + 1, async ({ name, service, port }) => {
      const database = {
        DATABASE_URL: urls.get(service),
        DATABASE_POOL_SIZE: env.DATABASE_POOL_SIZE || String(pools.get(service)),
      };
      const directory = service === HUB_SUBGRAPH ? directoryIn(env) : {};
      const own = {
        ...{ ...identity.subgraph(service), ...relay.subgraph(service) },
        ...{ ...directory, ...written?.environmentOf(service) },
      };
      const one = spec(name, service, port, { ...own, ...database });
      const readyMs = (options.readySeconds ?? 60) * 1000;
      if (service === HUB_SUBGRAPH) await supervisor.start(one, signal);
      else await supervisor.startPatiently(one, isKept(service) ? readyMs : FIRST_TIMES * readyMs, signal);
      if (supervisor.isReady(name)) say(`${name} is ready`);
    });
    const registry = { REGISTRY_DATABASE_URL: urls.get(REGISTRY_ROLE) };
    const records = { DATABASE_URL: urls.get(GATEWAY_ROLE), ...registry, ...identity.gateway };
    const asked = { SUBGRAPHS: addressList(processes), SUPERGRAPH_CACHE: home.supergraph };
    await supervisor.start(spec('gateway', 'gateway', chosen, { ...asked, ...records }), signal);
    check();
    say('The gateway is ready');
    running = true;
    options.signal?.addEventListener('abort', () => void end({ code: 0, reason: null }), { once: true });

    const placeOf = (process: ServiceProcess) => {
      const [url, ownUrl] = [endpointOf(process), ownEndpointOf(process)];
      return { port: process.port, pid: supervisor.pidOf(process.name), url, ownUrl };
    };
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
        const firstOf = (name: string) => processes.find(({ service }) => service === name)!;
        return new Map(subgraphs.map((name) => [name, placeOf(firstOf(name))]));
      },
      get processes() {
        return new Map(processes.map((process) => [process.name, placeOf(process)]));
      },
      get gateway() {
        return { port: chosen, pid: supervisor.pidOf('gateway') };
      },
      get postgres() {
        return postgres && { port: postgres.port, pid: postgres.pid };
      },
      databaseUrl: known,
      hasDevelopmentIssuer: isDevelopment,
      token: async (role, options = {}) => (await developmentToken(home, role, options, partnerships)).token,
      kill(name, sig) {
        if (name !== 'postgres' || postgres === null) return supervisor.kill(name, sig);
        if (postgres.pid !== undefined) process.kill(postgres.pid, sig);
      },
      restart: (name) => supervisor.restart(name),
      stop: () => end({ code: 0, reason: null }),
      exited,
    };
  } catch (error) {
    await unwind();
    throw error;
  }
}

/** The directory of partnerships that an operator keeps outside the checkout: where processes run, its path may mean another. */
const directoryIn = ({ PARTNERSHIP_DIRECTORY: file }: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  file ? { PARTNERSHIP_DIRECTORY: resolve(file) } : {};
