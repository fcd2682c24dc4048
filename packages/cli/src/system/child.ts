import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { reasonOf } from '../errors';
import { openLogFile } from './log-file';

/**
 * The limit on the heap is in MiB. V8 clears up when four times of what is in use has come together, under a limit of this
 * size when less than twice has. It throws compiled code away that has not run for some collections: whoever asks after a
 * quiet hour would wait until it is compiled again. Who wants source maps, which cost a start a tenth, sets
 * NODE_OPTIONS=--enable-source-maps.
 */
const FLAGS = ['--max-old-space-size=1024', '--no-flush-bytecode'];

/**
 * A subgraph compiles and clears up in its only thread. There are more subgraphs than processors, so that V8's other
 * threads took time of those that answered: a fifth of all that a question takes. The gateway, of which there is one, keeps
 * them.
 */
const FLAGS_OF_SUBGRAPH = [...FLAGS, '--single-threaded'];

/** From `src` (under jest) as well as from `dist`: a child is always run as built. */
const CHILD_MAIN = join(resolve(__dirname, '../..'), 'dist/system/child-main.js');

/** Milliseconds between SIGTERM and SIGKILL. */
const PATIENCE = 8000;

/** One process to run. */
export interface ChildSpec {
  name: string;
  /** The subgraph that it is one process of, perhaps the only one, or `gateway`. */
  service: string;
  /** The JavaScript file that it runs. */
  main: string;
  env: NodeJS.ProcessEnv;
  port: number;
  log: string;
  /** By which files it finds the PostgreSQL that it ends if the hub is killed: PostgreSQL's own, and the hub's lock. */
  postgres: { pidFile: string; lockFile: string } | null;
}

/** One run of it. */
export interface Child {
  pid: number | undefined;
  /** How it ended, once it has: `SIGKILL` or `code 1`. */
  exited: Promise<string>;
  isRunning(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** SIGTERM, then SIGKILL; resolves when it has ended. */
  stop(): Promise<void>;
  /** What it wrote last. */
  tail(): string;
}

/** Starts a process that ends with this one. */
export function launchChild(spec: ChildSpec): Child {
  const log = openLogFile(spec.log);
  const guard = spec.postgres === null ? [] : [spec.postgres.pidFile, spec.postgres.lockFile];
  const flags = spec.service === 'gateway' ? FLAGS : FLAGS_OF_SUBGRAPH;
  const child = spawn(process.execPath, [...flags, CHILD_MAIN, spec.main, ...guard], {
    env: spec.env,
    // Out of the terminal's process group: Ctrl-C reaches the hub alone, which ends its children in order.
    detached: true,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  });
  log.close();
  let running = true;
  const exited = new Promise<string>((done) => {
    child.once('error', (error) => child.pid === undefined && done(reasonOf(error)));
    child.once('exit', (code, signal) => done(howItEnded(code, signal)));
  });
  void exited.then(() => (running = false));
  const stop = async () => {
    if (running) child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    await exited;
    clearTimeout(hard);
  };
  return { pid: child.pid, exited, isRunning: () => running, kill: (s) => void child.kill(s), stop, tail: log.tail };
}

/** `SIGKILL`, or `code 1`. */
export function howItEnded(code: number | null, signal: NodeJS.Signals | null): string {
  return signal ?? `code ${code}`;
}
