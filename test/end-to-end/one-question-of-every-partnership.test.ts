import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { askExample } from '../support/ask-example';
import { gatewayKeys, linesOf } from '../support/attacks/gateway-token';
import { publishedSdl } from '../support/published-sdl';
import { standingTestHub } from '../support/standing/standing-hub';
import { requestIdOf, type AskedHub } from '../support/test-hub';
import { exampleFiles, exampleQuery } from '../support/saved-examples';

const ROOT = join(__dirname, '..', '..');
const SUBGRAPHS = ['london-scp', 'havering', 'lambeth', 'redbridge', 'tri-borough'];
let testHub: AskedHub;

beforeAll(async () => {
  testHub = await standingTestHub();
});
afterAll(() => testHub?.end());

describe('one question of every partnership', () => {
  it('answers with four partnerships, six local authorities and the one quorum rule there is', async () => {
    const { data, errors } = await testHub.ask(exampleQuery('01-'));
    expect(errors).toBeUndefined();
    const partnerships = data.partnerships as {
      id: string;
      localAuthorities: { gssCode: string }[];
      termsOfReference: { version: string | null; reviewDue: string | null; clauses: { id: string }[] };
      bodies: { name: string; quorum: string }[];
    }[];
    expect(
      partnerships.map(({ id, termsOfReference: { version, reviewDue, clauses } }) => [
        id,
        version,
        reviewDue,
        ...clauses.map((clause) => clause.id),
      ]),
    ).toEqual([
      ['havering', '0.3', '2025-05', 'HAV-14', 'HAV-20'],
      ['redbridge', null, null, 'RED-30'],
      ['lambeth', null, null, 'LAM-38'],
      ['tri-borough', null, '2020-09-29', 'TRI-59'],
    ]);
    expect(partnerships.flatMap((p) => p.localAuthorities.map(({ gssCode }) => gssCode)).sort()).toEqual([
      'E09000013',
      'E09000016',
      'E09000020',
      'E09000022',
      'E09000026',
      'E09000033',
    ]);
    const quorate = partnerships.flatMap((p) => p.bodies).filter(({ quorum }) => quorum !== 'NOT_SPECIFIED');
    expect(quorate.map(({ quorum }) => quorum)).toEqual(['ALL_STATUTORY_PARTNERS', 'ALL_STATUTORY_PARTNERS']);
  });

  it('returns all 212 clauses, each from the partnership that owns it', async () => {
    const { data } = await testHub.ask(
      '{ londonScp { termsOfReference { clauses { id } } } partnerships { termsOfReference { clauses { id } } } }',
    );
    const clauses = [data.londonScp, ...data.partnerships].flatMap(
      (owner: { termsOfReference: { clauses: { id: string }[] } }) => owner.termsOfReference.clauses,
    );
    expect(clauses).toHaveLength(212);
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(212);
  });

  it('puts the rules side by side, each row of the difference matrix from the one answer', async () => {
    const { data, errors } = await testHub.ask(exampleQuery('03-'));
    expect(errors).toBeUndefined();
    const owners = { london: data.londonScp, ...byId(data.partnerships as (Owner & { id: string })[]) } as Record<
      'london' | 'havering' | 'redbridge' | 'lambeth' | 'tri-borough',
      Owner
    >;
    const all = <Told>(told: (owner: Owner) => Told) =>
      (['london', 'havering', 'redbridge', 'lambeth', 'tri-borough'] as const).map((id) => told(owners[id]));
    const top = ({ termsOfReference }: Owner) => termsOfReference.bodies[0]!;
    const annual = ({ reportRequirements }: Owner) => reportRequirements?.find(({ kind }) => kind === 'ANNUAL');

    // Coverage, the top body and how often it meets.
    expect(all(({ localAuthorities }) => localAuthorities?.length ?? null)).toEqual([null, 1, 1, 1, 3]);
    expect(all((owner) => top(owner).meetingFrequency)).toEqual([
      ...['quarterly', 'monthly', 'four times a year', 'ordinarily every other month', 'once a quarter'],
    ]);
    // Chair, vice-chair, and whether the chair is the scrutineer.
    expect(all((owner) => top(owner).chairArrangement!.kind)).toEqual([
      ...['LOCAL_AUTHORITY_CHIEF_EXECUTIVE', 'INDEPENDENT', 'INDEPENDENT', 'ROTATING', 'INDEPENDENT'],
    ]);
    expect(all((owner) => top(owner).chairArrangement!.viceChair)).toEqual([
      ...[
        'NOT_SPECIFIED',
        'ELECTED_FROM_STATUTORY_PARTNERS',
        'APPOINTED_FROM_MEMBERS',
        'NOT_SPECIFIED',
        'NOT_SPECIFIED',
      ],
    ]);
    expect(all((owner) => top(owner).chairArrangement!.isAlsoScrutineer)).toEqual([null, true, true, false, true]);
    // Quorum and sign-off.
    expect(all((owner) => top(owner).quorum === 'NOT_SPECIFIED')).toEqual([true, false, true, true, true]);
    const under = (topic: string) => (owner: Owner) =>
      owner.termsOfReference.clauses.filter(({ topics }) => topics.includes(topic)).map(({ id }) => id);
    expect(all((owner) => under('DECISION_RULE')(owner)[0] ?? null)).toEqual([
      ...['LON-28', 'HAV-11', 'RED-10', 'LAM-20', 'TRI-12'],
    ]);
    // Tests of authority, and members.
    expect(all(({ termsOfReference }) => termsOfReference.authorityTests.length)).toEqual([3, 0, 5, 3, 4]);
    const lay = owners.redbridge.termsOfReference.bodies[0]!.seats.find(({ capacity }) => capacity === 'LAY_MEMBER');
    expect(lay).toMatchObject({ places: 3, placesRule: 'UP_TO', termYears: 3 });
    const virtual = top(owners['tri-borough']).seats.filter(({ capacity }) => capacity === 'VIRTUAL_MEMBER');
    expect(virtual).toHaveLength(8);
    // Reports, their sections and their dispatch.
    const required = (owner: Owner) => annual(owner)?.sections.filter(({ isRequired }) => isRequired).length ?? null;
    expect(all(required)).toEqual([null, 5, null, 4, 6]);
    const within = (owner: Owner) => annual(owner)?.recipients.flatMap(({ withinDays }) => withinDays ?? []) ?? null;
    expect(all(within)).toEqual([null, [7, 7], null, [7, 7], [7, 7]]);
    expect(owners.redbridge.reportRequirements!.map(({ kind }) => kind)).toEqual(['SCRUTINY']);
    // Practice reviews: who decides, and when.
    expect(owners.lambeth.learningArrangement).toMatchObject({ draftWithinMonths: 4, finalWithinMonths: 5 });
    expect(owners['tri-borough'].learningArrangement).toMatchObject({ copyDaysBefore: 7, copiesTo: { length: 3 } });
    // Who the NHS partner is, finance, thresholds and the next review.
    const nhs = ({ termsOfReference }: Owner) =>
      termsOfReference.statutoryPartners.filter(({ sector }) => sector === 'NHS').map(({ agency }) => agency.name);
    for (const names of all(nhs)) expect(names.length).toBeGreaterThan(0);
    expect(new Set(all(nhs).flat()).size).toBeGreaterThanOrEqual(5);
    expect(all((owner) => under('FINANCE')(owner).length > 0)).toEqual([true, true, true, true, true]);
    expect(all((owner) => under('SUBGROUP_REPORTING')(owner).includes('LAM-13'))).toEqual([
      ...[false, false, false, true, false],
    ]);
    expect(all((owner) => under('THRESHOLDS')(owner).length > 0)).toEqual([...[false, false, true, false, true]]);
    expect(all(({ termsOfReference }) => termsOfReference.reviewDue)).toEqual([
      null,
      '2025-05',
      null,
      null,
      '2020-09-29',
    ]);
  });

  it('lists 33 local authorities whose neighbours agree with each other', async () => {
    const { data } = await testHub.ask(
      '{ localAuthorities { gssCode policeUnit icb neighbours { gssCode } partnership { id } } }',
    );
    const authorities = data.localAuthorities as {
      gssCode: string;
      neighbours: { gssCode: string }[];
      partnership: { id: string } | null;
    }[];
    expect(authorities).toHaveLength(33);
    const borders = new Set(authorities.flatMap((a) => a.neighbours.map((b) => `${a.gssCode} ${b.gssCode}`)));
    for (const border of borders) expect(borders).toContain(border.split(' ').reverse().join(' '));
    expect(authorities.filter(({ partnership }) => partnership !== null)).toHaveLength(6);
  });

  it('filters by id, by local authority and by the dates of the founding documents, and an assertion hides nothing', async () => {
    const ids = async (filter: string) =>
      ((await testHub.ask(`{ partnerships(${filter}) { id } }`)).data.partnerships as { id: string }[]).map(
        ({ id }) => id,
      );
    expect(await ids('ids: ["lambeth", "lambeth"]')).toEqual(['lambeth']);
    expect(await ids('localAuthority: "E09000033"')).toEqual(['tri-borough']);
    expect(await ids('localAuthority: "E09000001"')).toEqual([]);
    expect(await ids('on: "2019-01-01"')).toEqual(['redbridge', 'lambeth']);
    expect(await ids('on: "2026-11-01"')).toEqual(['havering', 'redbridge', 'lambeth', 'tri-borough']);
    const { data } = await testHub.ask(
      '{ partnership(id: "tri-borough") { assertions { validTo source sourceKind } } }',
    );
    expect(data.partnership.assertions[0]).toEqual({
      validTo: '2021-03-31',
      source: 'https://hflscp.co.uk/history-of-lscp/',
      sourceKind: 'PUBLIC_SOURCE',
    });
    expect((await testHub.ask('{ partnership(id: "nobody") { id } }')).data).toEqual({ partnership: null });
  });

  it.each(exampleFiles)('answers the saved example $file with something to look at', async (example) => {
    const { data, errors } = await askExample(testHub, example);
    expect(errors).toBeUndefined();
    for (const field of Object.values(data)) expect(field).not.toBeNull();
    // Numbers of children are few by design: what is below five is not listed.
    expect(valuesIn(data)).toBeGreaterThan(5);
  });

  it('asks each subgraph once a level on the wire, however many places of the answer need it', async () => {
    const requestId = requestIdOf(await testHub.as('analyst')(exampleQuery('02-')));
    const asked: Record<string, number> = {};
    for (const name of SUBGRAPHS) {
      const lines = await linesOf(testHub, name, requestId);
      asked[name] = lines.filter(({ msg }) => msg === 'operation').length;
    }
    // Networks' agencies, then the reduction of them in London, then the bodies of the members' partnerships.
    expect(asked).toEqual({
      'london-scp': 2,
      havering: 2,
      lambeth: 2,
      redbridge: 2,
      'tri-borough': 2,
    });
  });

  it('names the argument and the remedy of bad input', async () => {
    const bad = async (query: string) => (await testHub.as('analyst')(query)).errors![0]!.message;
    expect(await bad('{ partnerships(ids: ["camden", "lambeth", "nobody"]) { id } }')).toBe(
      'ids names "camden", "nobody", which the directory does not hold. Take ids of `partnerships { id }`.',
    );
    expect(await bad('{ partnerships(localAuthority: "E0900022") { id } }')).toBe(
      'localAuthority names "E0900022", which the directory does not hold. Take one of `localAuthorities { gssCode }`.',
    );
    expect(await bad('{ executiveDecisions(first: 0) { edges { cursor } } }')).toBe(
      'first must be from 1 to 100, not 0. Ask for more in pages, with after.',
    );
    expect(await bad('{ pooledBudget(financialYear: "2025") { holder } }')).toContain(
      'FinancialYear must be two consecutive years such as 2025-26, not "2025".',
    );
    expect(await bad('{ executiveDecisions(first: 1, after: "x") { edges { cursor } } }')).toBe(
      'after must be an endCursor that an earlier page of the same list returned.',
    );
  });

  it('marks every record of the demonstration as synthetic', async () => {
    const { data } = await testHub.as('analyst')(
      `{ networks { isSynthetic } movementCounts(from: "2024-04-01", to: "2026-10-31") { isSynthetic }
        londonScp { movementFlows(from: "2024-04-01", to: "2026-10-31", first: 100) { edges { node { isSynthetic } } } } }`,
    );
    const flows = data.londonScp.movementFlows.edges.map(({ node }: { node: object }) => node);
    const records = [...data.networks, ...data.movementCounts, ...flows];
    expect(records.length).toBeGreaterThan(50);
    expect(records.every((record: { isSynthetic: boolean }) => record.isSynthetic)).toBe(true);
  });

  it('publishes what docs/reference/schema says', async () => {
    for (const name of SUBGRAPHS) {
      const { url } = testHub.hub.subgraphs.get(name)!;
      const sdl = await publishedSdl({ name, url, keys: await gatewayKeys(testHub) });
      expect(`${sdl}\n`).toBe(readFileSync(join(ROOT, `docs/reference/schema/${name}.graphql`), 'utf8'));
    }
    const cli = join(ROOT, 'packages/cli/dist/main.js');
    expect(execFileSync(process.execPath, [cli, 'schema', '--check'], { encoding: 'utf8' })).toBe('');
  });

  it("keeps each partnership's role out of every other partnership's database", async () => {
    for (const owner of SUBGRAPHS) {
      for (const other of SUBGRAPHS.filter((name) => name !== owner)) {
        const url = new URL(testHub.hub.databaseUrl(owner));
        url.pathname = `/${other}`;
        await expect(connect(url.href)).rejects.toThrow(/pg_hba|permission denied/);
      }
      await expect(connect(testHub.hub.databaseUrl(owner))).resolves.toBe('212 or fewer');
    }
  });
});

async function connect(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM clause');
    return Number(rows[0]!.count) <= 212 ? '212 or fewer' : 'more';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** How many leaves of an answer say something. */
const valuesIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, one) => sum + valuesIn(one), 0)
    : Number(value !== null);

/** What the difference matrix answers of one owner of a document. */
interface Owner {
  localAuthorities?: unknown[];
  termsOfReference: {
    reviewDue: string | null;
    authorityTests: unknown[];
    statutoryPartners: { sector: string; agency: { name: string } }[];
    bodies: {
      meetingFrequency: string | null;
      quorum: string;
      chairArrangement: { kind: string; viceChair: string; isAlsoScrutineer: boolean | null } | null;
      seats: { capacity: string }[];
    }[];
    clauses: { id: string; topics: string[] }[];
  };
  reportRequirements?: {
    kind: string;
    sections: { isRequired: boolean }[];
    recipients: { withinDays: number | null }[];
  }[];
  learningArrangement?: object | null;
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
