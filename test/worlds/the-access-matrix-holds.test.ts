import { join } from 'node:path';
import { isChildLevel, readSigningKeys, type SigningKeys } from '@hub/access';
import { accessMatrix, type AccessRow } from '@hub/registry';
import {
  buildClientSchema,
  getIntrospectionQuery,
  isObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { everybodyAt, reachesChildren, withForeignPurpose, withoutPurpose } from '../support/access/asker';
import { PARTNERSHIPS, type Asker } from '../support/access/asker';
import { databaseContents } from '../support/access/database-contents';
import { byPublishedTable } from '../support/access/decision';
import { fieldPaths } from '../support/access/field-paths';
import { knownEntities } from '../support/access/known-entities';
import { operationText, type Representations } from '../support/access/operation-text';
import { subgraphDoor } from '../support/access/subgraph-door';
import { walkSchema, type Door, type Walked } from '../support/access/walk-schema';
import { startWorld, type Ask, type HubWorld } from '../support/hub-world';
import { referenceSupergraph } from '../support/reference-schema';

/** Every field of the schema is asked for. */
const LONG = 240_000;

/** In a list of partnerships it is one's own for one, and another's for the next. */
const LEAVE_OUT = ['HoldsChildRecords.childRecordAccesses'];

const REFUSED = 'UNAUTHORIZED_FIELD_OR_TYPE';
const SUBGRAPHS = ['london-scp', ...PARTNERSHIPS];

let world: HubWorld;
let table: AccessRow[];
let gateway: Door;
let entityKeys: Representations;
let keys: SigningKeys;
let before: Record<string, string>;
/** What was walked, for the summary. */
const done: { door: string; askers: number; checks: number; requests: number }[] = [];

beforeAll(async () => {
  world = await startWorld();
  table = accessMatrix(referenceSupergraph().supergraphSdl);
  const { data } = await world.as('analyst')(getIntrospectionQuery());
  const schema = buildClientSchema(data as IntrospectionQuery);
  gateway = {
    ...{ schema, maySelect: byPublishedTable(table, schema), entities: {}, leaveOut: LEAVE_OUT },
    ask: (query, asker) => askAs(asker)(query),
  };
  entityKeys = await knownEntities(world);
  keys = await readSigningKeys(join(world.hub.home, 'identity', 'hub-keys.json'));
  before = await databaseContents(world);
}, LONG);

afterAll(async () => {
  const lines = done.map(
    ({ door, askers, checks, requests }) =>
      `  ${door}: ${checks} fields by ${askers} askers, in ${requests} requests\n`,
  );
  process.stdout.write(`The access matrix was walked:\n${lines.join('')}`);
  await world?.end();
});

const asks = new Map<string, Ask>();
function askAs({ name, role, partnership, organisation, purpose }: Asker): Ask {
  if (role === null) return world.ask;
  const person = name.replaceAll(' ', '-');
  const who = { person, organisation, ...(partnership && { partnership }), ...(purpose && { purpose }) };
  const ask = asks.get(name) ?? world.as(role, who);
  asks.set(name, ask);
  return ask;
}

/** Walks as each; every answer must be as decided, and every field of every object be among them. */
async function walkAs(name: string, door: Door, askers: readonly Asker[]): Promise<Walked[]> {
  const walks: Walked[] = [];
  for (const asker of askers) walks.push(await walkSchema(door, asker));
  expect(walks.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(walks.flatMap(({ unseen }) => unseen)).toEqual([]);
  expect(walks.flatMap(({ failures }) => failures)).toEqual([]);
  for (const { fields } of walks) expect(fields).toEqual(expect.arrayContaining(fieldsOf(door.schema)));
  done.push({
    ...{ door: name, askers: askers.length },
    checks: walks.reduce((sum, { fields }) => sum + fields.length, 0),
    requests: walks.reduce((sum, { requests }) => sum + requests, 0),
  });
  return walks;
}

/** Every field of every object, but for what federation itself and introspection add. */
function fieldsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
    .filter((coordinate) => !coordinate.includes('._'));
}

describe('through the gateway', () => {
  it(
    'every field of every object is open to whom the published table says, and to nobody else',
    async () => {
      expect(table.map(({ type, field }) => `${type}.${field}`).sort()).toEqual(fieldsOf(gateway.schema).sort());
      const walks = await walkAs('the gateway', gateway, everybodyAt('lambeth'));
      for (const { codes } of walks) expect([...codes]).toEqual([REFUSED]);
    },
    LONG,
  );

  const reaching = everybodyAt('lambeth', []).filter(reachesChildren);

  it('a scope that reaches single children is with roles that may declare a purpose, and with no others', () => {
    expect(reaching.map(({ role }) => role)).toEqual(
      everybodyAt('lambeth', []).flatMap(({ role, purpose }) => (purpose ? [role] : [])),
    );
  });

  it.each(reaching)(
    '$name is asked for a purpose by every child-level field',
    async (asker) => {
      const childLevel = new Set(
        table.filter(({ requirement }) => isChildLevel(requirement)).map(({ type, field }) => `${type}.${field}`),
      );
      const isOpen = (step: { type: string; field: string }) => gateway.maySelect(asker, step);
      const open = fieldPaths(gateway.schema, isOpen).filter(
        ({ coordinate, steps }) => childLevel.has(coordinate) && steps.every(isOpen),
      );
      expect(open.length).toBeGreaterThan(10);
      for (const path of open) {
        const query = operationText(gateway.schema, [path], {});
        expect(await codesOf(withoutPurpose(asker), query)).toEqual(['PURPOSE_REQUIRED']);
      }
      const [all] = [
        operationText(
          gateway.schema,
          open.filter(({ steps }) => steps[0]!.type === 'Query'),
          {},
        ),
      ];
      expect(await codesOf(withForeignPurpose(asker), all)).toEqual(['PURPOSE_NOT_ALLOWED']);
    },
    LONG,
  );

  /** Codes of an operation that is refused as a whole. */
  async function codesOf(asker: Asker, query: string) {
    const { data, errors } = await askAs(asker)(query);
    expect(data ?? null).toBeNull();
    return errors?.map(({ extensions }) => extensions?.code);
  }
});

describe.each(SUBGRAPHS)('directly at %s', (name) => {
  const partnership = name === 'london-scp' ? 'lambeth' : name;
  const other = partnership === 'havering' ? 'lambeth' : 'havering';
  const everybody = everybodyAt(partnership, [other]);
  const reaching = everybody.filter(reachesChildren);
  let door: Door;

  beforeAll(async () => {
    const { url } = world.hub.subgraphs.get(name)!;
    door = { ...(await subgraphDoor({ name, url, keys, entityKeys })), leaveOut: LEAVE_OUT };
  });

  it(
    'every field is open to whom its own directives say, whatever the gateway let through',
    async () => {
      const walks = await walkAs(name, door, everybody);
      for (const { codes } of walks) expect([...codes]).toEqual([REFUSED]);
    },
    LONG,
  );

  it(
    'every child-level field asks for a purpose, and for one of the role',
    async () => {
      const without = await walkAs(`${name}, without a purpose`, door, reaching.map(withoutPurpose));
      for (const { codes } of without) expect([...codes].sort()).toEqual(['PURPOSE_REQUIRED', REFUSED]);
      const foreign = await walkAs(`${name}, for a purpose of others`, door, reaching.map(withForeignPurpose));
      for (const { codes } of foreign) expect([...codes].sort()).toEqual(['PURPOSE_NOT_ALLOWED', REFUSED]);
    },
    LONG,
  );

  it("nobody's own token opens anything", async () => {
    for (const { role, partnership: own, organisation } of everybody) {
      if (role === null) continue;
      const token = await world.hub.token(role, { organisation, ...(own && { partnership: own }) });
      const response = await fetch(world.hub.subgraphs.get(name)!.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });
});

it('nothing was changed by it all but the record of access', async () => {
  expect(await databaseContents(world)).toEqual(before);
});
