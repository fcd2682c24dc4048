import type { Requirement } from '@hub/access';
import fc from 'fast-check';
import { refusalError } from './refusal';

const needing = (...scopes: string[][][]): Requirement[] =>
  scopes.map((one) => ({ isDecided: true, authenticated: true, scopes: one }));
const saidOf = (needs: Requirement[]) => refusalError({ path: ['a'], coordinate: 'A.b', needs }).message;

it.each([
  [needing([]), 'a token'],
  [needing([['a']]), 'a token with the scope a'],
  [needing([['a'], ['b']]), 'a token with the scope a or b'],
  [needing([['a'], ['b'], ['c']]), 'a token with the scope a, b or c'],
  [needing([['a', 'b']]), 'a token with the scopes a and b'],
  [needing([['a', 'b'], ['c']]), 'a token with the scopes a and b, or c'],
  [needing([['a']], [['b']]), 'a token with the scopes a and b'],
  [needing([['a'], ['b']], [['a']]), 'a token with the scope a'],
  [needing([['a']], [['b'], ['c']]), 'a token with the scopes a and b, or a and c'],
])('a refusal says in one plain sentence what is needed: %#', (needs, words) => {
  expect(saidOf(needs)).toBe(`You may not see A.b: it needs ${words}.`);
});

it('whoever has one of the sets that it names meets all that is asked', () => {
  const set = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.array(set, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (all) => {
      const words = /scopes? (.*)\.$/.exec(saidOf(needing(...all)))![1]!;
      const sets = words.includes(' and ')
        ? words.split(', or ').map((one) => one.split(/, | and /))
        : words.split(/, | or /).map((one) => [one]);
      for (const has of sets) {
        expect(all.every((alternatives) => alternatives.some((one) => one.every((scope) => has.includes(scope))))).toBe(
          true,
        );
      }
    }),
  );
});
