import { join } from 'node:path';
import { isChildLevel, readSigningKeys, signGatewayToken } from '@hub/access';
import { accessMatrix, ownApiMatrix } from '@hub/registry';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { AccessWalks, objectFields } from '../support/access/access-walks';
import { askerOf, everybodyAt, PARTNERSHIPS, reachesChildren } from '../support/access/asker';
import { withForeignPurpose, withoutPurpose, type Asker } from '../support/access/asker';
import { databaseContents } from '../support/access/database-contents';
import { byPublishedTable } from '../support/access/decision';
import { coordinateOf, fieldPaths, type FieldPath, type Step } from '../support/access/field-paths';
import { knownEntities } from '../support/access/known-entities';
import { operationText } from '../support/access/operation-text';
import { ownApiDoor, subgraphDoor } from '../support/access/subgraph-door';
import type { Door } from '../support/access/walk-schema';
import { standingTestHub } from '../support/standing/standing-hub';
import { post, type Ask, type AskedHub } from '../support/test-hub';
import { requestIdentityOf } from '../support/request-identities';
import { ownApis, referenceSupergraph } from '../support/reference-schema';

// Every field is asked for by everybody.
/** In a list of partnerships it is one's own for one, and another's for the next. */
const LEAVE_OUT = ['HoldsChildRecords.childRecordAccesses', 'HoldsChildRecords.undeliveredMessages'];

const table = accessMatrix(referenceSupergraph().supergraphSdl);
const tablesAtHome = new Map(ownApis.map(({ name, sdl }) => [name, ownApiMatrix(sdl, name)]));
/** What London records at the hub; of that a partnership may record the same at home. */
const recordedByLondon = new Set(table.flatMap(({ type, field }) => (type === 'Mutation' ? field : [])));
/** What a partnership's own people and system record, and they alone. */
const recordedAtHome = tablesAtHome
  .get('lambeth')!
  .filter(({ type, field }) => type === 'Mutation' && !recordedByLondon.has(field));
const walks = new AccessWalks();
const asks = new Map<string, Ask>();
let testHub: AskedHub;
let gateway: Door;
const subgraphs = new Map<string, Door>();
const homes = new Map<string, Door>();
let before: Record<string, string>;

beforeAll(async () => {
  testHub = await standingTestHub();
  const { data } = await testHub.as('analyst')(getIntrospectionQuery());
  const schema = buildClientSchema(data as IntrospectionQuery);
  gateway = {
    ...{ schema, decide: byPublishedTable(table, schema), entities: {}, leaveOut: LEAVE_OUT },
    ask: (query, asker) => askAs(asker)(query),
  };
  const entityKeys = await knownEntities(testHub);
  const keys = await readSigningKeys(join(testHub.hub.home, 'identity', 'hub-keys.json'));
  for (const [name, { url }] of testHub.hub.subgraphs) {
    subgraphs.set(name, { ...(await subgraphDoor({ name, url, keys, entityKeys })), leaveOut: LEAVE_OUT });
  }
  for (const name of PARTNERSHIPS) {
    homes.set(
      name,
      ownApiDoor(name, (query, asker) => askAtHome(name, asker)(query)),
    );
  }
  before = await databaseContents(testHub);
});
afterAll(async () => {
  process.stdout.write(`${walks.summary}\n`);
  await testHub?.end();
});

function askAs({ name, role, partnership, organisation, purpose }: Asker): Ask {
  if (role === null) return testHub.ask;
  const who = { person: name.replaceAll(' ', '-'), organisation, ...(partnership && { partnership }) };
  const ask = asks.get(name) ?? testHub.as(role, { ...who, ...(purpose && { purpose }) });
  asks.set(name, ask);
  return ask;
}

function askAtHome(partnership: string, { name, role, organisation, purpose }: Asker): Ask {
  if (role === null) return (query) => post(testHub.hub.subgraphs.get(partnership)!.ownUrl!, { query });
  const who = { person: name.replaceAll(' ', '-'), organisation, ...(purpose && { purpose }) };
  const ask = asks.get(`${name} at home`) ?? testHub.atHome(partnership, role, who);
  asks.set(`${name} at home`, ask);
  return ask;
}

describe('through the gateway', () => {
  const everybody = everybodyAt('lambeth', []);
  const reaching = everybody.filter(reachesChildren);

  it('the table that is published is of every field that there is', () => {
    const published = table.map(coordinateOf);
    expect(published.sort()).toEqual(objectFields(gateway.schema).map(coordinateOf).sort());
  });

  it('every field is open to whom the published table says, and to nobody else', async () => {
    await walks.walk('the gateway', gateway, everybodyAt('lambeth'));
  });

  it.each(recordedAtHome)('$field, which is at home, is not a field to anybody', async ({ field }) => {
    const query = `mutation { ${field}(input: {}) { userErrors { code } } }`;
    for (const asker of everybody) {
      const { data, errors } = await gateway.ask(query, asker);
      expect([asker.name, data]).toEqual([asker.name, undefined]);
      expect(errors!.map(({ message }) => message)).toContainEqual(
        expect.stringContaining(`Cannot query field "${field}"`),
      );
    }
  });

  it('whoever has a scope that reaches single children may declare a purpose, and nobody else may', () => {
    expect(reaching).toEqual(everybody.filter(({ purpose }) => purpose !== undefined));
  });

  it.each(reaching)('$name is asked for a purpose by every child-level field', async (asker) => {
    const isOpen = (step: Step) => gateway.decide(asker, step) === null;
    const childLevel = table.filter(({ requirement }) => isChildLevel(requirement)).map(coordinateOf);
    const open = fieldPaths(gateway.schema, isOpen).filter(
      ({ coordinate, steps }) => childLevel.includes(coordinate) && steps.every(isOpen),
    );
    expect(open.length).toBeGreaterThan(10);
    for (const path of open) {
      expect(await wholeRefusal(withoutPurpose(asker), [path])).toBe('PURPOSE_REQUIRED');
    }
    const questions = open.filter(({ steps: [root] }) => root?.type === 'Query');
    expect(await wholeRefusal(withForeignPurpose(asker), questions)).toBe('PURPOSE_NOT_ALLOWED');
  });

  /** The code by which an operation is refused as a whole. */
  async function wholeRefusal(asker: Asker, paths: readonly FieldPath[]) {
    const { data, errors } = await gateway.ask(operationText(gateway.schema, paths, {}), asker);
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    return errors![0]!.extensions?.code;
  }
});

describe.each(['london-scp', ...PARTNERSHIPS])('directly at %s', (name) => {
  const partnership = name === 'london-scp' ? 'lambeth' : name;
  const everybody = everybodyAt(partnership, [partnership === 'havering' ? 'lambeth' : 'havering']);
  const reaching = everybody.filter(reachesChildren);

  it('every field is open to whom its directives say, to a gateway token that is not for the hub itself', async () => {
    await walks.walk(name, subgraphs.get(name)!, everybody);
  });

  it('what is recorded at home is no field', () => {
    const { schema } = subgraphs.get(name)!;
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(recordedAtHome.filter(({ field }) => mutations.includes(field))).toEqual([]);
    expect(mutations.length > 0).toBe(name === 'london-scp');
  });

  it('its directives open nothing that the published table closes', () => {
    const door = subgraphs.get(name)!;
    const published = new Set(objectFields(gateway.schema).map(coordinateOf));
    const shared = objectFields(door.schema).filter((step) => published.has(coordinateOf(step)));
    expect(shared.length).toBeGreaterThan(100);
    for (const asker of everybody) {
      const opened = shared.filter((step) => door.decide(asker, step) === null && gateway.decide(asker, step) !== null);
      expect([asker.name, ...opened]).toEqual([asker.name]);
    }
  });

  it('every child-level field asks for a purpose, and for one of the role', async () => {
    await walks.walk(`${name}, without a purpose`, subgraphs.get(name)!, reaching.map(withoutPurpose));
    await walks.walk(`${name}, for a purpose of others`, subgraphs.get(name)!, reaching.map(withForeignPurpose));
  });

  it("no caller's own token is taken", async () => {
    for (const { role, partnership: own, organisation } of everybody) {
      if (role === null) continue;
      const token = await testHub.hub.token(role, { organisation, ...(own && { partnership: own }) });
      const response = await fetch(testHub.hub.subgraphs.get(name)!.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });
});

describe.each(PARTNERSHIPS)('at home, at %s', (name) => {
  const everybody = everybodyAt(name, []);
  const own = everybody.filter(({ role, partnership }) => role === null || partnership === name);
  const others = everybody.filter(({ role, partnership }) => role !== null && partnership !== name);

  it('every field is open to its own people as its directives say', async () => {
    await walks.walk(`${name}, at home`, homes.get(name)!, own);
  });

  it('which is as the published table has it', () => {
    const door = homes.get(name)!;
    for (const row of tablesAtHome.get(name)!) {
      const open = own.filter((asker) => door.decide(asker, row) === null);
      const published = own.filter(({ role }) => (role === null ? row.anonymous === 'yes' : row.roles[role] === 'own'));
      // A token may carry a scope, and the question no purpose of the role.
      expect([row.field, open.filter((asker) => !published.includes(asker))]).toEqual([row.field, []]);
    }
  });

  it('no gateway token is taken, whoever it names', async () => {
    const keys = await readSigningKeys(join(testHub.hub.home, 'identity', 'hub-keys.json'));
    const body = { query: '{ partnership { id } }' };
    for (const isHub of [true, false]) {
      const identity = { ...requestIdentityOf('duty-team', { partnership: name }), isHub };
      const token = signGatewayToken(keys, identity, { subgraph: name, body: JSON.stringify(body) });
      const url = testHub.hub.subgraphs.get(name)!.ownUrl!;
      const answer = await post(url, body, { authorization: `Bearer ${token}` });
      expect(answer).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  it('whoever has no partnership is not let in, nor whose token is made for another', async () => {
    expect(others.length).toBeGreaterThan(3);
    const elsewhere = PARTNERSHIPS.find((one) => one !== name)!;
    const tokens = [
      ...others.map(({ role, organisation }) => testHub.hub.token(role!, { organisation })),
      testHub.hub.token('duty-team', {
        ...{ organisation: askerOf('duty-team', elsewhere).organisation, partnership: elsewhere, at: elsewhere },
      }),
    ];
    for (const token of await Promise.all(tokens)) {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await post(testHub.hub.subgraphs.get(name)!.ownUrl!, { query: '{ __typename }' }, headers);
      expect(answer).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });
});

it('nothing was changed by it all but the record of access', async () => {
  // Figures are published by the clock, not by who asks.
  const withoutFigures = ({ ['london-scp: public.movement_publication']: _figures, ...rest }: Record<string, string>) =>
    rest;
  expect(withoutFigures(await databaseContents(testHub))).toEqual(withoutFigures(before));
});
