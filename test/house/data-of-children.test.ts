import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isChildLevelScope, ROLE_NAMES, scopesOf } from '@hub/access';
import { accessMatrix, ownApiMatrix, type AccessRow } from '@hub/registry';
import { createDataSource, type SubgraphDefinition } from '@hub/subgraph-kit';
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import type { DataSource } from 'typeorm';
import { lambeth as lambethSubgraph } from '../../subgraphs/lambeth/src/lambeth';
import { londonScp as londonScpSubgraph } from '../../subgraphs/london-scp/src/london-scp';
import { readMoveData } from '../../subgraphs/london-scp/src/movements/exchange/read-move-data';
import {
  HELD_BY_A_PARTNERSHIP,
  HELD_BY_LONDON_SCP,
  HELD_OF_A_STEP,
  type HeldColumns,
} from '../support/held-of-children';
import { ownApis, referenceSupergraph } from '../support/reference-schema';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const REFERENCE = join(__dirname, '../../docs/reference/schema');

let london: DataSource;
let lambeth: DataSource;
const databases: TestDatabase[] = [];
beforeAll(async () => {
  [london, lambeth] = [await migrated(londonScpSubgraph), await migrated(lambethSubgraph)];
});
afterAll(async () => {
  for (const dataSource of [london, lambeth]) await dataSource?.destroy();
  for (const database of databases) await database.drop();
});

async function migrated(definition: SubgraphDefinition): Promise<DataSource> {
  const database = await createTestDatabase();
  databases.push(database);
  const dataSource = await createDataSource(definition, database.url).initialize();
  await dataSource.runMigrations();
  return dataSource;
}

/** Columns of tables that are, by name, about children; and of all others those that look it. */
async function heldIn(dataSource: DataSource) {
  const rows = await dataSource.query<{ table: string; column: string }[]>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const isAbout = (name: string) => /child|movement|responsib|arrival|pseudonym|sibling|nhs|birth/.test(name);
  const held: Record<string, string[]> = {};
  for (const { table, column } of rows) {
    if (isAbout(table) || isAbout(column)) (held[table] ??= []).push(column);
  }
  return sortedColumns(held);
}

function sortedColumns(columns: Readonly<Record<string, readonly string[]>>) {
  return Object.fromEntries(Object.entries(columns).map(([table, names]) => [table, [...names].sort()]));
}

function said(held: HeldColumns) {
  return sortedColumns(
    Object.fromEntries(Object.entries(held).map(([table, columns]) => [table, Object.keys(columns)])),
  );
}

/** The network address from which somebody without a token asked: of a caller, and of no child. */
const OF_A_STRANGER = 'AccessRecord.address';

describe('of a child', () => {
  it('the London SCP holds this of each movement, and no more', async () => {
    expect(await heldIn(london)).toEqual(said(HELD_BY_LONDON_SCP));
  });

  it('a partnership holds this of each side that it has of a movement, and no more', async () => {
    expect(await heldIn(lambeth)).toEqual(said(HELD_BY_A_PARTNERSHIP));
  });

  it('a step says this, wherever it is kept, and what it says beside is refused', () => {
    const everything = Object.keys(HELD_OF_A_STEP);
    expect(everything.filter((name) => /nhs|birth|address|postcode|surname|forename/i.test(name))).toEqual([]);
    for (const name of [...everything, 'nhsNumber']) {
      const read = readMoveData(JSON.stringify({ [name]: {} }));
      const isKnown = !('problem' in read) || read.problem !== 'is nothing that a move says';
      const isOfTheMessage = MESSAGE.includes(name);
      expect([name, isKnown]).toEqual([name, name !== 'nhsNumber' && !isOfTheMessage]);
    }
  });

  it('the hub shows no number, birthday or address, and takes none', () => {
    const api = buildSchema(readFileSync(join(REFERENCE, 'api.graphql'), 'utf8'));
    expect(namesIn(api).length).toBeGreaterThan(500);
    expect(namesIn(api).filter(isPersonal)).toEqual([OF_A_STRANGER]);
  });

  it('where the hub asks it a partnership shows none either, and takes none', () => {
    const sdl = readFileSync(join(REFERENCE, 'lambeth.graphql'), 'utf8');
    expect(namesIn(buildSchema(sdl, { assumeValidSDL: true })).filter(isPersonal)).toEqual([OF_A_STRANGER]);
  });

  it('a partnership shows none at home, and takes a number and a birthday there with two mutations alone, and a number with a third and a look-up', () => {
    const home = buildSchema(ownApiOf('lambeth'), { assumeValidSDL: true });
    expect(namesIn(home).filter(isPersonal).sort()).toEqual([
      OF_A_STRANGER,
      'LinkChildInput.nhsNumber',
      'LookUpChildInput.nhsNumber',
      ...['NotifyMovementInput.dateOfBirth', 'NotifyMovementInput.nhsNumber'],
      ...['RecordArrivalInput.dateOfBirth', 'RecordArrivalInput.nhsNumber'],
    ]);
    const fields = [home.getMutationType()!, home.getQueryType()!].flatMap((root) => Object.values(root.getFields()));
    const taking = fields.filter(({ args }) =>
      args.some(({ type }) =>
        /^(LinkChild|NotifyMovement|RecordArrival|LookUpChild)Input$/.test(getNamedType(type).name),
      ),
    );
    expect(taking.map(({ name }) => name)).toEqual(['notifyMovement', 'recordArrival', 'linkChild', 'childLookUp']);
  });

  it("these mutations alone reach a single child: eight at the hub, none of them a partnership's, and nine at home", () => {
    const reaching = (rows: readonly AccessRow[]) =>
      rows
        .filter(({ type, requirement }) => type === 'Mutation' && requirement.scopes.flat().some(isChildLevelScope))
        .map(({ field }) => field)
        .sort();
    expect(reaching(accessMatrix(referenceSupergraph().supergraphSdl))).toEqual([
      ...['acknowledgeMovementDeliveries', 'answerArrival', 'answerResponsibilityClaim', 'closeBreakGlassAlert'],
      ...['recordArrivals', 'recordMovementMessages', 'reportMovementDeliveries', 'settleRefusedMessage'],
    ]);
    for (const { name, sdl } of ownApis) {
      expect(reaching(ownApiMatrix(sdl, name))).toEqual([
        ...['amendNotice', 'answerArrivalQuestion', 'answerClaim', 'linkChild', 'notifyMovement', 'recordArrival'],
        ...['settleRefusedStep', 'takeMovementStep', 'updateChildRecord'],
      ]);
    }
  });

  it('three roles may read movements, two of them records too, and four read who looked', () => {
    const rolesWith = (...scopes: string[]) =>
      ROLE_NAMES.filter((role) => scopesOf(role, 'lambeth').some((scope) => scopes.includes(scope)));
    expect(rolesWith('movements:read')).toEqual(['duty-team', 'conference-chair', 'partnership-system']);
    expect(rolesWith('child-records:read')).toEqual(['duty-team', 'conference-chair']);
    expect(rolesWith('audit:read', 'audit:own')).toEqual([
      ...['partnership-system', 'privacy-officer', 'partnership-privacy-officer', 'auditor'],
    ]);
    expect(rolesWith('alerts:close')).toEqual(['privacy-officer']);
  });

  it('looking at who looked is of that level too', () => {
    expect(['audit:read', 'audit:own', 'alerts:close'].every(isChildLevelScope)).toBe(true);
  });
});

const ownApiOf = (partnership: string) => ownApis.find(({ name }) => name === partnership)!.sdl;

/** Of a message about a step, beside what the step says. */
const MESSAGE = ['id', 'movement', 'move', 'side', 'authority', 'person', 'role', 'occurredAt', 'recordedAt', 'data'];

const isPersonal = (name: string) => /nhs|birth|address|postcode|surname|forename/i.test(name);

/** Every field and argument of a schema, with its type. */
function namesIn(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field: GraphQLInputField | GraphQLField<unknown, unknown>) => {
      const taken = 'args' in field ? field.args : [];
      return [field, ...taken].map(({ name }) => `${type.name}.${name}`);
    });
  });
}
