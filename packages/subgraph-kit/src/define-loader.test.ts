import { defineGroupLoader, defineLoader, forgetLoaded } from './define-loader';
import type { SubgraphContext } from './subgraph-context';

const context = () => ({}) as SubgraphContext;

describe('defineLoader', () => {
  const batch = jest.fn(
    async (keys: readonly string[]) => new Map(keys.filter((key) => key !== 'x').map((key) => [key, key.length])),
  );
  const lengthOf = defineLoader(batch);
  beforeEach(() => batch.mockClear());

  test('loads the keys of one request in one batch, each once', async () => {
    const request = context();
    const load = (key: string) => lengthOf(request).load(key);
    expect(await Promise.all([load('a'), load('bb'), load('a'), load('x')])).toEqual([1, 2, 1, undefined]);
    expect(batch.mock.calls).toEqual([[['a', 'bb', 'x'], request]]);
  });

  test('shares nothing between requests', async () => {
    await Promise.all([lengthOf(context()).load('a'), lengthOf(context()).load('a')]);
    expect(batch).toHaveBeenCalledTimes(2);
  });

  test('loads again what a request has forgotten, and no other request', async () => {
    const [request, other] = [context(), context()];
    await Promise.all([lengthOf(request).load('a'), lengthOf(other).load('b')]);
    batch.mockClear();
    forgetLoaded(request);
    await Promise.all([lengthOf(request).load('a'), lengthOf(request).load('a'), lengthOf(other).load('b')]);
    expect(batch.mock.calls.map(([keys]) => keys)).toEqual([['a']]);
  });

  test('splits batches at maxBatchSize', async () => {
    const small = defineLoader(batch, { maxBatchSize: 2 })(context());
    await small.loadMany(['a', 'b', 'c']);
    expect(batch.mock.calls.map(([keys]) => keys)).toEqual([['a', 'b'], ['c']]);
  });

  test('fails every key of a batch that fails', async () => {
    batch.mockRejectedValueOnce(new Error('down'));
    await expect(lengthOf(context()).load('a')).rejects.toThrow('down');
  });
});

describe('defineGroupLoader', () => {
  const rows = [
    { of: 1, name: 'a' },
    { of: 2, name: 'b' },
    { of: 1, name: 'c' },
  ];
  const namesOf = defineGroupLoader(
    async (_keys: readonly number[]) => rows,
    ({ of }) => of,
  );

  test('gives each key its values in their order, and a missing key none', async () => {
    const groups = await namesOf(context()).loadMany([1, 3]);
    expect(groups).toEqual([[rows[0], rows[2]], []]);
  });
});
