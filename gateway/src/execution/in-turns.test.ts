import { setImmediate } from 'node:timers/promises';
import { inTurns, type InPieces } from './in-turns';

/** Work whose pieces take a time each, by a clock that nothing else moves. */
function* pieces(count: number, milliseconds: number, done: () => void): InPieces<string> {
  for (let piece = 0; piece < count; piece++) {
    jest.advanceTimersByTime(milliseconds);
    done();
    yield;
  }
  return 'all of it';
}

describe('work in turns', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  it.each([
    { milliseconds: 1, longest: 10 },
    { milliseconds: 4, longest: 3 },
    { milliseconds: 30, longest: 1 },
  ])('of pieces of $milliseconds ms it does at most $longest before others come', async ({ milliseconds, longest }) => {
    let done = 0;
    const seen: number[] = [];
    const working = inTurns(pieces(40, milliseconds, () => done++));
    while (done < 40) {
      seen.push(done);
      await setImmediate();
    }
    await expect(working).resolves.toBe('all of it');
    const turns = [...seen.slice(1), done].map((now, turn) => now - seen[turn]!);
    expect(Math.max(...turns)).toBe(longest);
  });

  it('gives the failure of a piece', async () => {
    const working = inTurns(
      pieces(3, 1, () => {
        throw new Error('cannot be done');
      }),
    );
    await expect(working).rejects.toThrow('cannot be done');
  });
});
