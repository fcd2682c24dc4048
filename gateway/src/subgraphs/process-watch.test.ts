import { array, assert, asyncProperty, nat, oneof, record, constant, type Arbitrary } from 'fast-check';
import { PATIENCE, PROBE_TICKS, ProcessWatch, TICK_MS } from './process-watch';

/** Lets everything happen that waits for nothing outside. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A process by hand, its watch, and a clock that is moved by hand. */
class WatchedProcess {
  now = 0;
  isThere = true;
  /** Whether its address refuses connections while it is not there, as that of a killed process does. */
  refuses = false;
  hung = 0;
  back = 0;
  probes = 0;
  since: number | undefined;
  readonly #due: { at: number; work: () => void }[] = [];
  readonly #waiting: (() => void)[] = [];

  readonly watch = new ProcessWatch({
    probe: (signal) => {
      this.probes += 1;
      if (this.isThere) return Promise.resolve();
      if (this.refuses) return Promise.reject(new Error('ECONNREFUSED'));
      return new Promise((resolve, reject) => {
        this.#waiting.push(() => resolve(undefined));
        signal.addEventListener('abort', reject);
      });
    },
    askedSince: () => this.since,
    onHung: () => (this.hung += 1),
    onBack: () => (this.back += 1),
    later: (work, ms) => {
      this.#due.push({ at: this.now + ms, work });
      return { unref: () => ({}) } as unknown as NodeJS.Timeout;
    },
  });

  ask(): void {
    this.since ??= this.watch.begin();
  }

  answer(): void {
    if (this.since === undefined) return;
    this.watch.answered(this.since);
    this.since = undefined;
  }

  /** Answers at once for so long that it is known to. */
  showItself(): this {
    for (let count = PATIENCE.least; count < PATIENCE.most; count += 1) {
      this.ask();
      this.answer();
    }
    return this;
  }

  /** It is there again, and answers what it was asked meanwhile. */
  comeBack(): void {
    this.isThere = true;
    for (const answer of this.#waiting.splice(0)) answer();
  }

  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    while (this.now < end) await this.#goTo(Math.min(end, this.#due[0]?.at ?? end));
  }

  /** Time passes, and nobody on the machine does anything; then what was due comes late. */
  async freeze(ms: number): Promise<void> {
    await this.#goTo(this.now + ms);
  }

  async #goTo(now: number): Promise<void> {
    this.now = now;
    for (const { work } of this.#due.filter(({ at }) => at <= now)) {
      this.#due.shift();
      work();
    }
    await settle();
  }
}

describe('a process', () => {
  it('is not asked whether it lives while it answers soon', async () => {
    const process = new WatchedProcess();
    for (let count = 0; count < 50; count += 1) {
      process.ask();
      await process.pass(TICK_MS / 2);
      process.answer();
    }
    expect(process.probes).toBe(0);
  });

  it('that is slow, and lives, is not taken for hung, however long it takes', async () => {
    const process = new WatchedProcess();
    process.ask();
    await process.pass(60_000);
    expect([process.watch.isHung, process.probes > 0]).toEqual([false, true]);
  });

  it.each([
    ['hangs', false],
    ['was killed', true],
  ])('that %s is found out within a second of the first doubt, and once', async (_, refuses) => {
    const process = Object.assign(new WatchedProcess().showItself(), { isThere: false, refuses });
    process.ask();
    await process.pass(TICK_MS * (PATIENCE.least + 1));
    expect(process.watch.isHung).toBe(false);
    await process.pass(TICK_MS);
    expect([process.watch.isHung, process.hung]).toEqual([true, 1]);
    await process.pass(10_000);
    expect(process.hung).toBe(1);
  });

  it('that is back is found out at once where a probe waits there, and at the next tick where it was refused', async () => {
    for (const refuses of [false, true]) {
      const process = Object.assign(new WatchedProcess(), { isThere: false, refuses });
      process.watch.doubt();
      await process.pass(5_000);
      process.since = undefined;
      process.comeBack();
      await process.pass(refuses ? TICK_MS : 0);
      await settle();
      expect([process.watch.isHung, process.watch.isDoubted, process.back]).toEqual([false, false, 1]);
      const { probes } = process;
      await process.pass(5_000);
      expect(process.probes).toBe(probes);
    }
  });

  it('at whose address another stands now is found, though the probe of before has no answer', async () => {
    const process = Object.assign(new WatchedProcess(), { isThere: false });
    process.watch.doubt();
    await process.pass(5_000);
    process.isThere = true;
    await process.pass(TICK_MS * (PROBE_TICKS + 1));
    expect(process.watch.isHung).toBe(false);
  });

  it('of which little is known, or that was slow to show that it lives, is given longer, and less again once it is quick', async () => {
    const silentFor = async (process: WatchedProcess, ticks: number) => {
      process.isThere = false;
      process.watch.doubt();
      await process.pass(TICK_MS * ticks);
      const { isHung } = process.watch;
      process.comeBack();
      await settle();
      return isHung;
    };
    const process = new WatchedProcess();
    expect(await silentFor(process, PATIENCE.first - 1)).toBe(false);
    expect(await silentFor(process, PATIENCE.first)).toBe(false);
    expect(await silentFor(process, 2 * PATIENCE.first - 1)).toBe(false);
    expect(await silentFor(process, PATIENCE.most)).toBe(true);
    process.showItself();
    expect(await silentFor(process, PATIENCE.least)).toBe(true);
  });

  it('is not blamed for a machine that stops everybody for two seconds', async () => {
    const process = new WatchedProcess();
    process.isThere = false;
    process.ask();
    await process.pass(TICK_MS * 3);
    await process.freeze(2_000);
    await process.pass(TICK_MS);
    process.comeBack();
    await settle();
    expect([process.hung, process.watch.isHung, process.watch.isDoubted]).toEqual([0, false, false]);
  });

  it('is hung exactly where it has been silent for enough ticks on end, whatever happens in which order', async () => {
    type Step = { does: 'ask' | 'answer' | 'goes' | 'isKilled' | 'comesBack' | 'fails' | 'freeze'; ticks: number };
    const does = (names: Step['does'][]) => oneof(...names.map((name) => constant(name)));
    const step: Arbitrary<Step> = record({
      does: does(['ask', 'answer', 'goes', 'isKilled', 'comesBack', 'fails', 'freeze']),
      ticks: nat(30),
    });
    await assert(
      asyncProperty(array(step, { maxLength: 30 }), async (steps) => {
        const process = new WatchedProcess();
        /** The naive oracle: ticks that passed since something first waited too long or failed, without a sign of life. */
        let silent: number | null = null;
        let asked: number | null = null;
        let patience = PATIENCE.first;
        const learn = () => {
          if (silent !== null) patience = Math.min(PATIENCE.most, Math.max(patience, 2 * silent));
          silent = null;
        };
        for (const { does: what, ticks } of steps) {
          if (what === 'ask') {
            process.ask();
            asked ??= 0;
          } else if (what === 'answer') {
            // Only what is there answers.
            if (process.isThere) {
              process.answer();
              if (asked !== null && asked <= 1) patience = Math.max(PATIENCE.least, patience - 1);
              if (asked !== null) learn();
              asked = null;
            }
          } else if (what === 'goes' || what === 'isKilled') {
            Object.assign(process, { isThere: false, refuses: what === 'isKilled' });
          } else if (what === 'comesBack') {
            process.comeBack();
            // A probe that waited is answered, and may have been the last before the process goes again.
            await settle();
            if (!process.watch.isDoubted) learn();
          } else if (what === 'fails') {
            process.watch.doubt();
            silent ??= 0;
          }
          const frozen = what === 'freeze' && ticks > 0;
          for (let tick = 0; tick < (frozen ? 1 : ticks); tick += 1) {
            await (frozen ? process.freeze(TICK_MS * ticks) : process.pass(TICK_MS));
            if (asked !== null) asked += 1;
            if (silent !== null) silent += 1;
            if (silent === null && asked !== null && asked >= 2) silent = 0;
            if (process.isThere && !process.watch.isDoubted) learn();
            if (silent !== null) expect(process.watch.isHung).toBe(silent >= patience);
          }
          // One whose last probe hangs at an address that now refuses, or answers anew, is found out a second later at most.
          if (process.isThere && ticks > PROBE_TICKS + 1) expect(process.watch.isHung).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});
