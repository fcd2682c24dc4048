import { walkHostileValues } from '../../../test/support/hostile-values';
import { lambeth } from './lambeth';

it('answers no argument and no reference, whatever its value, with a failure of its own', async () => {
  const { asked, refused, failures } = await walkHostileValues(lambeth);
  expect(failures).toEqual([]);
  expect(asked).toBeGreaterThan(1000);
  expect(refused).toBeGreaterThan(100);
}, 600_000);
