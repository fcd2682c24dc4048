import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeHubHome, startHub, type RunningHub } from '@hub/cli';

/** A hub as `npm start` runs it, on a free port: another one where the last has ended. */
export class StandingHub {
  /** Why the last hub ended by itself; null where it runs. */
  ended: string | null = null;
  #hub: RunningHub | undefined;

  async hub(): Promise<RunningHub> {
    if (this.ended !== null) await this.end();
    this.#hub ??= await this.#start();
    return this.#hub;
  }

  async end(): Promise<void> {
    const hub = this.#hub;
    this.#hub = undefined;
    await hub?.stop();
    if (hub) await removeHubHome(hub.home);
  }

  async #start(): Promise<RunningHub> {
    const hub = await startHub({
      ...{ home: mkdtempSync(join(tmpdir(), 'hub-benchmark-')), port: 0 },
      // As `npm start` does.
      londonProcesses: 2,
    });
    this.ended = null;
    void hub.exited.then(({ code, reason }) => {
      if (code !== 0) this.ended = reason?.split('\n')[0] ?? 'for no reason that it gives';
    });
    return hub;
  }
}
