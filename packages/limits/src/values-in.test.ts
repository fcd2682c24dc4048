import { valuesIn } from './values-in';

it('counts the values of variables at any depth, and no more than it is told', () => {
  expect(valuesIn({}, 100)).toBe(1);
  expect(valuesIn({ a: 1, b: [1, { c: null }] }, 100)).toBe(6);
  expect(valuesIn({ ids: Array(100_000).fill('x') }, 100)).toBe(100);
  const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
  expect(valuesIn({ deep }, 100)).toBe(100);
  expect(valuesIn({ deep }, 1e6)).toBe(50_001);
});
