import os from 'node:os';
import { watchForSilence } from './silence';

/** How many looks of a second it takes until a process that says nothing is taken for dead; undefined within an hour. */
function looksUntilSilence(ticks: number, load: number, processors: number): number | undefined {
  jest.spyOn(os, 'loadavg').mockReturnValue([load, 0, 0]);
  jest.spyOn(os, 'availableParallelism').mockReturnValue(processors);
  let isSilent = false;
  watchForSilence(
    () => new Promise(() => undefined),
    ticks,
    () => (isSilent = true),
  );
  for (let looks = 1; looks < 3600; looks++) {
    jest.advanceTimersByTime(1000);
    if (isSilent) return looks;
  }
  return undefined;
}

describe('a process that says nothing', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it.each([
    { load: 0, processors: 2, looks: 16 },
    { load: 2, processors: 2, looks: 16 },
    { load: 20, processors: 2, looks: 151 },
    { load: 20, processors: 20, looks: 16 },
  ])('is taken for dead after $looks looks where $load want $processors processors', ({ load, processors, looks }) => {
    expect(looksUntilSilence(15, load, processors)).toBe(looks);
  });

  it('is not, as long as it answers now and then', async () => {
    const onSilence = jest.fn();
    const stop = watchForSilence(async () => true, 2, onSilence);
    for (let look = 0; look < 20; look++) await jest.advanceTimersByTimeAsync(1000);
    stop();
    expect(onSilence).not.toHaveBeenCalled();
  });
});
