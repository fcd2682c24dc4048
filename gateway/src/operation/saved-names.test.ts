import { hash } from 'node:crypto';
import { savedNames } from './saved-names';

const saved = 'query EveryPartnership { partnerships { name } }';

it('an operation is known by the name of a saved one only where its document is that one', () => {
  const names = savedNames([{ query: saved }, { query: '{ partnerships { id } }' }]);
  expect(names.get(hash('sha256', saved))).toBe('EveryPartnership');
  expect(names.get(hash('sha256', 'query EveryPartnership { networks { name } }'))).toBeUndefined();
  expect([...names.values()]).toEqual(['EveryPartnership']);
});
