import { HubError } from '../errors';
import { launchChild, type Child, type ChildSpec } from './child';
import { waitUntilReady } from './readiness';

/** Milliseconds between the end of a process and its next start. */
const PAUSE = 3000;
/** So many ends within so many milliseconds are no accident. */
const TOO_MANY = 5;
const PERIOD = 60_000;

interface Entry {
  spec: ChildSpec;
  essential: boolean;
  child: Child;
  /** Instants (milliseconds) at which it ended unasked. */
  ends: number[];
  /** While it is started or stopped on purpose, its end is the business of whoever does that. */
  expected: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** Keeps the processes of a hub running. */
export class Supervisor {
  private readonly entries = new Map<string, Entry>();
  private readonly stopping = new AbortController();

  /**
   * @param say - a line of progress
   * @param onFailure - called when the hub cannot go on, with a sentence that says why
   */
  constructor(
    private readonly say: (line: string) => void,
    private readonly onFailure: (why: string) => void,
  ) {}

  /**
   * Starts a process and waits until it is ready; throws, with the last lines of its log, if it does not get there.
   * Later it is started again whenever it ends, except an essential one, whose end is the hub's.
   */
  async start(spec: ChildSpec, essential: boolean, signal: AbortSignal): Promise<void> {
    const entry: Entry = { spec, essential, child: launchChild(spec), ends: [], expected: true, timer: undefined };
    this.entries.set(spec.name, entry);
    this.watch(entry);
    await this.ready(entry, signal);
  }

  /** Ends a process and starts it again, on the same port; resolves when it is ready. */
  async restart(name: string): Promise<void> {
    const entry = this.entry(name);
    clearTimeout(entry.timer);
    entry.expected = true;
    await entry.child.stop();
    if (this.stopping.signal.aborted) return;
    this.launch(entry);
    await this.ready(entry, this.stopping.signal);
  }

  kill(name: string, signal: NodeJS.Signals): void {
    this.entry(name).child.kill(signal);
  }

  /** The process id, or undefined between an end and the next start. */
  pidOf(name: string): number | undefined {
    const { child } = this.entry(name);
    return child.isRunning() ? child.pid : undefined;
  }

  /** Ends the essential processes, then the others. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const all = [...this.entries.values()];
    for (const entry of all) clearTimeout(entry.timer);
    await Promise.all(all.filter((entry) => entry.essential).map((entry) => entry.child.stop()));
    await Promise.all(all.map((entry) => entry.child.stop()));
  }

  private async ready(entry: Entry, signal: AbortSignal): Promise<void> {
    const { child, spec } = entry;
    const reason = await waitUntilReady(spec.port, child.isRunning, signal);
    if (reason === null) {
      entry.expected = false;
      if (!child.isRunning()) this.ended(entry, await child.exited);
      return;
    }
    // Whoever called gives up on it: it is not started again.
    if (signal.aborted) throw signal.reason instanceof HubError ? signal.reason : new HubError('ENDED');
    const how = child.isRunning() ? reason : `it ended (${await child.exited})`;
    throw new HubError('NOT_STARTED', { name: spec.name, reason: how, tail: child.tail(), log: spec.log });
  }

  private launch(entry: Entry): void {
    entry.child = launchChild(entry.spec);
    this.watch(entry);
  }

  private watch(entry: Entry): void {
    const { child } = entry;
    void child.exited.then((how) => {
      if (!this.stopping.signal.aborted && !entry.expected && entry.child === child) this.ended(entry, how);
    });
  }

  private ended(entry: Entry, how: string): void {
    const { name, log } = entry.spec;
    const now = Date.now();
    entry.ends = [...entry.ends.filter((end) => now - end < PERIOD), now];
    if (entry.essential) {
      this.onFailure(`The ${name} ended (${how}), and nothing answers without it.${entry.child.tail()}\nLog: ${log}`);
    } else if (entry.ends.length >= TOO_MANY) {
      this.onFailure(`${name} ended ${TOO_MANY} times within a minute (${how}).${entry.child.tail()}\nLog: ${log}`);
    } else {
      this.say(`${name} ended (${how}); starting it again in ${PAUSE / 1000} s`);
      entry.timer = setTimeout(() => void this.revive(entry), PAUSE);
    }
  }

  private async revive(entry: Entry): Promise<void> {
    this.launch(entry);
    const { child } = entry;
    const reason = await waitUntilReady(entry.spec.port, child.isRunning, this.stopping.signal);
    if (reason === null) this.say(`${entry.spec.name} runs again`);
    // One that hangs is ended, which counts as one more end. One that ended by itself was counted already.
    else child.kill('SIGKILL');
  }

  private entry(name: string): Entry {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new Error(`there is no process "${name}"`);
    return entry;
  }
}
