import { backOff } from './back-off';

describe('waiting after failures', () => {
  it('takes twice as long after each, up to a minute', () => {
    expect([1, 2, 3, 6, 7, 1000].map((failures) => backOff(failures, undefined, () => 1))).toEqual([
      1_000, 2_000, 4_000, 32_000, 60_000, 60_000,
    ]);
  });

  it('takes no longer than the longest that is wanted', () => {
    expect([1, 3, 4, 1000].map((failures) => backOff(failures, 5_000, () => 1))).toEqual([1_000, 4_000, 5_000, 5_000]);
  });

  it('is spread, so that not all come again together', () => {
    expect([0, 0.5, 1].map((random) => backOff(1, undefined, () => random))).toEqual([500, 750, 1_000]);
  });
});
