import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { request } from 'undici';
import type { GatewayConfig } from './config';
import { startGateway, type RunningGateway } from './gateway-server';
import { ask } from '../testing/ask';
import { toyConfig } from '../testing/toy-config';
import { toyBorough, toyLondon } from '../testing/toy-london';
import { ToySubgraph } from '../testing/toy-subgraphs';

const log = pino({ level: 'silent' });

const configFor = (toys: ToySubgraph[], more: Partial<GatewayConfig> = {}): GatewayConfig => ({
  ...toyConfig(toys),
  SUBGRAPH_TIMEOUT_MS: 500,
  START_TIMEOUT_MS: 1000,
  ...more,
});

const THREE_PATHS = `{
  partnerships { name priorities bodies { name } }
  partnership(id: "lambeth") { priorities }
  networks { chair { bodies { quorum } } members { priorities bodies(first: 1) { name } } }
}`;

let london: ToySubgraph;
let lambeth: ToySubgraph;
let havering: ToySubgraph;
let toys: ToySubgraph[];
let gateway: RunningGateway | undefined;
let url: string;

beforeAll(async () => {
  london = toyLondon();
  lambeth = toyBorough('Lambeth', {
    sdl: 'notes: String  denied: String',
    fields: {
      notes: () => {
        throw new Error('SELECT at pg.internal failed');
      },
      denied: () => {
        throw Object.assign(new Error('Not yours.'), { extensions: { code: 'FORBIDDEN' } });
      },
    },
  });
  havering = toyBorough('Havering');
  toys = [london, lambeth, havering];
  await Promise.all(toys.map((toy) => toy.start()));
  gateway = await startGateway(configFor(toys), log);
  url = gateway.url;
});

beforeEach(() => {
  for (const toy of toys) {
    toy.received.length = 0;
    toy.delayMs = 0;
    toy.reply = undefined;
  }
});

afterAll(async () => {
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
});

describe('federation', () => {
  it('joins partnerships in one answer', async () => {
    const { data, errors } = await ask(url, '{ partnerships { name priorities bodies { name } } }');
    expect(errors).toBeUndefined();
    expect(data.partnerships).toEqual([
      {
        name: 'Lambeth Safeguarding Children Partnership',
        priorities: ['Lambeth neglect', 'Lambeth exploitation'],
        bodies: [{ name: 'Lambeth Executive' }, { name: 'Lambeth Practice Review Group' }],
      },
      expect.objectContaining({ priorities: ['Havering neglect', 'Havering exploitation'] }),
    ]);
  });

  it('asks the partnerships in parallel', async () => {
    lambeth.delayMs = havering.delayMs = 400;
    await ask(url, '{ partnerships { priorities } }');
    // The second was asked before the first could answer.
    expect(Math.abs(lambeth.received[0]!.at - havering.received[0]!.at)).toBeLessThan(400);
  });

  it('asks each partnership once a level, however many paths lead to it', async () => {
    const { data, errors, headers } = await ask(url, THREE_PATHS);
    expect(errors).toBeUndefined();
    expect(data.partnership).toEqual({ priorities: ['Lambeth neglect', 'Lambeth exploitation'] });
    expect(data.networks[0].chair).toEqual({ bodies: [{ quorum: 5 }, { quorum: null }] });
    expect(data.networks[0].members[1].bodies).toEqual([{ name: 'Havering Executive' }]);
    expect(toys.map(({ received }) => received.length)).toEqual([1, 1, 1]);
    expect(lambeth.received[0]).toMatchObject({ requestId: headers['x-request-id'] });
  });

  it('reduces over the partnerships, through a field that no client can see', async () => {
    const { data } = await ask(url, '{ picture { total returns { id } } }');
    expect(data.picture.total).toBe(40);
    const { errors } = await ask(url, '{ picture { returns { exactMeasures { value } } } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });
});

describe('a partnership that is down', () => {
  it('costs its own fields and one error, and is back without a restart', async () => {
    await lambeth.kill();
    const down = await ask(url, THREE_PATHS);
    expect(down.status).toBe(200);
    expect(down.data.partnerships[0]).toEqual({
      name: 'Lambeth Safeguarding Children Partnership',
      priorities: null,
      bodies: null,
    });
    expect(down.data.partnerships[1].priorities).toHaveLength(2);
    expect(down.errors).toEqual([
      {
        message: 'The partnership lambeth did not answer.',
        extensions: {
          code: 'SUBGRAPH_UNAVAILABLE',
          subgraph: 'lambeth',
          paths: [
            'networks.chair.bodies',
            'networks.members.bodies',
            'networks.members.priorities',
            'partnership.priorities',
            'partnerships.bodies',
            'partnerships.priorities',
          ],
        },
      },
    ]);

    const health = await request(`${url}/health/ready`);
    expect(health.statusCode).toBe(200);
    expect(await health.body.json()).toEqual({
      status: 'degraded',
      supergraph: expect.stringMatching(/^[0-9a-f]{64}$/),
      subgraphs: [
        { name: 'london-scp', ready: true, servedUnder: 'PUBLISHED' },
        { name: 'lambeth', ready: false, servedUnder: 'PUBLISHED' },
        { name: 'havering', ready: true, servedUnder: 'PUBLISHED' },
      ],
    });

    await lambeth.start();
    const back = await ask(url, THREE_PATHS);
    expect(back.errors).toBeUndefined();
    expect(back.data.partnerships[0].priorities).toHaveLength(2);
  });

  it('lets London reduce over the others, and hides the field it reduces over', async () => {
    await havering.kill();
    const { data, text, errors } = await ask(url, '{ picture { total } }');
    await havering.start();
    expect(data.picture.total).toBe(20);
    expect(errors).toMatchObject([{ extensions: { subgraph: 'havering', paths: ['picture'] } }]);
    expect(text).not.toContain('exactMeasures');
  });

  it.each([
    ['is too slow', () => void (lambeth.delayMs = 900)],
    ['fails', () => void (lambeth.reply = { status: 502, body: 'nginx at 10.0.0.7' })],
    ['talks nonsense', () => void (lambeth.reply = { status: 200, body: '<html>10.0.0.7</html>' })],
  ])('is the same when it %s', async (_, arrange) => {
    arrange();
    const { errors, text } = await ask(url, '{ partnerships { priorities } }');
    expect(errors).toMatchObject([
      { message: 'The partnership lambeth did not answer.', extensions: { subgraph: 'lambeth' } },
    ]);
    expect(text).not.toMatch(/10\.0\.0\.7|127\.0\.0\.1|nginx|html/);
  });

  it('is another matter for London itself', async () => {
    await london.kill();
    const { data, errors } = await ask(url, '{ partnerships { name } }');
    const health = await request(`${url}/health/ready`);
    const status = await health.body.json();
    await london.start();
    expect(data ?? null).toBeNull();
    expect(errors).toEqual([
      {
        message: 'The London SCP subgraph did not answer.',
        extensions: {
          code: 'SUBGRAPH_UNAVAILABLE',
          subgraph: 'london-scp',
          paths: ['partnerships'],
        },
      },
    ]);
    expect(health.statusCode).toBe(503);
    expect(status).toMatchObject({ status: 'unavailable' });
  });
});

describe('errors', () => {
  it('hides what failed inside a subgraph', async () => {
    const query = '{ broken partnerships { ... on LambethPartnership { notes } } }';
    const { errors, text, headers } = await ask(url, query);
    const requestId = headers['x-request-id'] as string;
    expect(errors).toEqual([
      {
        message: `The London SCP subgraph could not complete its part. Quote request ${requestId}.`,
        path: ['broken'],
        extensions: { code: 'SUBGRAPH_FAILED', subgraph: 'london-scp', requestId },
      },
      {
        message: `The partnership lambeth could not complete its part. Quote request ${requestId}.`,
        path: ['partnerships', 0, 'notes'],
        extensions: { code: 'SUBGRAPH_FAILED', subgraph: 'lambeth', requestId },
      },
    ]);
    expect(text).not.toMatch(/internal:|pg\.internal|hunter2|SELECT|stack/);
  });

  it('passes a subgraph’s own code and message', async () => {
    const query = '{ refused partnerships { ... on LambethPartnership { denied } } }';
    const { errors } = await ask(url, query);
    expect(errors).toMatchObject([
      { message: 'You may not see this.', path: ['refused'], extensions: { code: 'FORBIDDEN' } },
      { message: 'Not yours.', path: ['partnerships', 0, 'denied'], extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(errors?.[0]?.extensions).not.toHaveProperty('secret');
  });

  it('gives no query plan, whatever the header', async () => {
    const { text } = await ask(url, '{ partnerships { name } }', {
      headers: {
        'apollo-query-plan-experimental': '1',
        'apollo-query-plan-experimental-format': 'internal',
      },
    });
    expect(JSON.parse(text)).not.toHaveProperty('extensions');
    expect(text).not.toContain('Fetch');
  });

  it('passes validation errors as they are', async () => {
    const { status, errors } = await ask(url, '{ nothing }');
    expect(status).toBe(400);
    expect(errors).toEqual([
      {
        message: 'Cannot query field "nothing" on type "Query".',
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
    const bad = await ask(url, 'query($id: ID!) { partnership(id: $id) { id } }');
    expect(bad.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});

describe('limits', () => {
  it('refuses documents of too many tokens, that mean too much, or in a batch', async () => {
    const wide = await ask(url, `{ ${'a '.repeat(16_000)} }`);
    expect(wide.errors?.[0]?.extensions).toMatchObject({ code: 'DOCUMENT_TOO_LARGE' });
    const doubled = Array.from({ length: 13 }, (_, level) => {
      return `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} }`;
    });
    const large = await ask(url, `{ ...F0 } ${doubled.join(' ')} fragment F13 on Query { broken }`);
    expect(large.errors).toEqual([
      {
        message: expect.stringContaining('more than 960 fields'),
        extensions: { code: 'OPERATION_TOO_LARGE' },
      },
    ]);
    const batch = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ partnerships { id } }' }]),
    });
    expect(batch.statusCode).toBe(400);
    expect(await batch.body.text()).not.toContain('stack');
  });

  it.each([
    ['a body that is too large', 413, 'application/json', 'x'.repeat(2 ** 20 + 1), 'REQUEST_TOO_LARGE'],
    ['a body that is not JSON', 400, 'application/json', '{', 'BAD_REQUEST'],
    ['another content type', 415, 'text/xml', '<a/>', 'UNSUPPORTED_MEDIA_TYPE'],
  ])('refuses %s', async (_, status, type, body, code) => {
    const headers = { 'content-type': type };
    const response = await request(`${url}/graphql`, { method: 'POST', headers, body });
    expect(response.statusCode).toBe(status);
    expect(await response.body.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});

describe('HTTP', () => {
  it.each(['/graphql', '/explorer', '/health/live', '/nowhere', '/%80'])(
    'puts the security headers on %s',
    async (path) => {
      const { headers, body } = await request(url + path);
      await body.dump();
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
      });
    },
  );

  it('gives each request an id of its own, whatever id the client sends', async () => {
    const ids = await Promise.all(
      ['abcdef-1', 'abcdef-1', 'a b"cdefgh'].map(async (id) => {
        const { headers, body } = await request(`${url}/health/live`, {
          headers: { 'x-request-id': id },
        });
        await body.dump();
        return headers['x-request-id'];
      }),
    );
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says of a document without the named operation that it is the client’s mistake', async () => {
    const { statusCode, body } = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query A { partnerships { id } }', operationName: 'B' }),
    });
    expect([statusCode, await body.json()]).toEqual([
      400,
      {
        errors: [
          {
            message: 'The document does not say which operation to run: operationName is "B".',
            extensions: { code: 'UNKNOWN_OPERATION' },
          },
        ],
      },
    ]);
  });

  it('answers GET for a client that says it is not a browser form', async () => {
    const query = encodeURIComponent('{ partnership(id: "lambeth") { id } }');
    const get = (headers: Record<string, string>) => request(`${url}/graphql?query=${query}`, { headers });
    const good = await get({ 'apollo-require-preflight': '1' });
    expect(await good.body.json()).toEqual({ data: { partnership: { id: 'lambeth' } } });
    const bad = await get({});
    expect(bad.statusCode).toBe(400);
    await bad.body.dump();
  });

  it('serves the saved examples, and sends / to the explorer', async () => {
    const home = await request(url);
    expect([home.statusCode, home.headers['location']]).toEqual([302, '/explorer']);
    await home.body.dump();
    const explored = await request(`${url}/explorer/api.json`);
    expect(await explored.body.json()).toMatchObject({
      ...{ title: 'London SCP hub', path: '/graphql' },
      examples: expect.arrayContaining([expect.objectContaining({ name: '01-every-partnership' })]),
    });
  });
});

describe('the log', () => {
  it('names neither question nor caller', async () => {
    const lines: string[] = [];
    const logged = await startGateway(configFor(toys), pino({ level: 'debug' }, { write: (line) => lines.push(line) }));
    const query = 'query Secretly($id: ID!) { partnership(id: $id) { name } }';
    await ask(logged.url, query, {
      variables: { id: 'lambeth' },
      headers: { 'x-reason': 'My cousin', 'x-request-id': 'request-7' },
    });
    await logged.stop();
    const line = JSON.parse(lines.find((one) => one.includes('request-7'))!) as Record<string, unknown>;
    // By the id that a client knows the hub's is found.
    expect([line['clientRequestId'], line['requestId']]).toEqual([
      'request-7',
      expect.stringMatching(/^[\da-f-]{36}$/),
    ]);
    expect(Object.keys(line).sort()).toEqual([
      ...['clientRequestId', 'hostname', 'level', 'method', 'ms', 'msg', 'pid', 'requestId', 'route', 'status', 'time'],
    ]);
    expect(lines.join('')).not.toMatch(/Secretly|cousin/);
  });

  it('says of a subgraph’s errors what was wrong, and not the values that they quote', async () => {
    const lines: string[] = [];
    const logged = await startGateway(configFor(toys), pino({ level: 'debug' }, { write: (line) => lines.push(line) }));
    const message = 'Variable "$number" got invalid value "943 476 5919"; ID cannot represent 9434765919';
    lambeth.reply = { status: 200, body: JSON.stringify({ data: { _entities: [null] }, errors: [{ message }] }) };
    await ask(logged.url, '{ partnership(id: "lambeth") { priorities } }');
    await logged.stop();
    expect(lines.filter((line) => line.includes('got invalid value'))).toHaveLength(1);
    expect(lines.join('')).not.toMatch(/943.?476/);
  });
});

describe('start', () => {
  it('fails with the reason where the London SCP neither answers nor is kept', async () => {
    const config = configFor(toys, { START_TIMEOUT_MS: 10 });
    config.SUBGRAPHS.find(({ name }) => name === 'london-scp')!.urls = ['http://127.0.0.1:9/graphql'];
    await expect(startGateway(config, log)).rejects.toThrow('The subgraph london-scp did not give its schema');
  });

  it('does not serve a partnership where nobody decided who may see a field, and says so', async () => {
    const lines: string[] = [];
    const redbridge = new ToySubgraph({
      name: 'redbridge',
      sdl: 'interface LocalPartnership { id: ID! } type Redbridge @key(fields: "id") { id: ID! newField: String }',
    });
    await redbridge.start();
    try {
      const logged = pino({ level: 'warn' }, { write: (line) => lines.push(line) });
      const begun = await startGateway(configFor([...toys, redbridge]), logged);
      const schema = await ask(begun.url, '{ __type(name: "Redbridge") { name } }');
      await begun.stop();
      expect(schema.data).toEqual({ __type: null });
      expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
        expect.objectContaining({
          subgraph: 'redbridge',
          problem: expect.stringContaining('FIELD_WITHOUT_DECISION: Nobody decided who may see Redbridge.newField.'),
        }),
      );
    } finally {
      await redbridge.kill();
    }
  });

  it('waits for a subgraph that comes up later', async () => {
    await lambeth.kill();
    const starting = startGateway(configFor(toys, { START_TIMEOUT_MS: 5000 }), log);
    setTimeout(() => void lambeth.start(), 400);
    const { url, stop } = await starting;
    const health = (await (await request(`${url}/health/ready`)).body.json()) as { subgraphs: unknown[] };
    await stop();
    expect(health.subgraphs).toContainEqual({ name: 'lambeth', ready: true, servedUnder: 'PUBLISHED' });
  });

  it('uses the kept schema of a partnership that is down', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'supergraph-'));
    const config = configFor(toys, { SUPERGRAPH_CACHE: folder, START_TIMEOUT_MS: 300 });
    try {
      await (await startGateway(config, log)).stop();
      expect(await readFile(join(folder, 'lambeth.graphql'), 'utf8')).toBe(lambeth.sdl);
      await lambeth.kill();
      const restarted = await startGateway(config, log);
      const { data, errors } = await ask(restarted.url, '{ partnerships { priorities } }');
      await lambeth.start();
      const healed = await ask(restarted.url, '{ partnerships { priorities } }');
      await restarted.stop();
      expect(data.partnerships[1].priorities).toHaveLength(2);
      expect(errors).toHaveLength(1);
      expect(healed.errors).toBeUndefined();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
