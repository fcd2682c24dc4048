import { join } from 'node:path';
import { isChildLevel, readSigningKeys } from '@hub/access';
import { accessMatrix } from '@hub/registry';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { AccessWalks, objectFields } from '../support/access/access-walks';
import { askerOf, everybodyAt, PARTNERSHIPS, reachesChildren } from '../support/access/asker';
import { withForeignPurpose, withoutPurpose, type Asker } from '../support/access/asker';
import { databaseContents } from '../support/access/database-contents';
import { byPublishedTable } from '../support/access/decision';
import { coordinateOf, fieldPaths, type FieldPath, type Step } from '../support/access/field-paths';
import { knownEntities } from '../support/access/known-entities';
import { operationText } from '../support/access/operation-text';
import { homeDoor, subgraphDoor } from '../support/access/subgraph-door';
import type { Door } from '../support/access/walk-schema';
import { standingTestHub } from '../support/standing/standing-hub';
import { post, type Ask, type AskedHub } from '../support/test-hub';
import { referenceSupergraph } from '../support/reference-schema';

// Every field is asked for by everybody.
jest.setTimeout(300_000);

/** In a list of partnerships it is one's own for one, and another's for the next. */
const LEAVE_OUT = ['HoldsChildRecords.childRecordAccesses', 'HoldsChildRecords.undeliveredMessages'];

const everyRow = accessMatrix(referenceSupergraph().supergraphSdl);
const table = everyRow.filter(({ isAtHome }) => !isAtHome);
const atHome = everyRow.filter(({ isAtHome }) => isAtHome);
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
    const home = await homeDoor({ name, url, keys, entityKeys }, (query, asker) => askAtHome(name, asker)(query));
    homes.set(name, { ...home, leaveOut: LEAVE_OUT });
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
  if (role === null) return (query) => post(testHub.hub.subgraphs.get(partnership)!.url, { query });
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

  it.each(atHome)('$field, which is at home, is not a field to anybody', async ({ type, field }) => {
    const query = `${type.toLowerCase()} { ${field}(input: {}) { movement } }`;
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

  it('what is at home is closed to everybody under a gateway token', () => {
    const door = subgraphs.get(name)!;
    const own = ownRowsAt(door);
    expect(own).toHaveLength(name === 'london-scp' ? 0 : 2);
    for (const asker of everybody) {
      expect(own.filter((row) => door.decide(asker, row) === null)).toEqual([]);
    }
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

  it('every field is open to its own people as its directives say, and nothing that is there for the hub', async () => {
    await walks.walk(`${name}, at home`, homes.get(name)!, own);
  });

  it('what is at home is open to whom the published table says', () => {
    const door = homes.get(name)!;
    for (const row of ownRowsAt(door)) {
      const open = own.filter((asker) => door.decide(asker, row) === null);
      const published = own.filter(({ role }) => role !== null && row.roles[role] === 'own');
      expect([row.field, open]).toEqual([row.field, published]);
      expect(open.map(({ role }) => role)).toEqual(['duty-team', 'conference-chair', 'partnership-system']);
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
      const answer = await post(testHub.hub.subgraphs.get(name)!.url, { query: '{ __typename }' }, headers);
      expect(answer).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });
});

/** The rows of what is at home that a subgraph serves. */
function ownRowsAt({ schema }: Door) {
  return atHome.filter(({ field }) => schema.getMutationType()?.getFields()[field] !== undefined);
}

it('nothing was changed by it all but the record of access', async () => {
  // Figures are published by the clock, not by who asks.
  const withoutFigures = ({ ['london-scp: public.movement_publication']: _figures, ...rest }: Record<string, string>) =>
    rest;
  expect(withoutFigures(await databaseContents(testHub))).toEqual(withoutFigures(before));
});
