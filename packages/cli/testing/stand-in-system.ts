import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../src/system/process-identity';
import { startHub, type RunningHub, type StartHubOptions } from '../src/system/start-hub';
import { fakeWorkspace, type FakeWorkspace } from './fake-workspace';

const SUBGRAPHS = ['lambeth', 'london-scp', 'tri-borough'];

/** What a test of whole starts has: a workspace of stand-ins, and every hub that it starts. */
export interface StandInSystem {
  readonly workspace: FakeWorkspace;
  /** The lines of progress of all starts. */
  readonly lines: string[];
  /** Starts a hub of the workspace, or of another; it is ended after the test. */
  start(options?: StartHubOptions): Promise<RunningHub>;
  /** What a process was started with last. */
  environmentOf(name: string): Record<string, string>;
  expectNothingLeft(pids: number[]): void;
}

/**
 * Gives each test of a file a workspace of its own. Its home is a copy of one that was filled once, as by an earlier start:
 * to make databases takes longer than all else. A test of a first start removes it.
 */
export function standInSystem(): StandInSystem {
  const filled = fakeWorkspace(SUBGRAPHS);
  let workspace: FakeWorkspace;
  let lines: string[];
  let hubs: RunningHub[];

  beforeAll(async () => {
    const hub = await startHub({ workspace: filled.root, home: filled.home, port: 0 });
    await hub.stop();
    rmSync(join(filled.home, 'logs'), { recursive: true });
  });
  beforeEach(() => {
    workspace = fakeWorkspace(SUBGRAPHS);
    // PostgreSQL's user may enter it, and uses the copy where it is.
    chmodSync(workspace.root, 0o711);
    // The databases may lie behind a link, and become a part of the copy.
    execFileSync('cp', ['-aL', filled.home, workspace.home]);
    lines = [];
    hubs = [];
  });
  afterEach(async () => {
    await Promise.all(hubs.map((hub) => hub.stop()));
    await workspace.remove();
  });
  afterAll(() => filled.remove());

  return {
    get workspace() {
      return workspace;
    },
    get lines() {
      return lines;
    },
    async start(options) {
      const { root, home } = workspace;
      const hub = await startHub({ workspace: root, home, port: 0, log: (line) => lines.push(line), ...options });
      hubs.push(hub);
      return hub;
    },
    environmentOf(name) {
      const log = readFileSync(join(workspace.home, 'logs', `${name}.log`), 'utf8').split('\n');
      return JSON.parse(log.findLast((line) => line.startsWith('env '))!.slice(4)) as Record<string, string>;
    },
    expectNothingLeft(pids) {
      expect(pids.filter(isAlive)).toEqual([]);
      expect(existsSync(join(workspace.home, 'lock'))).toBe(false);
    },
  };
}

/** Every process of a hub that runs. */
export function pidsOf(hub: RunningHub): number[] {
  const pids = [hub.gateway.pid, hub.postgres?.pid, ...[...hub.subgraphs.values()].map(({ pid }) => pid)];
  return pids.filter((pid) => pid !== undefined);
}
