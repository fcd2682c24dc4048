import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from '../errors';
import { EndsInARow, whenStarted } from './ends-in-a-row';
import type { HubHome } from './hub-home';
import { startPostgres, type RunningPostgres } from './postgres';
import { livesAsPostgres } from './signs-of-life';
import { watchForSilence } from './silence';

/** So many ends with no calm between are the machine's or the disk's: what a caller does ends single sessions at most. */
const TOO_MANY = 5;

/** Who hears of an embedded PostgreSQL, and how patient its keeper is. */
export interface PostgresKeeping {
  home: HubHome;
  /** The administrator's. */
  password: string;
  /** See {@link watchForSilence}. */
  silentTicks: number;
  /** See {@link EndsInARow}. */
  firstPauseMs: number | undefined;
  say(line: string): void;
  /** Called once when it cannot be kept running, with a sentence that says why. */
  onFailure(why: string): void;
}

/** An embedded PostgreSQL that is started again, on the same port and data, when it ends or hangs. */
export class KeptPostgres {
  private readonly ends: EndsInARow;
  private readonly stopping = new AbortController();
  private readySince = 0;
  private ended = false;
  private unwatch = () => {};
  private up: Promise<void> = Promise.resolve();

  private constructor(
    private readonly keeping: PostgresKeeping,
    private server: RunningPostgres,
  ) {
    this.ends = new EndsInARow(keeping.firstPauseMs);
    this.watch();
  }

  /** Starts it; throws as {@link startPostgres} does. */
  static async start(keeping: PostgresKeeping): Promise<KeptPostgres> {
    return new KeptPostgres(keeping, await startPostgres(keeping.home, keeping.password, keeping.say));
  }

  get adminUrl(): string {
    return this.server.adminUrl;
  }

  get port(): number {
    return this.server.port;
  }

  /** PostgreSQL's own note of its process id. */
  get pidFile(): string {
    return this.server.pidFile;
  }

  /** The process id, or undefined between an end and the next start. */
  get pid(): number | undefined {
    return this.ended ? undefined : this.server.pid;
  }

  /** Resolves when it accepts connections: at once, unless it is being started again. */
  isUp(): Promise<void> {
    return this.up;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.unwatch();
    await this.up.catch(() => undefined);
    await this.server.stop();
  }

  private watch(): void {
    const { server } = this;
    this.ended = false;
    this.readySince = performance.now();
    let isSilent = false;
    const { silentTicks } = this.keeping;
    this.unwatch = watchForSilence(
      (signal) => livesAsPostgres(server.port, signal),
      silentTicks,
      () => {
        isSilent = true;
        process.kill(server.pid, 'SIGKILL');
      },
    );
    void server.exited.then((how) => {
      this.unwatch();
      this.ended = true;
      if (!this.stopping.signal.aborted) this.up = this.restart(isSilent ? `no answer for ${silentTicks} s` : how);
    });
  }

  /** Never rejects: what cannot be mended is the end of the hub, and nobody waits any longer. */
  private async restart(how: string): Promise<void> {
    const { home, password, say, onFailure } = this.keeping;
    const { signal } = this.stopping;
    this.ends.add(performance.now() - this.readySince);
    if (this.ends.count >= TOO_MANY) {
      return onFailure(`PostgreSQL ended ${TOO_MANY} times in a row (${how}).\nLog: ${home.logOf('postgres')}`);
    }
    say(`PostgreSQL ended (${how}); starting it again ${whenStarted(this.ends)}`);
    try {
      await sleep(this.ends.pauseMs, undefined, { signal });
      this.server = await startPostgres(home, password, say, this.server.port);
    } catch (error) {
      if (!signal.aborted) onFailure(`PostgreSQL ended (${how}), and was not started again. ${reasonOf(error)}`);
      return;
    }
    this.watch();
    say('PostgreSQL accepts connections again');
  }
}
