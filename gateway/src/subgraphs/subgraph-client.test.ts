import { Deadline } from '../operation/deadline';
import { SubgraphClient } from './subgraph-client';
import { forSomebody } from '../../testing/for-somebody';
import { ToySubgraph } from '../../testing/toy-subgraphs';

const toy = new ToySubgraph({ name: 'lambeth', sdl: 'type Query { a: Int }', query: { a: 1 } });
const REQUEST_IDENTITY = { caller: null, declared: null, requestId: 'r1', alert: null, isHub: true };
let client: SubgraphClient;

beforeAll(async () => {
  await toy.start();
  client = new SubgraphClient({
    name: 'lambeth',
    urls: [toy.url],
    timeoutMs: 3000,
    maxResponseBytes: 1000,
  });
});

afterEach(() => {
  toy.reply = undefined;
  toy.resume();
});

afterAll(async () => {
  await client.close();
  await toy.kill();
});

describe('SubgraphClient', () => {
  it('sends the request id on', async () => {
    await expect(client.send({ query: '{ a }' }, REQUEST_IDENTITY, forSomebody())).resolves.toEqual({ data: { a: 1 } });
    expect(toy.received.at(-1)).toMatchObject({ query: '{ a }', requestId: 'r1' });
  });

  it.each([
    ['HTTP 500', { status: 500, body: '{"errors":[]}' }],
    ['not a GraphQL response', { status: 200, body: '<html>' }],
    ['not a GraphQL response', { status: 200, body: '[]' }],
    ['not a GraphQL response', { status: 200, body: '{"data":1}' }],
    ['the answer is too large', { status: 200, body: `{"data":{"a":"${'x'.repeat(2000)}"}}` }],
  ])('does not take an answer: %s', async (reason, reply) => {
    toy.reply = reply;
    await expect(client.send({ query: '{ a }' }, REQUEST_IDENTITY, forSomebody())).rejects.toMatchObject({
      name: 'SubgraphUnavailable',
      reason: expect.stringContaining(reason),
    });
  });

  it('gives up at the time limit', async () => {
    toy.hold();
    await expect(client.send({ query: '{ a }' }, REQUEST_IDENTITY, forSomebody())).rejects.toMatchObject({
      ...{ reason: 'no answer in 3000 ms', code: 'SUBGRAPH_UNAVAILABLE', isLate: true },
    });
  });

  it('gives up sooner where the request, or the operation, has less time', async () => {
    toy.hold();
    const ask = (options: Parameters<typeof forSomebody>[0]) =>
      client.send({ query: '{ a }' }, REQUEST_IDENTITY, forSomebody(options));
    await expect(ask({ share: 1 / 30 })).rejects.toMatchObject({
      ...{ reason: 'no answer in 100 ms', code: 'SUBGRAPH_UNAVAILABLE', isLate: true },
    });
    await expect(ask({ deadline: new Deadline(100) })).rejects.toMatchObject({
      ...{ code: 'DEADLINE_EXCEEDED', isLate: true },
    });
  });

  it('is not late where whoever asked has gone', async () => {
    toy.hold();
    const deadline = new Deadline(60_000);
    const asked = client.send({ query: '{ a }' }, REQUEST_IDENTITY, forSomebody({ deadline }));
    deadline.abandon();
    await expect(asked).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED', isLate: false });
  });

  it('says whether the subgraph is ready', async () => {
    await expect(client.isReady(500)).resolves.toBe(true);
    const nobody = new SubgraphClient({ name: 'x', urls: ['http://127.0.0.1:9/graphql'] });
    await expect(nobody.isReady(500)).resolves.toBe(false);
    await nobody.close();
  });
});
