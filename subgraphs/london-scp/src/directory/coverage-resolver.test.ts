import type { SubgraphContext } from '@hub/subgraph-kit';
import type { Coverage } from './coverage';
import { CoverageResolver } from './coverage-resolver';

/** The first covers two authorities, and the last none today. */
const mockCoverages = ['a 1', 'a 2', 'b 3', 'c 4'].map((pair) => {
  const [partnershipId, localAuthorityCode] = pair.split(' ') as [string, string];
  return { partnershipId, localAuthorityCode, validFrom: null, validTo: partnershipId === 'c' ? '2021-03-31' : null };
});
jest.mock('./directory-loaders', () => ({
  coverages: () => Promise.resolve(mockCoverages),
  localAuthorities: () => Promise.resolve(['1', '2', '3', '4', '5'].map((gssCode) => ({ gssCode }))),
}));

const context = {} as SubgraphContext;
const resolver = new CoverageResolver();

it.each([
  [['a', 'b'], 3],
  [['b', 'c'], 1],
  [['c'], 0],
  [[], 0],
])('of those who answered, %j, it counts the authorities that they cover today', async (answeredBy, count) => {
  const coverage = { answeredBy: new Set<string>(answeredBy) } as unknown as Coverage;
  expect(await resolver.localAuthorities(coverage, context)).toBe(count);
});

it('says how many authorities London has, covered or not', async () => {
  expect(await resolver.londonAuthorities(context)).toBe(5);
});
