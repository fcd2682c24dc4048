import { HUB_VERSION } from '@hub/http';
import { readStartEnvironment } from '../config/env';
import { HubError } from '../errors';
import { startHub, type RunningHub } from '../system/start-hub';

/** So that one that hangs or ends does not take every question with it. */
const LONDON_PROCESSES = 2;

/** What a command says of the hub beside its environment. */
export interface TerminalOptions {
  /** Whether demonstration data is loaded, unless the environment says no. @default true */
  demo?: boolean;
  /** See `StartHubOptions`. */
  partnerships?: number;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a whole hub in this terminal, until a signal or a failure ends it; returns the exit code. */
export async function startInTerminal({ demo = true, partnerships }: TerminalOptions): Promise<number> {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  // The terminal or a reader of our output may be gone before we are: that must not cut the ending short.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const environment = readStartEnvironment(process.env);
  const ending = new AbortController();
  const end = (why: string) => {
    // Ctrl-C comes twice under npm, from the terminal and from npm. The ending is bounded; nothing hastens it.
    if (ending.signal.aborted) return;
    say(`${why}: ending`);
    ending.abort();
  };
  for (const signal of SIGNALS) process.on(signal, () => end(signal));
  process.on('uncaughtException', (error) => {
    process.exitCode = 1;
    end(error.stack ?? String(error));
  });
  const watch = watchNpm(() => end('npm has ended'));
  try {
    const options = { ...environment, demo: demo && environment.demo, londonProcesses: LONDON_PROCESSES, partnerships };
    const hub = await startHub({ ...options, log: say, signal: ending.signal });
    process.stdout.write(welcome(hub, environment.home ?? (partnerships && hub.home)));
    const { code, reason } = await hub.exited;
    if (reason !== null) say(`${reason}\nThe hub has ended.`);
    else say('The hub has ended.');
    return code || Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof HubError && error.code === 'ENDED') {
      say('The hub has ended.');
      return Number(process.exitCode ?? 0);
    }
    throw error;
  } finally {
    clearInterval(watch);
  }
}

/**
 * Notices that npm was killed. Some shells stand between npm and us and die of a signal without passing it on, and
 * SIGKILL is passed on by nobody; the hub of an `npm start` that is gone would run on unseen.
 */
function watchNpm(onEnd: () => void): NodeJS.Timeout | undefined {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && onEnd(), 250);
}

/** @param named - the state folder, where the other commands must be told of it. */
function welcome(
  { apiUrl, explorerUrl, home, hasDevelopmentIssuer, subgraphs }: RunningHub,
  named: string | number | undefined,
): string {
  const where = named ? `HUB_HOME=${named} ` : '';
  const token = hasDevelopmentIssuer ? `${where}npm run -s hub -- token --role analyst` : 'from the configured issuer';
  const services = [...subgraphs].flatMap(([name, { ownUrl }]) => (ownUrl === null ? [] : [`${ownUrl}  ${name}`]));
  return `
The hub runs. Version ${HUB_VERSION}.

  Explorer  ${explorerUrl}
  API       ${apiUrl}
  State     ${home}
  Token     ${token}
  At home   ${services.join('\n            ')}${hasDevelopmentIssuer ? '\n            each with an explorer of its own, at /explorer' : ''}

Ctrl-C ends it.
`;
}
