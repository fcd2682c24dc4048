import { pino } from 'pino';
import { request } from 'undici';
import { toyConfig } from '../../testing/toy-config';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import type { ToySubgraph } from '../../testing/toy-subgraphs';
import { startGateway, type RunningGateway } from '../gateway-server';
import { DirectAnswers } from './direct-answers';

/**
 * What is asked first is answered by Apollo Server, and what is known already without it. Nobody may see a difference.
 */
const log = pino({ level: 'silent' });
let london: ToySubgraph;
let lambeth: ToySubgraph;
let toys: ToySubgraph[];
let gateway: RunningGateway;

beforeAll(async () => {
  [london, lambeth] = [toyLondon(), toyBorough('Lambeth')];
  toys = [london, lambeth, toyBorough('Havering')];
  await Promise.all(toys.map((toy) => toy.start()));
  gateway = await startGateway(toyConfig(toys, { RATE_LIMIT_PER_MINUTE: '1000000' }), log);
});
afterEach(() => {
  for (const toy of toys) toy.reply = undefined;
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
});

type Search = string | Record<string, string>;

/** An answer without what no two answers have alike. */
async function sent(body: object | null, headers: Record<string, string> = {}, search: Search = '') {
  const {
    statusCode,
    headers: all,
    body: stream,
  } = await request(
    `${gateway.url}/graphql${typeof search === 'string' ? search : `?${new URLSearchParams(search)}`}`,
    {
      ...(body === null ? { method: 'GET' } : { method: 'POST', body: JSON.stringify(body) }),
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    },
  );
  const { date: _, 'x-request-id': id, ...rest } = all;
  delete rest['x-ratelimit-remaining'];
  delete rest['x-ratelimit-reset'];
  const text = (await stream.text()).replaceAll(String(id), 'the request id');
  return { statusCode, headers: rest, text };
}

let count = 0;
/** With a document that nobody has sent before. */
const fresh = <Asked extends object | null>(asked: Asked) =>
  asked && 'query' in asked ? { ...asked, query: `${String(asked.query)} # ${++count}` } : asked;

/** Asks twice, and says whether the second was answered directly. */
async function twice(body: object | null, headers?: Record<string, string>, search?: Search) {
  const of = [fresh(body), headers, typeof search === 'object' ? (fresh(search) as typeof search) : search] as const;
  const first = await sent(...of);
  const answer = jest.spyOn(DirectAnswers.prototype, 'answer');
  const second = await sent(...of);
  const direct = (await answer.mock.results[0]?.value) as unknown;
  answer.mockRestore();
  return { first, second, isDirect: direct !== undefined };
}

const QUERY = 'query Names($id: ID!, $with: Boolean = true) { partnership(id: $id) { id name @include(if: $with) } }';
const good = { query: QUERY, variables: { id: 'lambeth' } };
const ACCEPTED = 'application/graphql-response+json; charset=utf-8, application/json;q=0.9';
const GET = { 'apollo-require-preflight': '1' };
const answered = '{"data":{"partnership":{"id":"lambeth","name":"Lambeth Safeguarding Children Partnership"}}}\n';

describe('what is known is answered without Apollo Server, to the letter as with it', () => {
  it.each([
    ['a query', 200, [good]],
    ['with null for what is not given', 200, [{ ...good, operationName: null, extensions: null }]],
    ['with extensions of a client', 200, [{ ...good, extensions: { clientLibrary: { name: 'a' } } }]],
    ['by name', 200, [{ ...good, operationName: 'Names' }]],
    ['as a GraphQL response', 200, [good, { accept: ACCEPTED }]],
    ['as anything', 200, [good, { accept: '*/*' }]],
    ['by GET', 200, [null, GET, { query: QUERY, variables: JSON.stringify(good.variables) }]],
    ['with a variable that is missing', 400, [{ query: QUERY }]],
    [
      'with a variable of the wrong kind, as a GraphQL response',
      400,
      [{ query: QUERY, variables: { id: {} } }, { accept: ACCEPTED }],
    ],
    [
      'with null for what has a default and is a condition',
      400,
      [{ query: QUERY, variables: { id: 'lambeth', with: null } }],
    ],
    ['with text that cannot be kept', 400, [{ query: QUERY, variables: { id: '\0' } }]],
    ['with a part that fails in a subgraph', 200, [{ query: '{ broken partnership(id: "lambeth") { id } }' }]],
    ['with the schema asked for', 200, [{ query: '{ __schema { queryType { name } } }' }]],
    ['with only its type asked for', 200, [{ query: '{ __typename }' }]],
  ] as const)('%s', async (_, status, [body, headers, search]) => {
    const { first, second, isDirect } = await twice(body, headers, search);
    expect(second).toEqual(first);
    expect([first.statusCode, isDirect]).toEqual([status, true]);
  });

  it('and says what was asked for', async () => {
    const { second } = await twice(good);
    expect(second.text).toBe(answered);
    expect(second.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(answered)),
      'cache-control': 'no-store',
    });
  });

  it('when a subgraph gives nothing', async () => {
    lambeth.reply = { status: 502, body: 'nothing' };
    const { first, second, isDirect } = await twice({ query: '{ partnerships { name priorities } }' });
    expect(isDirect).toBe(true);
    expect(second).toEqual(first);
    expect(JSON.parse(second.text)).toMatchObject({ errors: [{ extensions: { paths: ['partnerships.priorities'] } }] });
  });
});

describe('what is not one good request for one known operation is left to Apollo Server', () => {
  it.each([
    ['a document that is not valid', 400, [{ query: '{ nothing }' }]],
    ['a document that does not parse', 400, [{ query: '{' }]],
    ['an operation that is not there', 400, [{ ...good, operationName: 'Others' }]],
    ['no query', 400, [{ variables: {} }]],
    ['variables as text', 400, [{ ...good, variables: '{}' }]],
    ['variables as a list', 400, [{ ...good, variables: [] }]],
    ['a persisted query', 200, [{ ...good, extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } }]],
    ['a batch', 400, [[good]]],
    ['what is accepted by nobody', 406, [good, { accept: 'text/csv' }]],
    ['a GET that a form could send', 400, [null, {}, { query: QUERY }]],
    ['a GET with a query twice', 400, [null, GET, `?query=${encodeURIComponent(QUERY)}&query=a`]],
    ['a GET whose variables are not JSON', 400, [null, GET, { query: QUERY, variables: '{' }]],
  ] as const)('%s', async (_, status, [body, headers, search]) => {
    await sent(good);
    const { first, second, isDirect } = await twice(body, headers, search);
    expect(second).toEqual(first);
    expect([first.statusCode, isDirect]).toEqual([status, false]);
  });
});
