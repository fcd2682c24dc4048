import fc from 'fast-check';
import { EntityBatcher, isEntityFetch } from './entity-batching';
import type { SubgraphRequest, SubgraphResponse } from './subgraph-client';
import { ToySubgraph } from '../../testing/toy-subgraphs';

const toy = new ToySubgraph({
  name: 'lambeth',
  sdl: `
    type A @key(fields: "id") { id: ID! name: String times(by: Int = 2): Int list: [B!] }
    type B @key(fields: "id") { id: ID! label(text: String): String bad: String }
  `,
  entity: ({ __typename, id }) => {
    if (id === 'gone') throw new Error('gone');
    if (id === 'none') return null;
    const b = (key: unknown) => ({
      id: key,
      label: ({ text }: { text?: string }) => `${String(key)}:${text ?? ''}`,
      bad: () => {
        throw new Error('bad field');
      },
    });
    if (__typename === 'B') return b(id);
    const times = ({ by }: { by: number }) => String(id).length * by;
    return { id, name: `name of ${String(id)}`, times, list: [b(`${String(id)}1`), b('2')] };
  },
});

/** Operations as the planner writes them, and one with a fragment. */
const QUERIES = [
  'query Q__lambeth__1($representations:[_Any!]!){_entities(representations:$representations){...on A{name}}}',
  'query Q__lambeth__2($representations:[_Any!]!,$by:Int){_entities(representations:$representations){...on A{times(by:$by) list{id bad}}...on B{bad}}}',
  'query Q__lambeth__3($representations:[_Any!]!,$text:String="x"){_entities(representations:$representations){...on B{label(text:$text)}...on A{list{label(text:$text)}}}}',
  'query Q__lambeth__4($representations:[_Any!]!){_entities(representations:$representations){...F ...on B{id}}}fragment F on A{id list{id}}',
];

const representation = fc.record({
  __typename: fc.constantFrom('A', 'B'),
  id: fc.constantFrom('a', 'bb', 'ccc', 'gone', 'none'),
});

const fetch = fc.record({
  query: fc.constantFrom(...QUERIES),
  representations: fc.array(representation, { minLength: 1, maxLength: 8 }),
  others: fc.constantFrom({}, { by: 3, text: 'é' }),
});

const requestOf = ({
  query,
  representations,
  others,
}: {
  query: string;
  representations: unknown[];
  others: object;
}): SubgraphRequest => ({ query, variables: { ...others, representations } });

const execute = (request: SubgraphRequest) => toy.execute(request) as Promise<SubgraphResponse>;

/** Order among errors says nothing, and positions are those of another document. */
const comparable = ({ data, errors = [] }: SubgraphResponse) => ({
  data,
  errors: errors.map(({ message, path }) => JSON.stringify([message, path])).sort(),
});

describe('EntityBatcher', () => {
  it('gives each fetch what it would have had by itself, over one request', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fetch, { minLength: 1, maxLength: 5 }), async (fetches) => {
        const requests = fetches.map(requestOf);
        const sent: SubgraphRequest[] = [];
        const send = (request: SubgraphRequest) => {
          sent.push(request);
          return execute(request);
        };
        const batcher = new EntityBatcher();
        const operation = {};
        const [batched, unmerged] = await Promise.all([
          Promise.all(requests.map((request) => batcher.fetch(operation, request, send))),
          Promise.all(requests.map(execute)),
        ]);
        expect(batched.map(comparable)).toEqual(unmerged.map(comparable));
        expect(sent).toHaveLength(1);
        for (const [name, value] of Object.entries(sent[0]!.variables!)) {
          if (!name.endsWith('representations')) continue;
          const texts = (value as unknown[]).map((one) => JSON.stringify(one));
          expect(new Set(texts).size).toBe(texts.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never shares an object between two takers of one entity', async () => {
    const same = { __typename: 'A', id: 'a' };
    const request = requestOf({ query: QUERIES[3]!, representations: [same, same], others: {} });
    const { data } = await new EntityBatcher().fetch({}, request, execute);
    const [first, second] = data!['_entities'] as { list: unknown[] }[];
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
    expect(second!.list).not.toBe(first!.list);
  });

  it('leaves the text of a fetch that is alone as the planner wrote it', async () => {
    const send = jest.fn(execute);
    const request = requestOf({
      query: QUERIES[0]!,
      representations: [{ __typename: 'A', id: 'a' }],
      others: {},
    });
    await new EntityBatcher().fetch({}, request, send);
    expect(send).toHaveBeenCalledWith(request);
  });

  it('does not merge the fetches of two operations', async () => {
    const send = jest.fn(execute);
    const batcher = new EntityBatcher();
    const request = requestOf({
      query: QUERIES[0]!,
      representations: [{ __typename: 'A', id: 'a' }],
      others: {},
    });
    await Promise.all([batcher.fetch({}, request, send), batcher.fetch({}, request, send)]);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('asks one by one when the whole is refused', async () => {
    const send = jest.fn((request: SubgraphRequest) =>
      request.query.includes('e1:')
        ? Promise.resolve<SubgraphResponse>({ errors: [{ message: 'Too many aliases.' }] })
        : execute(request),
    );
    const batcher = new EntityBatcher();
    const operation = {};
    const representations = [{ __typename: 'A', id: 'a' }];
    const answers = await Promise.all(
      [QUERIES[0]!, QUERIES[3]!].map((query) => {
        return batcher.fetch(operation, requestOf({ query, representations, others: {} }), send);
      }),
    );
    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('fails every fetch of a batch that fails, and of an answer with too few entities', async () => {
    const operation = {};
    const batcher = new EntityBatcher();
    const representations = [{ __typename: 'A', id: 'a' }];
    const request = requestOf({ query: QUERIES[0]!, representations, others: {} });
    const down = () => Promise.reject(new Error('down'));
    const outcomes = await Promise.allSettled([
      batcher.fetch(operation, request, down),
      batcher.fetch(operation, request, down),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const short = () => Promise.resolve({ data: { _entities: [] } });
    await expect(batcher.fetch({}, request, short)).rejects.toThrow('one entity');
  });
});

describe('isEntityFetch', () => {
  it('tells entity fetches from root fetches', () => {
    const variables = { representations: [] };
    expect(isEntityFetch({ query: QUERIES[0]!, variables })).toBe(true);
    expect(isEntityFetch({ query: 'query($representations:[X]){a}', variables })).toBe(false);
    expect(isEntityFetch({ query: QUERIES[0]! })).toBe(false);
  });
});
