import { walkHostileValues } from '../../../test/support/hostile-values';
import { lambeth } from './lambeth';

it.each([
  ['the subgraph', 200],
  ['its own API', 1000],
] as const)(
  '%s answers no argument and no reference, whatever its value, with a failure of its own',
  async (at, least) => {
    const { asked, refused, failures } = await walkHostileValues(lambeth, at);
    expect(failures).toEqual([]);
    expect(asked).toBeGreaterThan(least);
    expect(refused).toBeGreaterThan(least / 10);
  },
  600_000,
);
