import { assert, asyncProperty, array, boolean, constantFrom, nat, record } from 'fast-check';
import { Turns, type TurnLimits } from './turns';

const LIMITS: TurnLimits = { atOnce: 4, ofOne: 2, waiting: 6, waitingOfOne: 3 };

/** Lets everything happen that waits for nothing outside. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('of one asker are few at a time, whatever is free, and it waits for itself', async () => {
    const turns = new Turns(LIMITS);
    const begun: string[] = [];
    const ask = async (name: string) => {
      const over = await turns.take(name[0]!);
      begun.push(name);
      return over;
    };
    const first = [ask('a1'), ask('a2'), ask('a3'), ask('b1')];
    await settle();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    (await first[0]!)();
    await settle();
    expect(begun.at(-1)).toBe('a3');
  });

  it('go round: who comes with much does not go before who comes with little, later', async () => {
    const turns = new Turns({ atOnce: 1, ofOne: 1, waitingOfOne: 10 });
    const done: string[] = [];
    const ask = async (name: string) => {
      const over = await turns.take(name[0]!);
      done.push(name);
      await settle();
      over();
    };
    await Promise.all(['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'].map(ask));
    expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  });

  it('are refused to an asker that waits for enough, and to everybody once all wait for enough', async () => {
    const turns = new Turns(LIMITS);
    const ask = (asker: string, count: number) => Array.from({ length: count }, () => turns.take(asker));
    const all = [...ask('a', 5), ...ask('b', 5)];
    await settle();
    await expect(turns.take('a')).rejects.toMatchObject({ by: 'asker' });
    await expect(turns.take('c')).rejects.toMatchObject({ by: 'everybody' });
    for (const turn of all) (await turn)();
    await expect(turns.take('c')).resolves.toBeInstanceOf(Function);
  });

  it('are left by who gives up while waiting, and given back once, however often that is said', async () => {
    const turns = new Turns({ atOnce: 1, ofOne: 1, waitingOfOne: 1 });
    const over = await turns.take('a');
    const given = new AbortController();
    const waiting = turns.take('b', given.signal);
    given.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    over();
    over();
    const next = await turns.take('c');
    const after = jest.fn();
    void turns.take('a').then(after);
    await settle();
    expect(after).not.toHaveBeenCalled();
    next();
    await settle();
    expect(after).toHaveBeenCalled();
  });

  it('are as a list of everybody who waits, gone through each time, would have it', async () => {
    const step = record({
      asker: constantFrom('a', 'b', 'c', 'd'),
      takes: boolean(),
      which: nat(9),
      givesUp: boolean(),
    });
    await assert(
      asyncProperty(array(step, { maxLength: 60 }), async (steps) => {
        const turns = new Turns(LIMITS);
        const list = new ListOfAll(LIMITS);
        const held: { id: number; over: () => void }[] = [];
        const begun: number[] = [];
        const waiting = new Map<number, AbortController>();
        for (const [id, { asker, takes, which, givesUp }] of steps.entries()) {
          if (takes) {
            const stop = new AbortController();
            waiting.set(id, stop);
            void turns.take(asker, stop.signal).then(
              (over) => {
                begun.push(id);
                held.push({ id, over });
                waiting.delete(id);
              },
              () => waiting.delete(id),
            );
            list.take(id, asker);
          } else if (givesUp && waiting.size > 0) {
            const given = [...waiting.keys()][which % waiting.size]!;
            waiting.get(given)!.abort();
            list.giveUp(given);
          } else if (held.length > 0) {
            const [{ id: over, over: end }] = held.splice(which % held.length, 1) as [(typeof held)[number]];
            end();
            list.end(over);
          }
          await settle();
          expect(new Set(begun)).toEqual(new Set(list.begun));
          expect(new Set(waiting.keys())).toEqual(new Set(list.waiting.map((one) => one.id)));
          expect([turns.underWay, turns.waiting]).toEqual([held.length, waiting.size]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** The naive oracle: one list of who waits, and when each asker was last let in or began to wait. */
class ListOfAll {
  readonly begun: number[] = [];
  waiting: { id: number; asker: string }[] = [];
  private underWay: { id: number; asker: string }[] = [];
  private readonly since = new Map<string, number>();
  private moment = 0;

  constructor(private readonly limits: TurnLimits) {}

  take(id: number, asker: string): void {
    const own = this.waiting.filter((one) => one.asker === asker).length;
    if (this.hasRoomFor(asker)) this.begin({ id, asker });
    else if (own < this.limits.waitingOfOne && this.waiting.length < this.limits.waiting!) {
      if (own === 0) this.since.set(asker, this.moment++);
      this.waiting.push({ id, asker });
    }
  }

  giveUp(id: number): void {
    this.waiting = this.waiting.filter((one) => one.id !== id);
  }

  end(id: number): void {
    this.underWay = this.underWay.filter((one) => one.id !== id);
    for (;;) {
      const may = this.waiting.filter(({ asker }) => this.hasRoomFor(asker));
      const [next] = may.sort((a, b) => this.since.get(a.asker)! - this.since.get(b.asker)! || a.id - b.id);
      if (!next) return;
      this.waiting = this.waiting.filter((one) => one !== next);
      this.since.set(next.asker, this.moment++);
      this.begin(next);
    }
  }

  private begin(one: { id: number; asker: string }): void {
    this.underWay.push(one);
    this.begun.push(one.id);
  }

  private hasRoomFor(asker: string): boolean {
    const own = this.underWay.filter((one) => one.asker === asker).length;
    return own < this.limits.ofOne && this.underWay.length < this.limits.atOnce;
  }
}
