import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeHubHome } from '@hub/cli';
import { isAlive } from '../../../packages/cli/src/system/process-identity';

const CLI = join(__dirname, '../../../packages/cli/dist/main.js');
const JOIN = join(__dirname, 'join-hub-process.cjs');
const PATIENCE_MS = 40_000;

/** Where a hub is, and how its relays reach it. */
export interface HubPlace {
  home: string;
  port: number;
  /** The address by which relays reach the gateway. */
  network: string;
  /** What else its environment says. */
  env: NodeJS.ProcessEnv;
}

/** A hub as a person runs it: `hub start`, and again whenever it has ended. */
export class HubProcess {
  private child: ChildProcess | undefined;
  private isEnding = false;
  private running: Promise<void> = Promise.resolve();
  /** What it has said since it was started last. */
  output = '';
  /** Every process of the hub that was ever found. */
  readonly pids = new Set<number>();
  /** What is noted of a process stays until it is started again; its id may be another's by then. */
  private readonly killed = new Set<number>();
  starts = 0;

  constructor(private readonly place: HubPlace) {}

  /** Resolves when the hub runs, however often it has to be started. */
  async isUp(signal: AbortSignal): Promise<void> {
    while (this.child?.exitCode !== null || !this.output.includes('The hub runs.')) {
      await pause(50, null, { signal });
    }
  }

  /** The own API of a partnership as it was started last; null before that. */
  ownUrlOf(name: string): string | null {
    const [found] = this.processesOf(name);
    return found ? `http://127.0.0.1:${found.port}/own/graphql` : null;
  }

  /** Starts the hub, and keeps starting it until `end`. */
  start(): void {
    this.running = this.keep();
  }

  /** Id and port of each process of a name as it was started last; none before that, and while that is being written. */
  private processesOf(name: string): { pid: number; port: number }[] {
    try {
      const found = name === 'postgres' ? [this.postmaster()] : this.noted(name);
      // Other numbers stand for whole groups of processes.
      const real = found.filter(({ pid, port }) => pid > 1 && port > 0);
      for (const { pid } of real) this.pids.add(pid);
      return real;
    } catch {
      return [];
    }
  }

  private postmaster() {
    const lines = readFileSync(join(this.place.home, 'postgres/data/postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  }

  private noted(name: string) {
    const files = readdirSync(this.folder).filter((file) => file.startsWith(`${name}@`) && !file.endsWith('.new'));
    return files.map(
      (file) => JSON.parse(readFileSync(join(this.folder, file), 'utf8')) as { pid: number; port: number },
    );
  }

  /**
   * Ends `hub` itself, or each process of a name, at once, with no chance to put anything in order; false where there is
   * none at the moment.
   */
  kill(name: string): boolean {
    if (name === 'hub') return this.child!.kill('SIGKILL');
    const found = this.processesOf(name).filter(({ pid }) => !this.killed.has(pid) && isAlive(pid));
    for (const { pid } of found) {
      this.killed.add(pid);
      process.kill(pid, 'SIGKILL');
    }
    return found.length > 0;
  }

  /** Ends the hub, and removes all that it left. */
  async end(): Promise<void> {
    this.isEnding = true;
    this.child?.kill('SIGTERM');
    const hard = setTimeout(() => this.child?.kill('SIGKILL'), PATIENCE_MS);
    await this.running;
    clearTimeout(hard);
    await removeHubHome(this.place.home);
  }

  private async keep(): Promise<void> {
    while (!this.isEnding) {
      rmSync(this.folder, { recursive: true, force: true });
      mkdirSync(this.folder, { recursive: true });
      this.output = '';
      this.starts++;
      const child = spawn(process.execPath, [CLI, 'start', '--no-demo'], { env: this.environment(), stdio: 'pipe' });
      this.child = child;
      this.pids.add(child.pid!);
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
      }
      await once(child, 'close');
    }
  }

  private get folder(): string {
    return join(this.place.home, 'processes');
  }

  private environment(): NodeJS.ProcessEnv {
    const { home, port, network, env } = this.place;
    return {
      ...env,
      ...{ HUB_HOME: home, PORT: String(port), CRASH_PROCESSES: this.folder, CRASH_NETWORK: network },
      ...{ NODE_OPTIONS: `--require=${JOIN}`, RATE_LIMIT_PER_MINUTE: '100000', COST_LIMIT_PER_MINUTE: '900000000' },
    };
  }
}
