import { backOff } from './back-off';

describe('waiting after failures', () => {
  it('takes twice as long after each, up to a minute', () => {
    expect([1, 2, 3, 6, 7, 1000].map((failures) => backOff(failures, () => 1))).toEqual([
      1_000, 2_000, 4_000, 32_000, 60_000, 60_000,
    ]);
  });

  it('is spread, so that not all come again together', () => {
    expect([0, 0.5, 1].map((random) => backOff(1, () => random))).toEqual([500, 750, 1_000]);
  });
});
