import { walkHostileValues } from '../../../test/support/hostile-values';
import { londonScp } from './london-scp';

it('answers no argument and no reference, whatever its value, with a failure of its own', async () => {
  const { asked, refused, failures } = await walkHostileValues(londonScp);
  expect(failures).toEqual([]);
  expect(asked).toBeGreaterThan(1000);
  expect(refused).toBeGreaterThan(100);
});
