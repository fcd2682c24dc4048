import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { createClient, fetchExchange, type OperationResult } from '@urql/core';
import { pino } from 'pino';
import { startGateway, type RunningGateway } from '../gateway-server';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity } from '../../testing/toy-identity';
import { toyBorough, toyLondon } from '../../testing/toy-london';

const QUERY = 'query Names($id: ID!) { partnership(id: $id) { __typename id name } }';
const LAMBETH = { __typename: 'LambethPartnership', id: 'lambeth', name: 'Lambeth Safeguarding Children Partnership' };
const toys = [toyLondon(), toyBorough('Lambeth'), toyBorough('Havering')];
let identity: ToyIdentity;
let gateway: RunningGateway;
let token: Record<string, string>;
/** What the client sent, and what it got. */
let sent: { method: string; url: string; headers: Headers; status: number; answer: Headers }[];

beforeAll(async () => {
  identity = await ToyIdentity.create();
  await Promise.all(toys.map((toy) => toy.start()));
  gateway = await startGateway(toyConfig(toys, identity.env), pino({ level: 'silent' }));
  token = await identity.as();
});
beforeEach(() => void (sent = []));
afterAll(async () => {
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
  await identity.remove();
});

/** The `fetch` that clients use, with a look at what they say. */
const watched: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const response = await fetch(request.clone());
  const { method, url, headers } = request;
  sent.push({ method, url, headers, status: response.status, answer: response.headers });
  return response;
};

const urql = (headers: Record<string, string>) =>
  createClient({
    url: `${gateway.url}/graphql`,
    exchanges: [fetchExchange],
    fetch: watched,
    fetchOptions: { headers },
    fetchSubscriptions: true,
  });

describe('urql as it comes', () => {
  it('asks by GET, with its token and no word that it is no other page, and is answered', async () => {
    const { data, error } = await urql(token).query(QUERY, { id: 'lambeth' });
    expect(error).toBeUndefined();
    expect(data).toEqual({ partnership: LAMBETH });
    expect(sent).toMatchObject([{ method: 'GET', status: 200 }]);
    expect([...sent[0]!.headers.keys()]).not.toContain('apollo-require-preflight');
  });

  it('reads a bad token’s refusal as GraphQL', async () => {
    const { error } = await urql({ authorization: 'Bearer x' }).query(QUERY, { id: 'lambeth' });
    expect(error!.graphQLErrors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(sent[0]).toMatchObject({ status: 401 });
    expect(sent[0]!.answer.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  });

  it('is not let in by another authorization, which a browser may add by itself', async () => {
    const { error } = await urql({ authorization: 'Basic eDp5' }).query(QUERY, { id: 'lambeth' });
    expect(error!.graphQLErrors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('reads what is wrong with a value', async () => {
    const { error } = await urql(token).query(QUERY, {});
    expect(error!.graphQLErrors).toMatchObject([
      { message: expect.stringContaining('"$id" of required type'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('is told of the feed where it subscribes', async () => {
    const { error } = await new Promise<OperationResult>((resolve) => {
      urql(token).subscription('subscription { movements { id } }', {}).subscribe(resolve);
    });
    expect(error!.graphQLErrors[0]).toMatchObject({ message: expect.stringContaining('GET /feed') });
    expect(sent[0]).toMatchObject({ status: 400 });
  });
});

describe('a client that subscribes is told of the feed', () => {
  it.each([
    ['graphql-sse', 'POST', { accept: 'text/event-stream', 'content-type': 'application/json' }],
    ['graphql-sse, its one connection', 'GET', { accept: 'text/event-stream' }],
    [
      'Apollo Client, by parts',
      'POST',
      { accept: 'multipart/mixed;boundary=graphql;subscriptionSpec=1.0', 'content-type': 'application/json' },
    ],
    [
      'graphql-ws',
      'GET',
      {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-protocol': 'graphql-transport-ws',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      },
    ],
  ] as const)('%s', async (_, method, headers) => {
    const { hostname, port } = new URL(gateway.url);
    const body = method === 'POST' ? JSON.stringify({ query: 'subscription { movements { id } }' }) : undefined;
    // By a request of Node's, which sends an upgrade as it stands.
    const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const asking = request(
        { hostname, port, path: '/graphql', method, headers: { ...headers, ...token } },
        (response) => {
          void text(response).then((all) => resolve({ status: response.statusCode, text: all }), reject);
        },
      );
      asking.on('error', reject).end(body);
    });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      errors: [{ message: expect.stringContaining('GET /feed'), extensions: { code: 'SUBSCRIPTION_NOT_SERVED' } }],
    });
  });
});

describe('Apollo Client as it comes', () => {
  const apollo = (headers: Record<string, string>, possibleTypes: Record<string, string[]> = {}) =>
    new ApolloClient({
      clientAwareness: { name: 'dashboard', version: '1.0' },
      link: new HttpLink({ uri: `${gateway.url}/graphql`, fetch: watched, headers }),
      cache: new InMemoryCache({ possibleTypes }),
    });

  it('asks, and knows by the possible types that are served which fragments match', async () => {
    const response = await fetch(`${gateway.url}/graphql/possible-types.json`, { headers: token });
    const possibleTypes = (await response.json()) as Record<string, string[]>;
    expect(possibleTypes['LocalPartnership']).toEqual(['HaveringPartnership', 'LambethPartnership']);
    const query = gql`
      query Names($id: ID!) {
        partnership(id: $id) {
          id
          ... on LocalPartnership {
            name
          }
        }
      }
    `;
    const { data } = await apollo(token, possibleTypes).query({ query, variables: { id: 'lambeth' } });
    expect(data).toMatchObject({ partnership: LAMBETH });
    expect(sent).toMatchObject([{ method: 'POST', status: 200 }]);
  });

  it('reads a refusal', async () => {
    const query = gql('{ partnerships { id } }');
    await expect(apollo({ authorization: 'Bearer x' }).query({ query })).rejects.toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});

describe('what other clients send', () => {
  const post = (headers: Record<string, string>, body: object) =>
    watched(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...token, ...headers },
      body: JSON.stringify(body),
    });
  const variables = { id: 'lambeth' };

  it.each([
    [
      'graphql-request',
      { accept: 'application/graphql-response+json, application/json' },
      { query: QUERY, variables, operationName: 'Names' },
    ],
    [
      'Relay, by its usual fetchQuery',
      { accept: 'application/json' },
      { query: QUERY, variables, doc_id: null, id: null },
    ],
    ['Python’s gql', { accept: '*/*', 'accept-encoding': 'gzip, deflate' }, { query: QUERY, variables }],
    [
      'Strawberry Shake',
      { accept: 'application/graphql-response+json; charset=utf-8, application/json; charset=utf-8' },
      { id: 'x', query: QUERY, variables, operationName: 'Names' },
    ],
  ])('is answered: %s', async (_, headers, body) => {
    const response = await post(headers as Record<string, string>, body);
    expect(await response.json()).toEqual({ data: { partnership: LAMBETH } });
  });
});
