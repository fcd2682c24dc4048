import { pino } from 'pino';
import { request } from 'undici';
import { startGateway, type RunningGateway } from '../gateway-server';
import { ask } from '../../testing/ask';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity } from '../../testing/toy-identity';
import { ToySubgraph } from '../../testing/toy-subgraphs';

const lines: Record<string, unknown>[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
const ALLOWED = 'https://dashboard.example';
const QUERY = '{ greeting }';
const toy = new ToySubgraph({
  name: 'london-scp',
  sdl: 'type Query { greeting: String @tag(name: "public") }',
  query: { greeting: 'Hello' },
});
let identity: ToyIdentity;
let gateway: RunningGateway;
let url: string;

const start = (env: Record<string, string>) => startGateway(toyConfig([toy], { ...identity.env, ...env }), log);

beforeAll(async () => {
  identity = await ToyIdentity.create();
  await toy.start();
  gateway = await start({ CORS_ORIGINS: ALLOWED });
  url = gateway.url;
});

beforeEach(() => void (toy.received.length = 0));

afterAll(async () => {
  await gateway?.stop();
  await toy.kill();
  await identity.remove();
});

describe('what another site can send through a browser without asking', () => {
  const get = `/graphql?query=${encodeURIComponent(QUERY)}`;

  it.each([
    ['a form as text', 'POST', '/graphql', 'text/plain', JSON.stringify({ query: QUERY }), 'UNSUPPORTED_MEDIA_TYPE'],
    ['a form', 'POST', '/graphql', 'application/x-www-form-urlencoded', `query=${QUERY}`, 'UNSUPPORTED_MEDIA_TYPE'],
    ['an upload', 'POST', '/graphql', 'multipart/form-data; boundary=x', '--x--', 'UNSUPPORTED_MEDIA_TYPE'],
    ['an address', 'GET', get, undefined, undefined, 'BAD_REQUEST'],
    ['an address with a form’s content type', 'GET', get, 'text/plain', undefined, 'BAD_REQUEST'],
  ] as const)('is refused: %s', async (_, method, path, type, body, code) => {
    const headers = { origin: 'https://evil.example', ...(type && { 'content-type': type }) };
    const response = await request(url + path, { method, headers, body: body ?? null });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(await response.body.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(toy.received).toEqual([]);
  });

  it.each(['apollo-require-preflight', 'x-apollo-operation-name', 'authorization'])(
    'is answered where the browser would have asked first: an address with %s',
    async (name) => {
      const value = name === 'authorization' ? (await identity.as())[name]! : 'x';
      const response = await request(url + get, { headers: { [name]: value } });
      expect([response.statusCode, await response.body.json()]).toEqual([200, { data: { greeting: 'Hello' } }]);
    },
  );

  it.each(['Basic eDp5', 'Negotiate x', 'Bearer x', 'Bearer'])(
    'is no token because it stands in authorization: %s',
    async (authorization) => {
      const response = await request(url + get, { headers: { authorization } });
      expect(response.statusCode).toBe(401);
      await response.body.dump();
      expect(toy.received).toEqual([]);
    },
  );
});

describe('a refusal before GraphQL', () => {
  it.each([
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['application/json, application/graphql-response+json;q=0.9', 'application/graphql-response+json'],
    ['application/graphql-response+json;q=0, application/json', 'application/json'],
    ['application/json', 'application/json'],
    ['*/*', 'application/json'],
    ['', 'application/json'],
  ])('to who accepts %p is %s', async (accept, type) => {
    const { status, headers, errors } = await ask(url, QUERY, { headers: { accept, authorization: 'Bearer x' } });
    expect([status, headers['content-type']]).toEqual([401, `${type}; charset=utf-8`]);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('batching', () => {
  it('is off: a list of operations is refused', async () => {
    const response = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: QUERY }, { query: QUERY }]),
    });
    expect(response.statusCode).toBe(400);
    await response.body.dump();
    expect(toy.received).toEqual([]);
  });
});

describe('pages of other origins', () => {
  const preflight = (base: string, origin: string) =>
    request(`${base}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,apollo-require-preflight,x-purpose',
      },
    });

  it('may ask if they are on the list, by token and not by cookie', async () => {
    const { statusCode, headers, body } = await preflight(url, ALLOWED);
    await body.dump();
    expect(statusCode).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': ALLOWED,
      'access-control-allow-methods': 'GET, POST',
    });
    const allowed = String(headers['access-control-allow-headers']).split(', ');
    expect(allowed).toEqual(
      expect.arrayContaining([
        'authorization',
        'content-type',
        'x-purpose',
        'x-reason',
        'x-require-coverage',
        'x-request-id',
      ]),
    );
    expect(allowed).toEqual(
      expect.arrayContaining(['apollo-require-preflight', 'x-apollo-operation-name', 'apollographql-client-name']),
    );
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    const answer = await ask(url, QUERY, { headers: { origin: ALLOWED } });
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': ALLOWED });
    const readable = String(answer.headers['access-control-expose-headers']).split(', ');
    const ofTheHub = Object.keys(answer.headers).filter((name) =>
      /^(x-ratelimit|x-request-id|retry-after|etag)/.test(name),
    );
    expect(ofTheHub).toContain('x-ratelimit-remaining');
    expect(readable).toEqual(expect.arrayContaining([...ofTheHub, 'retry-after', 'etag', 'www-authenticate']));
  });

  it('read refusals too', async () => {
    const headers = { origin: ALLOWED, authorization: 'Bearer x' };
    const refused = await ask(url, QUERY, { headers });
    expect(refused.status).toBe(401);
    expect(refused.headers).toMatchObject({ 'access-control-allow-origin': ALLOWED });
  });

  it.each(['https://evil.example', 'https://dashboard.example.evil.example', 'http://dashboard.example', 'null'])(
    'may not if they are not: %s',
    async (origin) => {
      const { statusCode, headers, body } = await preflight(url, origin);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect([statusCode, await body.json()]).toMatchObject([403, refusalOf(origin, 'does not name this origin')]);
      const answer = await ask(url, QUERY, { headers: { origin } });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  it('may not at all without a list, and whoever sets the gateway up is told so', async () => {
    const closed = await start({});
    lines.length = 0;
    for (let index = 0; index < 3; index++) {
      const { statusCode, headers, body } = await preflight(closed.url, ALLOWED);
      expect([statusCode, await body.json()]).toMatchObject([403, refusalOf(ALLOWED, 'is not set')]);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
    await closed.stop();
    expect(lines.filter(({ origin }) => origin)).toEqual([
      expect.objectContaining({ origin: ALLOWED, level: 40, msg: expect.stringContaining('CORS_ORIGINS') }),
    ]);
  });

  it('are named in the log up to twenty, whatever is sent', async () => {
    const other = await start({ CORS_ORIGINS: ALLOWED });
    lines.length = 0;
    for (let index = 0; index < 30; index++) {
      const { body } = await preflight(other.url, `https://${index}.example`);
      await body.dump();
    }
    await other.stop();
    expect(lines.filter(({ origin }) => origin)).toHaveLength(20);
  });
});

const refusalOf = (origin: string, cause: string) => ({
  errors: [
    {
      message: `Pages of ${origin} may not ask here: CORS_ORIGINS at the gateway ${cause}.`,
      extensions: { code: 'ORIGIN_NOT_ALLOWED' },
    },
  ],
});

describe('the limit on requests', () => {
  const times = async (base: string, count: number, headers: Record<string, string>) => {
    const statuses: number[] = [];
    for (let index = 0; index < count; index++) {
      statuses.push((await ask(base, QUERY, { headers })).status);
    }
    return statuses;
  };

  it('counts callers and not addresses, and addresses where there is no caller', async () => {
    const limited = await start({ RATE_LIMIT_PER_MINUTE: '8' });
    const first = await identity.as({ person: 'p:1' });
    const firstAgain = await identity.as({ person: 'p:1', role: 'chair' });
    const second = await identity.as({ person: 'p:2' });
    const statuses = {
      first: await times(limited.url, 7, first),
      firstWithAnotherToken: await times(limited.url, 2, firstAgain),
      second: await times(limited.url, 8, second),
      nobody: await times(limited.url, 2, {}),
      badTokens: await times(limited.url, 1, { authorization: 'Bearer x' }),
    };
    const { headers, errors } = await ask(limited.url, QUERY, { headers: first });
    const health = await request(`${limited.url}/health/live`);
    await health.body.dump();
    await limited.stop();

    expect(statuses).toEqual({
      first: Array(7).fill(200),
      firstWithAnotherToken: [200, 429],
      second: Array(8).fill(200),
      nobody: [200, 200],
      badTokens: [429],
    });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/^More than 8 requests in a minute\. Ask again in \d+ s\.$/),
        extensions: { code: 'RATE_LIMITED', requestId: expect.any(String) },
      },
    ]);
    expect(health.statusCode).toBe(200);
  });

  it.each(['/explorer', '/explorer/api.json', '/explorer/roles.json'])(
    'counts what is shown to anybody by address: %s',
    async (path) => {
      const limited = await start({ RATE_LIMIT_PER_MINUTE: '3' });
      const statuses: number[] = [];
      for (let index = 0; index < 4; index++) {
        const response = await request(limited.url + path);
        await response.body.dump();
        statuses.push(response.statusCode);
      }
      const asked = (await ask(limited.url, QUERY)).status;
      await limited.stop();
      expect(statuses[3]).toBe(429);
      expect(statuses.slice(0, 3)).not.toContain(429);
      expect(asked).toBe(200);
    },
  );

  it('does not believe an address that the client writes itself, unless it comes from a known proxy', async () => {
    const from = (base: string, address: string) =>
      times(base, 1, { 'x-forwarded-for': address }).then(([status]) => status);
    const plain = await start({ RATE_LIMIT_PER_MINUTE: '4' });
    const behind = await start({ RATE_LIMIT_PER_MINUTE: '4', TRUST_PROXY: '127.0.0.1' });
    const statuses = [
      [await from(plain.url, '192.0.2.1'), await from(plain.url, '192.0.2.2')],
      [await from(behind.url, '192.0.2.1'), await from(behind.url, '192.0.2.2')],
    ];
    await Promise.all([plain.stop(), behind.stop()]);
    expect(statuses).toEqual([
      [200, 429],
      [200, 200],
    ]);
  });
});
