import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSigningKeys,
  GATEWAY_KEY_HEADER,
  GatewayTokenSigner,
  type RequestIdentity,
  publicJwks,
  signCallerToken,
  signGatewayToken,
  type SigningKeys,
} from '@hub/access';
import { anonymous, requestIdentityOf } from '../../../test/support/request-identities';
import { createServiceDatabase, type ServiceDatabase } from '../../../test/support/service-database';
import { runSql } from '../../../test/support/test-database';
import { casework, traces } from '../testing/casework-subgraph';
import { type RunningSubgraph, serveSubgraph } from './serve-subgraph';

let folder: string;
let keys: SigningKeys;
let database: ServiceDatabase;
let subgraph: RunningSubgraph;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-kit-'));
  keys = await createSigningKeys(join(folder, 'keys.json'));
  const jwks = join(folder, 'jwks.json');
  writeFileSync(jwks, JSON.stringify(publicJwks(keys)));
  database = await createServiceDatabase();
  subgraph = await serveSubgraph(casework, { DATABASE_URL: database.url, HUB_JWKS: jwks, LOG_LEVEL: 'silent' });
});
beforeEach(() => {
  traces.length = 0;
});
afterAll(async () => {
  await subgraph?.close();
  await database?.drop();
  rmSync(folder, { recursive: true });
});

const duty = requestIdentityOf('duty-team', { partnership: 'lambeth', purpose: 'CROSS_BOUNDARY_MOVEMENT' });
const analyst = requestIdentityOf('analyst');

interface Reply {
  status: number;
  text: string;
  data: Record<string, unknown> | null | undefined;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string } }[] | undefined;
  extensions: unknown;
}

async function send(body: string, headers: Record<string, string> = {}): Promise<Reply> {
  const response = await fetch(subgraph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  return { ...JSON.parse(text), status: response.status, text };
}

const bodyOf = (query: string, variables?: object) => JSON.stringify({ query, variables });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const gatewayToken = (requestIdentity: RequestIdentity, body: string, name = 'casework') =>
  bearer(signGatewayToken(keys, requestIdentity, { subgraph: name, body }) as string);

/** Asks as the gateway does. */
function ask(requestIdentity: RequestIdentity, query: string, variables?: object): Promise<Reply> {
  const body = bodyOf(query, variables);
  return send(body, gatewayToken(requestIdentity, body));
}

const codes = ({ errors }: Reply) => errors?.map(({ extensions }) => extensions.code);
const references = (...ids: string[]) => ({ of: ids.map((id) => ({ __typename: 'Movement', id })) });

interface Entry {
  kind: string;
  recorder: string;
  [field: string]: unknown;
}
async function records(): Promise<Entry[]> {
  const rows = await runSql(database.adminUrl, 'SELECT body FROM audit.access_record ORDER BY seq');
  return rows.map(({ body }) => JSON.parse(String(body)) as Entry);
}
/** The entries that the work adds. */
async function recordsOf(work: () => Promise<unknown>): Promise<Entry[]> {
  const before = (await records()).length;
  await work();
  return (await records()).slice(before);
}

describe('who asks', () => {
  test('is nobody without a token, who gets what is public', async () => {
    expect(await send(bodyOf('{ motto whoAmI }'))).toMatchObject({
      status: 200,
      data: { motto: 'care', whoAmI: null },
      errors: [{ path: ['whoAmI'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
  });

  test('is who the gateway token says', async () => {
    expect((await ask(analyst, '{ whoAmI }')).data).toEqual({ whoAmI: 'analyst-1' });
  });

  test('is nobody for a caller without a token of their own, whose request is signed too', async () => {
    expect(codes(await ask({ ...anonymous, isHub: true }, '{ whoAmI }'))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
  });

  test('offers half of a key to the hub alone, and only where it is asked for it', async () => {
    const body = bodyOf('{ whoAmI }');
    const gateway = new GatewayTokenSigner(keys, 'casework');
    const offerTo = async (headers: Record<string, string>) => {
      const response = await fetch(subgraph.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      return response.headers.get(GATEWAY_KEY_HEADER);
    };
    expect([await offerTo({}), await offerTo(gatewayToken(analyst, body))]).toEqual([null, null]);
    gateway.agree((await offerTo(bearer(gateway.tokenFor(analyst, body).token)))!);
    const { token, isAgreed } = gateway.tokenFor(analyst, body);
    expect(isAgreed).toBe(true);
    expect((await send(body, bearer(token))).data).toEqual({ whoAmI: 'analyst-1' });
    const other = await send(bodyOf('{ motto }'), bearer(token));
    expect([other.status, codes(other)]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  const body = bodyOf('{ motto }');
  const attacks: [string, () => Promise<Record<string, string>> | Record<string, string>][] = [
    ['of another subgraph, replayed here', () => gatewayToken(duty, body, 'lambeth')],
    ['of another operation', () => gatewayToken(duty, bodyOf('{ whoAmI }'))],
    ['of the same operation with other variables', () => gatewayToken(duty, bodyOf('{ motto }', { id: 'm1' }))],
    ['that is the caller’s own, and not the gateway’s', async () => bearer(await callerToken(keys))],
    ['signed by a key that the hub does not publish', async () => bearer(await strangersToken(body))],
    ['that is not a token', () => bearer('letmein')],
    ['by another scheme', () => ({ authorization: 'Basic aHViOmh1Yg==' })],
  ];
  test.each(attacks)('is refused whole with a token %s', async (_, headers) => {
    const reply = await send(body, await headers());
    expect([reply.status, codes(reply), reply.data]).toEqual([401, ['UNAUTHENTICATED'], undefined]);
  });

  test('is refused whole with a token that has expired', async () => {
    const headers = gatewayToken(duty, body);
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    const reply = await send(body, headers).finally(() => now.mockRestore());
    expect([reply.status, codes(reply)]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  test('is not told by headers of scopes, of the hub, or of a purpose', async () => {
    const query = bodyOf('{ movement(id: "m1") { category } whoAmI }');
    const claimed = { scope: 'movements:read', 'x-scope': 'movements:read', 'x-hub': 'true', 'x-person': 'me' };
    const purpose = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'I say so' };
    const reply = await send(query, { ...claimed, ...purpose });
    expect(reply.data).toEqual({ movement: null, whoAmI: null });
    expect(reply.text).not.toContain('category of');
  });

  test('is told one kind of refusal, with a remedy and nothing of the token', async () => {
    const headers = gatewayToken(duty, body, 'lambeth');
    const { errors, text } = await send(body, headers);
    expect(errors?.[0]?.message).toMatch(/^The token .*\. .*\.$/);
    expect(text).not.toContain(headers.authorization.slice(7, 40));
  });
});

async function callerToken(from: SigningKeys): Promise<string> {
  const claims = { person: 'p', role: 'duty-team', organisation: 'E09000022', partnership: 'lambeth' } as const;
  const rules = { issuer: 'london-scp-hub', audience: 'casework', ttlSeconds: 60 };
  return signCallerToken(from, { ...claims, scopes: ['movements:read'] }, rules);
}

async function strangersToken(body: string): Promise<string> {
  const stranger = await createSigningKeys(join(folder, 'stranger.json'));
  return signGatewayToken(stranger, duty, { subgraph: 'casework', body });
}

describe('what is guarded', () => {
  test('answers who may see it', async () => {
    const { data, errors } = await ask(duty, '{ movement(id: "m1") { __typename category } }');
    expect([data, errors]).toEqual([{ movement: { __typename: 'Movement', category: 'category of m1' } }, undefined]);
  });

  const roads: [string, string][] = [
    ['by its name', '{ movement(id: "m1") { category } }'],
    ['behind an alias', '{ motto: movement(id: "m1") { motto: category } }'],
    [
      'behind a fragment',
      '{ ...F } fragment F on Query { movement(id: "m1") { ...G } } fragment G on Movement { category }',
    ],
    ['behind an inline fragment without a type', '{ ... { movement(id: "m1") { ... { category } } } }'],
    ['in a list', '{ movements { category } }'],
    ['by __typename alone', '{ movement(id: "m1") { __typename } }'],
    ['by an interface', '{ childFile(id: "f1") { id } }'],
    ['by __typename on an interface', '{ childFile(id: "f1") { __typename } }'],
    ['by a variable', 'query ($yes: Boolean = true) { movement(id: "m1") { category @include(if: $yes) } }'],
  ];
  describe.each([
    ['nobody', anonymous],
    ['an analyst', analyst],
  ])('is refused to %s', (_, requestIdentity) => {
    test.each(roads)('%s, before anything is looked up', async (_road, query) => {
      const reply = await ask(requestIdentity, query);
      expect(new Set(codes(reply))).toEqual(new Set(['UNAUTHORIZED_FIELD_OR_TYPE']));
      expect(Object.values(reply.data ?? {})).toEqual([null]);
      expect(traces).toEqual([]);
    });
  });

  test('is refused behind a union, as itself and by __typename, where the rest of the union is public', async () => {
    const query = 'query ($id: ID!) { item(id: $id) { __typename ... on Movement { category } ... on Office { id } } }';
    expect(await ask(analyst, query, { id: 'm1' })).toMatchObject({
      data: { item: null },
      errors: [{ path: ['item'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
    expect((await ask(analyst, query, { id: 'o1' })).data).toEqual({ item: { __typename: 'Office', id: 'o1' } });
  });

  test('is a field of a public type, and only that', async () => {
    const query = '{ item(id: "o1") { ... on Office { id budget } } }';
    expect((await ask(analyst, query)).data).toEqual({ item: { id: 'o1', budget: '10 pounds' } });
    expect(await ask(duty, query)).toMatchObject({
      data: { item: { id: 'o1', budget: null } },
      errors: [{ path: ['item', 'budget'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
  });

  test('takes all scopes of one alternative', async () => {
    const query = '{ item(id: "o1") { ... on Office { budget } } }';
    const withScopes = (...scopes: string[]) => ask(requestIdentityOf('london-coordinator', { scopes }), query);
    expect((await withScopes('budget:write')).data).toEqual({ item: { budget: null } });
    expect((await withScopes('budget:write', 'decisions:write')).data).toEqual({ item: { budget: '10 pounds' } });
  });

  test('asks of an interface field what the concrete type asks', async () => {
    const query = '{ childFile(id: "f1") { id approval } }';
    expect((await ask(duty, query)).data).toEqual({ childFile: { id: 'f1', approval: null } });
    const chair = requestIdentityOf('conference-chair', { partnership: 'lambeth', purpose: 'PRACTICE_REVIEW' });
    expect((await ask(chair, query)).data).toEqual({ childFile: { id: 'f1', approval: 'given' } });
  });

  test('names in its refusal the coordinate and no value', async () => {
    const { errors } = await ask(analyst, '{ movement(id: "m1") { category } }');
    expect(errors?.[0]?.message).toBe(
      'You may not ask for Query.movement. Ask with a token that has the scopes its schema requires.',
    );
  });

  test('is not done: a refused mutation does nothing', async () => {
    const reply = await ask(analyst, 'mutation { closeMovement(id: "m1") { id } }');
    expect([codes(reply), reply.data, traces]).toEqual([['UNAUTHORIZED_FIELD_OR_TYPE'], { closeMovement: null }, []]);
    await ask(duty, 'mutation { closeMovement(id: "m1") { id } }');
    expect(traces).toEqual(['closed m1']);
  });
});

describe('_entities', () => {
  const query = (selection: string) => `query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`;

  test.each(['... on Movement { category }', '__typename', '... on Movement { id }'])(
    'answers known and unknown ids alike, byte for byte, without looking: %s',
    async (selection) => {
      const [known, unknown] = [
        await ask(analyst, query(selection), references('m1')),
        await ask(analyst, query(selection), references('nowhere')),
      ];
      expect(known.text).toBe(unknown.text);
      expect(known).toMatchObject({ data: { _entities: [null] }, errors: [{ path: ['_entities', 0] }] });
      expect(traces).toEqual([]);
    },
  );

  test('refuses one reference, and answers the others', async () => {
    const { of } = references('m1');
    const both = { of: [...of, { __typename: 'Office', id: 'o1' }] };
    expect(await ask(analyst, query('... on Movement { id } ... on Office { id }'), both)).toMatchObject({
      data: { _entities: [null, { id: 'o1' }] },
      errors: [{ path: ['_entities', 0] }],
    });
  });

  test.each(['f1', 'nowhere'])('does not look for a reference by an interface either, be it %s', async (id) => {
    const of = [{ __typename: 'ChildFile', id }];
    const reply = await ask(analyst, query('__typename'), { of });
    expect([reply.data, codes(reply), traces]).toEqual([{ _entities: [null] }, ['UNAUTHORIZED_FIELD_OR_TYPE'], []]);
    expect((await ask(duty, query('__typename'), { of: [{ __typename: 'ChildFile', id: 'f1' }] })).data).toEqual({
      _entities: [{ __typename: 'LambethChildFile' }],
    });
  });

  test('serves what is inaccessible to the hub alone', async () => {
    const of = [{ __typename: 'Office', id: 'o1' }];
    const direct = { ...analyst, isHub: false };
    expect((await ask(analyst, query('... on Office { exactBudget }'), { of })).data).toEqual({
      _entities: [{ exactBudget: '10.01 pounds' }],
    });
    for (const requestIdentity of [anonymous, direct]) {
      expect(await ask(requestIdentity, query('... on Office { exactBudget }'), { of })).toMatchObject({
        data: { _entities: [{ exactBudget: null }] },
        errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
      });
    }
  });
});

describe('the purpose', () => {
  const query = '{ movement(id: "m1") { category } }';

  test('is required for data of a child, before anything is looked up', async () => {
    const reply = await ask({ ...duty, declared: null }, query);
    expect([codes(reply), reply.data, traces]).toEqual([['PURPOSE_REQUIRED'], { movement: null }, []]);
  });

  test('is one that the role may declare', async () => {
    const reply = await ask({ ...duty, declared: { purpose: 'PRACTICE_REVIEW', reason: 'why not' } }, query);
    expect([codes(reply), traces]).toEqual([['PURPOSE_NOT_ALLOWED'], []]);
    expect(reply.errors?.[0]?.message).toContain('CROSS_BOUNDARY_MOVEMENT, SERIOUS_INCIDENT, BREAK_GLASS');
  });

  test('is not BREAK_GLASS without an alert', async () => {
    const declared = { purpose: 'BREAK_GLASS', reason: 'an emergency' } as const;
    expect(codes(await ask({ ...duty, declared }, query))).toEqual(['PURPOSE_NOT_ALLOWED']);
    expect((await ask({ ...duty, declared, alert: 'alert:1' }, query)).errors).toBeUndefined();
  });

  test('is not asked for what is of no child', async () => {
    expect((await ask(analyst, '{ whoAmI item(id: "o1") { ... on Office { budget } } }')).errors).toBeUndefined();
  });
});

describe('the schema', () => {
  test('is told, and introspected, only to the hub and to who may read it', async () => {
    for (const query of [
      '{ _service { sdl } }',
      '{ ... { a: _service { __typename b: sdl } } motto }',
      '{ __schema { types { name } } }',
      '{ ...F } fragment F on Query { __type(name: "Movement") { name } }',
    ]) {
      const reply = await send(bodyOf(query));
      expect([reply.status, codes(reply), reply.data]).toEqual([403, ['UNAUTHORIZED_FIELD_OR_TYPE'], undefined]);
      expect(reply.errors![0]!.message).toContain('HUB_JWKS');
      expect((await ask(analyst, query)).errors).toBeUndefined();
      expect((await ask({ ...anonymous, isHub: true }, query)).errors).toBeUndefined();
      expect(codes(await ask({ ...duty, isHub: false }, query))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    }
    const reader = requestIdentityOf('analyst', { scopes: ['schema:read'] });
    expect((await ask({ ...reader, isHub: false }, '{ __schema { queryType { name } } }')).errors).toBeUndefined();
    expect(codes(await ask({ ...duty, isHub: false }, '{ __schema { queryType { name } } }'))).toEqual([
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ]);
  });

  test('is not suggested to others', async () => {
    const query = bodyOf('{ mottos movment }');
    expect((await send(query)).text).not.toMatch(/did you mean/i);
    expect((await ask(analyst, '{ mottos }')).text).toMatch(/did you mean/i);
  });
});

describe('the record of access', () => {
  const query = 'query Look { first: movement(id: "m1") { category } movements { category } }';

  test('has one entry for an operation, with who, what, why and which children, and no values', async () => {
    const [entry, ...others] = await recordsOf(() => ask(duty, query));
    expect(others).toEqual([]);
    expect(entry).toEqual({
      kind: 'ACCESS',
      recorder: 'casework',
      requestId: 'request-of-a-test',
      person: 'duty-team-1',
      role: 'duty-team',
      organisation: 'E09000022',
      partnership: 'lambeth',
      purpose: 'CROSS_BOUNDARY_MOVEMENT',
      reason: 'Because a test asks.',
      alert: null,
      operation: 'Look',
      operationHash: expect.stringMatching(/^[\w-]{43}$/),
      fields: ['Movement.category', 'Query.movement', 'Query.movements'],
      refused: [],
      children: ['p1:1:child-of-m1', 'p1:1:child-of-m2'],
      asked: ['m1'],
      outcome: 'ANSWERED',
      coverage: { asked: ['casework'], answered: ['casework'] },
    });
    expect(JSON.stringify(entry)).not.toContain('category of');
  });

  test('tells the gateway which children the answer is about', async () => {
    expect((await ask(duty, query)).extensions).toEqual({
      children: ['p1:1:child-of-m1', 'p1:1:child-of-m2'],
      unseen: [],
    });
    expect((await ask(duty, '{ motto }')).extensions).toBeUndefined();
  });

  test('has what was refused, with the ids that were asked for', async () => {
    const attempts = async () => {
      await ask(analyst, query);
      await ask(analyst, 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }', references('m1'));
    };
    expect(await recordsOf(attempts)).toMatchObject([
      {
        ...{ person: 'analyst-1', fields: [], refused: ['Query.movement', 'Query.movements'] },
        ...{ asked: ['m1'], outcome: 'REFUSED' },
      },
      { person: 'analyst-1', refused: ['Movement'], asked: ['m1'], children: [], outcome: 'REFUSED' },
    ]);
  });

  test('says that an answer was partial', async () => {
    expect(await recordsOf(() => ask(duty, '{ childFile(id: "f1") { id approval } }'))).toMatchObject([
      {
        fields: expect.arrayContaining(['LambethChildFile.id']),
        refused: ['LambethChildFile.approval'],
        outcome: 'PARTIAL',
      },
    ]);
  });

  test('has a child of whom only the __typename was asked', async () => {
    expect(await recordsOf(() => ask(duty, '{ item(id: "m1") { __typename } }'))).toMatchObject([
      { children: ['p1:1:child-of-m1'], outcome: 'ANSWERED' },
    ]);
  });

  test('has a child that was looked for by a reference, and that was not there', async () => {
    const of = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Movement { category } } }';
    expect(await recordsOf(() => ask(duty, of, references('nowhere')))).toMatchObject([
      { person: 'duty-team-1', fields: [], refused: [], children: [], asked: ['nowhere'], outcome: 'REFUSED' },
    ]);
  });

  test('has ids as they were given, without what can be none: a number or a name of a child is not kept', async () => {
    const of = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Movement { category } } }';
    const given = ['943 476 5919', 'Zoe Smith', 'x'.repeat(5000), 'm7', 'm8'];
    const [entry] = await recordsOf(() => ask(duty, of, references(...given)));
    expect(entry!['asked']).toEqual(['(not an id)', 'm7', 'm8']);
  });

  test('has what PostgreSQL would refuse without what it refuses', async () => {
    const declared = { purpose: 'CROSS_BOUNDARY_MOVEMENT', reason: 'moved\0 on \ud83d\u202etoday' } as const;
    const [entry] = await recordsOf(() => ask({ ...duty, declared }, query));
    expect(entry).toMatchObject({ reason: 'moved\ufffd on \ufffd\ufffdtoday', outcome: 'ANSWERED' });
  });

  test('has the id that the hub gave the operation, and none that anybody sends', async () => {
    const body = bodyOf(query);
    const headers = { ...gatewayToken({ ...duty, requestId: 'of-the-hub' }, body), 'x-request-id': 'of-a-client' };
    expect(await recordsOf(() => send(body, headers))).toMatchObject([{ requestId: 'of-the-hub' }]);
  });

  test('has no entry for what touches no child', async () => {
    expect(await recordsOf(() => ask(analyst, '{ motto whoAmI }'))).toEqual([]);
  });

  test('lets nothing leave that it could not record', async () => {
    await runSql(database.adminUrl, 'REVOKE INSERT (body) ON audit.access_record FROM PUBLIC');
    try {
      const reply = await ask(duty, query);
      expect([reply.status, codes(reply), reply.data]).toEqual([200, ['AUDIT_UNAVAILABLE'], null]);
      expect(reply.text).not.toMatch(/category of|child-of/);
      expect((await ask(duty, '{ motto }')).data).toEqual({ motto: 'care' });
    } finally {
      await runSql(database.adminUrl, 'GRANT INSERT (body) ON audit.access_record TO PUBLIC');
    }
  });
});

describe('the start', () => {
  test('is refused without a record of access, where there is data of children', async () => {
    const bare = await createServiceDatabase({ isAudited: false });
    try {
      await expect(serveSubgraph(casework, { DATABASE_URL: bare.url, LOG_LEVEL: 'silent' })).rejects.toThrow(
        'hub audit install',
      );
    } finally {
      await bare.drop();
    }
  });

  test('without the hub’s keys serves what is public, and takes nobody’s word', async () => {
    const unverified = await serveSubgraph(casework, { DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
    try {
      const body = bodyOf('{ motto whoAmI }');
      const headers = { 'content-type': 'application/json', ...gatewayToken(duty, body) };
      const response = await fetch(unverified.url, { method: 'POST', headers, body });
      expect(await response.json()).toMatchObject({ data: { motto: 'care', whoAmI: null } });
      const question = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: bodyOf('{ _service { sdl } }'),
      };
      expect(await (await fetch(unverified.url, question)).json()).toEqual({
        data: { _service: { sdl: expect.any(String) } },
      });
    } finally {
      await unverified.close();
    }
  });
});
