import { createHash } from 'node:crypto';
import { AuditLog } from '@hub/audit';
import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { ask } from '../../testing/ask';
import { gatewayDatabase, type GatewayDatabase } from '../../testing/gateway-database';
import { guardedLambeth, guardedLondon } from '../../testing/guarded-london';
import { operationsFolder } from '../../testing/operations-folder';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity } from '../../testing/toy-identity';
import { startGateway, type RunningGateway } from '../gateway-server';

const NOTICES = 'query Notices { notices { id title } }';
const BODIES = {
  '01-notices': NOTICES,
  '02-budget': 'query Budget { budget { total } }',
  '03-movements': 'query Mine { movements { id title } }',
  '04-notice': 'query One($id: ID!) { notice(id: $id) { title } }',
  '05-partnership': 'query Partnership { partnership { priorities } }',
};
const WHY = { 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': 'Placed with an aunt in Havering.' };
const idOf = (text: string) => createHash('sha256').update(text).digest('hex');
const [london, lambeth] = [guardedLondon(), guardedLambeth()];
const toys = [london, lambeth];

let identity: ToyIdentity;
let testDatabase: TestDatabase;
let database: GatewayDatabase;
let folder: Awaited<ReturnType<typeof operationsFolder>>;
let gateway: RunningGateway;
/** One that answers nothing else. */
let closed: RunningGateway;

beforeAll(async () => {
  identity = await ToyIdentity.create();
  testDatabase = await createTestDatabase();
  database = await gatewayDatabase(testDatabase.url);
  folder = await operationsFolder(BODIES);
  await Promise.all(toys.map((toy) => toy.start()));
  const log = pino({ level: 'silent' });
  const start = (env: Record<string, string>) =>
    startGateway(toyConfig(toys, { ...identity.env, DATABASE_URL: database.url, ...env }), log, folder.path);
  gateway = await start({});
  closed = await start({ SAVED_OPERATIONS_ONLY: '1' });
});
beforeEach(() => {
  for (const toy of toys) toy.reply = undefined;
});
afterAll(async () => {
  await gateway?.stop();
  await closed?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
  await folder?.remove();
  await database?.end(() => testDatabase.drop());
  await identity?.remove();
});

/** Sends a request, and reads the answer. */
async function sent(path: string, init: RequestInit = {}, { url } = gateway) {
  const response = await fetch(`${url}${path}`, init);
  const text = await response.text();
  const body = text === '' ? undefined : (JSON.parse(text) as { data?: unknown; errors?: { extensions: object }[] });
  return { status: response.status, headers: response.headers, body };
}
const posted = (body: object, { url } = gateway, headers: Record<string, string> = {}) =>
  sent(
    '/graphql',
    { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } },
    { url } as RunningGateway,
  );
const codeIn = ({ body }: Awaited<ReturnType<typeof sent>>) => body?.errors?.map(({ extensions }) => extensions);
const analyst = () => identity.as({ role: 'analyst' });
const duty = async () => ({ ...(await identity.as({ role: 'duty-team', partnership: 'lambeth' })), ...WHY });

describe('a saved operation', () => {
  it('is answered as its document is, by its id, its name, and as Apollo’s clients send its id', async () => {
    const asDocument = await posted({ query: NOTICES });
    const asked = [
      { documentId: `sha256:${idOf(NOTICES)}` },
      { documentId: '01-notices', query: null },
      { extensions: { persistedQuery: { version: 1, sha256Hash: idOf(NOTICES) } } },
    ];
    expect(asDocument.body).toEqual({ data: { notices: [{ id: 'n1', title: 'A new edition' }] } });
    for (const body of asked) expect((await posted(body)).body).toEqual(asDocument.body);
  });

  it('is answered by GET in the words of GraphQL over HTTP, of Apollo, and at an address of its own', async () => {
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: idOf(NOTICES) } });
    const noPage = { headers: { 'apollo-require-preflight': '1' } };
    const { body } = await posted({ query: NOTICES });
    expect((await sent(`/graphql?documentId=sha256:${idOf(NOTICES)}`, noPage)).body).toEqual(body);
    expect((await sent(`/graphql?extensions=${encodeURIComponent(extensions)}`, noPage)).body).toEqual(body);
    for (const name of ['01-notices', idOf(NOTICES), `sha256:${idOf(NOTICES)}`]) {
      expect((await sent(`/operations/${name}`)).body).toEqual(body);
    }
  });

  it('takes its variables from the address, and says what is wrong with them', async () => {
    const at = (variables: string) => sent(`/operations/04-notice?variables=${encodeURIComponent(variables)}`);
    expect((await at('{"id":"n1"}')).body).toEqual({ data: { notice: { title: 'A new edition' } } });
    for (const bad of ['n1', '["n1"]', 'null', '{']) {
      expect(await at(bad)).toMatchObject({
        status: 400,
        body: { errors: [{ extensions: { code: 'VARIABLES_UNREADABLE' } }] },
      });
    }
    expect(await at('{}')).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });

  it('that is not known is refused by its code, wherever it is asked for', async () => {
    const refused = { status: 404, body: { errors: [{ extensions: { code: 'SAVED_OPERATION_UNKNOWN' } }] } };
    expect(await posted({ documentId: `sha256:${idOf('{ x }')}` })).toMatchObject(refused);
    expect(await posted({ documentId: 7 })).toMatchObject(refused);
    expect(await sent('/operations/06-nothing')).toMatchObject(refused);
  });

  it('that is not known is not Apollo’s to register: its client is told to send the document', async () => {
    const body = { extensions: { persistedQuery: { version: 1, sha256Hash: idOf('{ x }') } } };
    expect(codeIn(await posted(body))).toEqual([{ code: 'PERSISTED_QUERY_NOT_SUPPORTED' }]);
  });

  it('is listed with all others as a manifest', async () => {
    const { body } = await sent('/operations');
    expect(body).toMatchObject({ format: 'apollo-persisted-query-manifest', version: 1 });
    expect((body as { operations?: object[] }).operations).toContainEqual({
      ...{ id: idOf(NOTICES), name: 'Notices', type: 'query', body: NOTICES },
    });
  });

  it('is answered to whom its document is, and to nobody else', async () => {
    expect(codeIn(await sent('/operations/02-budget'))).toMatchObject([{ code: 'UNAUTHORIZED_FIELD_OR_TYPE' }]);
    expect((await sent('/operations/02-budget', { headers: await analyst() })).body).toEqual({
      data: { budget: { total: 100 } },
    });
    const bad = await sent('/operations/01-notices', { headers: { authorization: 'Bearer x' } });
    expect(bad).toMatchObject({ status: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
  });

  it('on single children takes a purpose, and is on record', async () => {
    const records = new AuditLog(database.run, 'test');
    const without = await sent('/operations/03-movements', {
      headers: await identity.as({ role: 'duty-team', partnership: 'lambeth' }),
    });
    expect(codeIn(without)).toMatchObject([{ code: 'PURPOSE_REQUIRED' }]);
    const { status, headers } = await sent('/operations/03-movements', { headers: await duty() });
    expect(status).toBe(200);
    const entries = await records.search({ requestId: headers.get('x-request-id')! }, { first: 10 });
    expect(entries).toMatchObject([{ role: 'duty-team', operation: 'Mine', outcome: 'ANSWERED' }]);
  });
});

describe('the answer to a saved operation', () => {
  const kept = ({ headers }: { headers: Headers }) => ({
    cache: headers.get('cache-control'),
    tag: headers.get('etag'),
    vary: headers.get('vary')?.split(', ') ?? [],
  });

  it('is anybody’s to keep for a minute where it was answered without a token', async () => {
    const { cache, tag, vary } = kept(await sent('/operations/01-notices'));
    expect(cache).toBe('public, max-age=60');
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/);
    expect(vary).toEqual(expect.arrayContaining(['accept', 'authorization']));
  });

  it('is its client’s alone to keep where it was answered to a token, and to be asked about each time', async () => {
    for (const name of ['01-notices', '02-budget']) {
      const answer = await sent(`/operations/${name}`, { headers: await analyst() });
      expect(kept(answer)).toMatchObject({ cache: 'private, no-cache', tag: expect.any(String) });
      expect(kept(answer).vary).toEqual(expect.arrayContaining(['accept', 'authorization']));
    }
  });

  it('is not sent again to who has it, by any of the tags that it names', async () => {
    const headers = await analyst();
    const { tag } = kept(await sent('/operations/02-budget', { headers }));
    for (const known of [tag!, tag!.replace('W/', ''), `"other", ${tag!}`]) {
      const again = await sent('/operations/02-budget', { headers: { ...headers, 'if-none-match': known } });
      expect(again).toMatchObject({ status: 304, body: undefined });
      expect(kept(again)).toMatchObject({ cache: 'private, no-cache', tag });
    }
    expect(await sent('/operations/02-budget', { headers: { ...headers, 'if-none-match': '"other"' } })).toMatchObject({
      status: 200,
    });
  });

  it('is not had any more once its token is not accepted, or its role is another', async () => {
    const { tag } = kept(await sent('/operations/02-budget', { headers: await analyst() }));
    const has = { 'if-none-match': tag! };
    const expired = await identity.as({ ttlSeconds: -120 });
    expect(await sent('/operations/02-budget', { headers: { ...expired, ...has } })).toMatchObject({ status: 401 });
    const other = await sent('/operations/02-budget', {
      headers: { ...(await identity.as({ role: 'duty-team', partnership: 'lambeth' })), ...has },
    });
    expect(codeIn(other)).toMatchObject([{ code: 'UNAUTHORIZED_FIELD_OR_TYPE' }]);
    expect(kept(other)).toMatchObject({ cache: 'no-store', tag: null });
  });

  it('is nobody’s to keep where it is on single children, or on record as refused', async () => {
    for (const headers of [await duty(), await analyst(), {}]) {
      const answer = await sent('/operations/03-movements', { headers });
      expect(kept(answer)).toMatchObject({ cache: 'no-store', tag: null });
    }
  });

  it('is nobody’s to keep where something is missing', async () => {
    expect(kept(await sent('/operations/05-partnership'))).toMatchObject({ cache: 'public, max-age=60' });
    lambeth.reply = { status: 500, body: '' };
    const answer = await sent('/operations/05-partnership');
    expect(codeIn(answer)).toMatchObject([{ code: 'SUBGRAPH_UNAVAILABLE' }]);
    expect(kept(answer)).toMatchObject({ cache: 'no-store', tag: null });
  });
});

describe('a gateway that answers saved operations alone', () => {
  const refused = { status: 403, body: { errors: [{ extensions: { code: 'SAVED_OPERATIONS_ONLY' } }] } };

  it('answers them by id, by name, and as they are written', async () => {
    const asked = [
      { documentId: '01-notices' },
      { query: NOTICES },
      { extensions: { persistedQuery: { version: 1, sha256Hash: idOf(NOTICES) } } },
    ];
    for (const body of asked)
      expect(await posted(body, closed)).toMatchObject({ status: 200, body: { data: { notices: [{ id: 'n1' }] } } });
    expect(await sent('/operations/01-notices', {}, closed)).toMatchObject({ status: 200 });
  });

  it.each([
    ['another question', '{ notices { id } }'],
    ['a saved one with a change', `${NOTICES} `],
    ['introspection', '{ __schema { types { name } } }'],
    ['a mutation', 'mutation { subscribe(email: "a@example.org") }'],
    ['what does not parse', '{'],
  ])('refuses %s', async (_, query) => {
    expect(await posted({ query }, closed, await identity.as())).toMatchObject(refused);
    const address = `/graphql?query=${encodeURIComponent(query)}`;
    expect(await sent(address, { headers: { 'apollo-require-preflight': '1' } }, closed)).toMatchObject(refused);
  });

  it('refuses an unknown id, and does not ask for the document', async () => {
    const body = { extensions: { persistedQuery: { version: 1, sha256Hash: idOf('{ x }') } } };
    expect(await posted(body, closed)).toMatchObject({
      status: 404,
      body: { errors: [{ extensions: { code: 'SAVED_OPERATION_UNKNOWN' } }] },
    });
  });

  it('does not tell which types there are', async () => {
    expect(await sent('/graphql/possible-types.json')).toMatchObject({ status: 200 });
    expect(await sent('/graphql/possible-types.json', {}, closed)).toMatchObject({ status: 404 });
  });

  it('is not one by default', async () => {
    expect((await ask(gateway.url, '{ notices { id } }')).status).toBe(200);
  });
});
