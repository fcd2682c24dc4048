import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningHub } from '@hub/cli';

/** How a hub runs. */
export type Mode = 'with' | 'without';

/** The variable that names the folder by which processes are told their mode, and say that they know it. */
export const SWITCH_FOLDER = 'ENFORCEMENT_SWITCH';
export const MODE_FILE = 'mode';

/** Milliseconds in which every process must have said that it is switched. */
const PATIENCE = 5000;

/** Switches enforcement of a running hub, all its processes at once. */
export class EnforcementMode {
  readonly #folder = mkdtempSync(join(tmpdir(), 'hub-benchmark-switch-'));

  /** What the hub's processes are started with. */
  readonly env = {
    NODE_OPTIONS: `--require=${join(__dirname, 'enforcement-switch.js')}`,
    [SWITCH_FOLDER]: this.#folder,
  };

  /** Resolves when all processes run so. @throws Error when one does not say so */
  async set({ gateway, subgraphs }: RunningHub, mode: Mode): Promise<void> {
    writeFileSync(join(this.#folder, MODE_FILE), mode);
    const pids = [gateway, ...subgraphs.values()].map(({ pid }) => pid!);
    for (const pid of pids) process.kill(pid, 'SIGUSR2');
    const end = Date.now() + PATIENCE;
    while (!pids.every((pid) => this.#modeOf(pid) === mode)) {
      if (Date.now() > end) throw new Error(`Not every process runs ${mode} enforcement.`);
      await sleep(2);
    }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #modeOf(pid: number): string | undefined {
    try {
      return readFileSync(join(this.#folder, String(pid)), 'utf8');
    } catch {
      return undefined;
    }
  }
}
