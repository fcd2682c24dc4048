import { HubError } from '../errors';
import { launchChild, type Child, type ChildSpec } from './child';
import { EndsInARow, whenStarted } from './ends-in-a-row';
import { waitUntilHealthy } from './readiness';
import { livesByHttp } from './signs-of-life';
import { watchForSilence } from './silence';

/** Who has been started so often in a row without getting ready cannot be run. */
const TOO_MANY = 5;

/** Milliseconds that one that is started again has until it answers at all. */
const REVIVAL_MS = 180_000;

/** Milliseconds after which it is said whom a start still waits for. */
const REMINDER_MS = 60_000;

interface Entry {
  spec: ChildSpec;
  child: Child;
  ends: EndsInARow;
  /** Since when it answers (milliseconds of `performance.now`); null until it does. */
  readySince: number | null;
  /** Set when it was ended because it no longer answered. */
  silence: string | undefined;
  unwatch: () => void;
  /** While it is started or stopped on purpose, its end is the business of whoever does that. */
  expected: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** What a supervisor is told. */
export interface Supervision {
  /** Takes a line of progress. */
  say(line: string): void;
  /** Called when the hub cannot go on, with a sentence that says why. */
  onFailure(why: string): void;
  /** Services without which nothing is answered: when none of the processes of one can be run, the hub ends. */
  essential: readonly string[];
  /** See {@link watchForSilence}. */
  silentTicks: number;
  /** See {@link EndsInARow}. */
  firstPauseMs: number | undefined;
  /** Resolves when a process may be started: not while the database is away that it would not start without. */
  mayStart(): Promise<void>;
}

/**
 * Keeps the processes of a hub running: whichever ends, or no longer answers, is started again on its port. One that keeps
 * ending is started less and less often, and the others go on without it.
 */
export class Supervisor {
  private readonly entries = new Map<string, Entry>();
  private readonly stopping = new AbortController();

  constructor(private readonly supervision: Supervision) {}

  /**
   * Starts a process and waits until it is ready, however long that takes; throws, with the last lines of its log, if it
   * ends instead.
   */
  async start(spec: ChildSpec, signal: AbortSignal): Promise<void> {
    const entry = this.enter(spec);
    const reminder = setInterval(() => this.supervision.say(`Still waiting for ${spec.name}`), REMINDER_MS);
    try {
      await this.ready(entry, signal);
    } finally {
      clearInterval(reminder);
    }
  }

  /**
   * Starts a process that the hub can begin without: waits so long until it is ready, and no longer. It joins when it is; if
   * it has ended it is started again, as later.
   */
  async startPatiently(spec: ChildSpec, waitMs: number, signal: AbortSignal): Promise<void> {
    const entry = this.enter(spec);
    const { child } = entry;
    const reason = await waitUntilHealthy('ready', spec.port, child.isRunning, waitMs, signal);
    if (reason === null) return this.keep(entry);
    if (signal.aborted) throw endOf(signal);
    if (!child.isRunning()) {
      this.supervision.say(`The hub begins without ${spec.name}.${child.tail()}\nLog: ${spec.log}`);
      entry.expected = false;
      return this.ended(entry, await child.exited);
    }
    this.supervision.say(`The hub begins without ${spec.name}: ${reason}`);
    void this.join(entry);
  }

  /** Ends a process, or each process of a service in turn, and starts it again on its port; resolves when it is ready. */
  async restart(name: string): Promise<void> {
    for (const entry of this.entriesOf(name)) {
      clearTimeout(entry.timer);
      entry.expected = true;
      await entry.child.stop();
      if (this.stopping.signal.aborted) return;
      this.launch(entry);
      await this.ready(entry, this.stopping.signal);
    }
  }

  /** Sends a signal to a process, or to every process of a service. */
  kill(name: string, signal: NodeJS.Signals): void {
    for (const { child } of this.entriesOf(name)) child.kill(signal);
  }

  /** Whether it runs and has been ready since it was started. */
  isReady(name: string): boolean {
    return this.entries.get(name)?.readySince !== null;
  }

  /** The process id, or undefined between an end and the next start. */
  pidOf(name: string): number | undefined {
    const child = this.entries.get(name)?.child;
    return child?.isRunning() ? child.pid : undefined;
  }

  /** Ends one service, which asks the others, and then the others. */
  async stop(first: string): Promise<void> {
    this.stopping.abort();
    const all = [...this.entries.values()];
    for (const entry of all) {
      clearTimeout(entry.timer);
      entry.unwatch();
    }
    await Promise.all(all.filter(({ spec }) => spec.service === first).map(({ child }) => child.stop()));
    await Promise.all(all.map(({ child }) => child.stop()));
  }

  private enter(spec: ChildSpec): Entry {
    const entry: Entry = {
      ...{ spec, child: launchChild(spec), ends: new EndsInARow(this.supervision.firstPauseMs), readySince: null },
      ...{ silence: undefined, unwatch: () => {}, expected: true, timer: undefined },
    };
    this.entries.set(spec.name, entry);
    this.awaitEnd(entry);
    return entry;
  }

  private async ready(entry: Entry, signal: AbortSignal): Promise<void> {
    const { child, spec } = entry;
    const reason = await waitUntilHealthy('ready', spec.port, child.isRunning, Infinity, signal);
    if (reason === null) return this.keep(entry);
    // Whoever called gives up on it: it is not started again.
    if (signal.aborted) throw endOf(signal);
    const how = `it ended (${await child.exited})`;
    throw new HubError('NOT_STARTED', { name: spec.name, reason: how, tail: child.tail(), log: spec.log });
  }

  /** It was ready, or has ended by now: from here on it is started again whenever it ends. */
  private async keep(entry: Entry): Promise<void> {
    entry.expected = false;
    if (entry.child.isRunning()) this.answers(entry);
    else this.ended(entry, await entry.child.exited);
  }

  /** Waits for one that the hub has begun without. */
  private async join(entry: Entry): Promise<void> {
    const { child, spec } = entry;
    const { signal } = this.stopping;
    const reason = await waitUntilHealthy('ready', spec.port, child.isRunning, Infinity, signal);
    // Meanwhile it may have been started anew on purpose.
    if (signal.aborted || entry.child !== child) return;
    if (reason === null) this.supervision.say(`${spec.name} is ready, and joins`);
    await this.keep(entry);
  }

  private launch(entry: Entry): void {
    entry.child = launchChild(entry.spec);
    this.awaitEnd(entry);
  }

  private awaitEnd(entry: Entry): void {
    const { child } = entry;
    entry.readySince = null;
    entry.silence = undefined;
    void child.exited.then((how) => {
      if (entry.child !== child) return;
      entry.unwatch();
      if (!this.stopping.signal.aborted && !entry.expected) this.ended(entry, how);
    });
  }

  /** From now on it is expected to answer; whether it can do its work is not asked, as a start would not mend that. */
  private answers(entry: Entry): void {
    const { child, spec } = entry;
    const { silentTicks } = this.supervision;
    entry.readySince = performance.now();
    entry.unwatch = watchForSilence(
      (signal) => livesByHttp(spec.port, signal),
      silentTicks,
      () => {
        entry.silence = `no answer for ${silentTicks} s`;
        child.kill('SIGKILL');
      },
    );
  }

  private ended(entry: Entry, signal: string): void {
    const { spec, child, ends, readySince } = entry;
    const how = entry.silence ?? signal;
    ends.add(readySince === null ? null : performance.now() - readySince);
    const { say, onFailure, essential } = this.supervision;
    if (essential.includes(spec.service) && this.cannotRun(spec.service)) {
      return onFailure(
        `${spec.name} was started ${TOO_MANY} times in a row and did not get ready (${how}), and nothing answers without it.${child.tail()}\nLog: ${spec.log}`,
      );
    }
    const times = ends.count < TOO_MANY ? '' : ` for the ${ends.count}th time in a row`;
    say(`${spec.name} ended (${how})${times}; starting it again ${whenStarted(ends)}`);
    entry.timer = setTimeout(() => void this.revive(entry), ends.pauseMs);
  }

  private cannotRun(service: string): boolean {
    return this.entriesOf(service).every(({ ends }) => ends.neverReady >= TOO_MANY);
  }

  private async revive(entry: Entry): Promise<void> {
    const before = entry.child;
    await this.supervision.mayStart();
    // Meanwhile it may have been started on purpose, or the hub ends.
    if (this.stopping.signal.aborted || entry.expected || entry.child !== before) return;
    this.launch(entry);
    const { child, spec } = entry;
    const reason = await waitUntilHealthy('live', spec.port, child.isRunning, REVIVAL_MS, this.stopping.signal);
    if (reason !== null) {
      // One that does not get there is ended, which counts as one more end. One that ended by itself was counted already.
      child.kill('SIGKILL');
    } else if (entry.child === child && child.isRunning()) {
      this.answers(entry);
      this.supervision.say(`${spec.name} runs again`);
    }
  }

  private entriesOf(name: string): Entry[] {
    const found = [...this.entries.values()].filter(({ spec }) => spec.name === name || spec.service === name);
    if (found.length === 0) throw new Error(`there is no process "${name}"`);
    return found;
  }
}

function endOf(signal: AbortSignal): HubError {
  return signal.reason instanceof HubError ? signal.reason : new HubError('ENDED');
}
