import { hash } from 'node:crypto';
import { composeSupergraph } from '@hub/registry';
import { getOperationAST, GraphQLError, parse } from 'graphql';
import { guardedLambeth, guardedLondon } from '../../testing/guarded-london';
import { SchemaAccess } from '../access/schema-access';
import { OperationVariants } from './operation-variants';

const { supergraphSdl, apiSchema } = composeSupergraph(
  [guardedLondon(), guardedLambeth()].map(({ name, sdl }) => ({ name, sdl, url: `http://${name}` })),
);
const access = new SchemaAccess(apiSchema(), supergraphSdl);
const READER = { scopes: new Set(['networks:read', 'movements:read']) };

const client = (source: string, variables: Record<string, unknown> = {}) => {
  const document = parse(source);
  return {
    source,
    queryHash: hash('sha256', source),
    document,
    operation: getOperationAST(document, 'A') ?? getOperationAST(document)!,
    variables,
  };
};
const QUERY = 'query A($with: Boolean = true) { notices { id contact @include(if: $with) } }';

describe('what is decided about an operation', () => {
  it('is decided once for all with the same rights, in any order, and whatever other variables are', () => {
    const variants = new OperationVariants(access);
    const known = variants.of(client(QUERY), READER);
    const others = { scopes: new Set([...READER.scopes].reverse()) };
    expect(variants.of(client(QUERY, { other: 1 }), others)).toBe(known);
    expect(variants.of(client(QUERY, { with: true }), READER)).toBe(known);
  });

  it('is another for other rights, another condition, another document', () => {
    const variants = new OperationVariants(access);
    const all = [
      variants.of(client(QUERY), READER),
      variants.of(client(QUERY), null),
      variants.of(client(QUERY), { scopes: new Set() }),
      variants.of(client(QUERY, { with: false }), READER),
      variants.of(client(`${QUERY} #`), READER),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(all.map(({ refusals }) => refusals.length)).toEqual([0, 1, 1, 0, 0]);
  });

  it('is forgotten when others have taken its place, by what each takes', async () => {
    const variants = new OperationVariants(access, 100_000);
    const first = variants.of(client(QUERY), READER);
    expect(variants.of(client(QUERY), READER)).toBe(first);
    const large = variants.of(client('{ notices { id } }'), READER);
    await variants.executable(large, async () => ({ plan: { kind: 'QueryPlan' }, reason: 'a test', size: 95_000 }));
    expect(variants.of(client(QUERY), READER)).not.toBe(first);
  });
});

describe('how an operation is run', () => {
  const executable = { plan: { kind: 'QueryPlan' as const }, reason: 'a test', size: 1 };

  it('is made once, also for those who ask meanwhile', async () => {
    const variants = new OperationVariants(access);
    const variant = variants.of(client(QUERY), READER);
    const make = jest.fn(async () => executable);
    const [one, other] = await Promise.all([variants.executable(variant, make), variants.executable(variant, make)]);
    expect([one, other, make.mock.calls.length]).toEqual([executable, executable, 1]);
  });

  it('is tried again at once where it failed, and after a minute where it took too much', async () => {
    jest.useFakeTimers();
    try {
      const variants = new OperationVariants(access);
      const variant = variants.of(client(QUERY), READER);
      const make = jest.fn();
      const ask = () => variants.executable(variant, make).catch((error: Error) => error.message);
      make.mockRejectedValueOnce(new Error('The planner ended.'));
      expect(await ask()).toBe('The planner ended.');
      jest.advanceTimersByTime(1);
      make.mockRejectedValueOnce(new GraphQLError('Too much.', { extensions: { code: 'OPERATION_NOT_PLANNED' } }));
      expect([await ask(), await ask()]).toEqual(['Too much.', 'Too much.']);
      jest.advanceTimersByTime(59_000);
      expect(await ask()).toBe('Too much.');
      expect(make).toHaveBeenCalledTimes(2);
      jest.advanceTimersByTime(2000);
      make.mockResolvedValueOnce(executable);
      expect(await ask()).toBe(executable);
    } finally {
      jest.useRealTimers();
    }
  });
});
