import { mkdtempSync } from 'node:fs';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definePartnership, FactsError, readDocuments } from '@hub/partnership';
import { openSubgraph, type OpenSubgraph } from '../support/open-subgraph';

const FOLDER = join(__dirname, '..', 'support', 'city-and-hackney');
const cityAndHackney = definePartnership({
  ...{ id: 'city-and-hackney', typeName: 'CityAndHackneyPartnership' },
  ...{ localAuthorities: ['E09000001', 'E09000012'], factsFolder: FOLDER },
});

/** A day under each of the three documents. */
const [FIRST, SECOND, THIRD] = ['2020-06-01', '2022-06-01', '2024-06-01'];

describe('City and Hackney: two authorities, two police forces and three documents, as data alone', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(cityAndHackney);
  });
  afterAll(() => subgraph?.close());

  async function of<Answer>(selection: string): Promise<Answer> {
    const { data, errors } = await subgraph.ask(
      `{ _entities(representations: [{ __typename: "CityAndHackneyPartnership", id: "city-and-hackney" }]) {
        ... on CityAndHackneyPartnership { ${selection} } } }`,
    );
    expect(errors).toBeUndefined();
    return (data!['_entities'] as [Answer])[0];
  }
  const heldOn = async (day: string) => {
    const { termsOfReference } = await of<{ termsOfReference: Document }>(
      `termsOfReference(on: "${day}") { title inForceFrom replacedFrom clauses { id } statutoryPartners { sector agency { id } }
        bodies { id meetingFrequency quorum localAuthority { gssCode } chairArrangement { kind viceChair rotation }
          seats { sector capacity isStatutoryPartner } } }`,
    );
    return { ...termsOfReference, body: (id: string) => termsOfReference.bodies.find((body) => body.id === id) };
  };
  const obligationsOn = async (day: string) => {
    const { obligations } = await of<{ obligations: { id: string; status: string; clause: { id: string } | null }[] }>(
      `obligations(on: "${day}") { id status reason clause { id } }`,
    );
    return new Map(obligations.map(({ id, ...obligation }) => [id.replace(`/${day}`, ''), obligation]));
  };

  it('has five statutory partners, two of them police forces, whatever the document', async () => {
    for (const day of [FIRST, SECOND, THIRD]) {
      const sectors = (await heldOn(day)).statutoryPartners.map(({ sector }) => sector);
      expect(sectors).toEqual(['LOCAL_AUTHORITY', 'LOCAL_AUTHORITY', 'NHS', 'POLICE', 'POLICE']);
    }
    expect((await heldOn(FIRST)).statutoryPartners[2]).toMatchObject({
      agency: { id: 'city-and-hackney:agency:city-and-hackney-ccg' },
    });
    expect((await heldOn(SECOND)).statutoryPartners[2]).toMatchObject({
      agency: { id: 'city-and-hackney:agency:city-and-hackney-icb' },
    });
  });

  it('held by its first document that the Executive meets bi-monthly, with a vice-chair that rotates and a chair that does not', async () => {
    const { body, inForceFrom, replacedFrom } = await heldOn(FIRST);
    expect([inForceFrom, replacedFrom]).toEqual([null, '2021']);
    expect(body('city-and-hackney-executive')).toMatchObject({
      ...{ meetingFrequency: 'bi-monthly', quorum: 'NOT_SPECIFIED' },
      chairArrangement: { kind: 'INDEPENDENT', viceChair: 'ROTATING', rotation: [] },
    });
    expect(body('city-and-hackney-strategic-leadership-team')).toMatchObject({
      meetingFrequency: 'a minimum of three times per year',
    });
  });

  it('held by its second that each authority has a board beside the joint Executive', async () => {
    const { body } = await heldOn(SECOND);
    expect(body('hackney-board')).toMatchObject({
      ...{ meetingFrequency: 'quarterly', localAuthority: { gssCode: 'E09000012' } },
    });
    expect(body('city-of-london-board')).toMatchObject({
      ...{ meetingFrequency: null, chairArrangement: null, localAuthority: { gssCode: 'E09000001' } },
    });
    expect(body('city-and-hackney-partnership')).toBeUndefined();
  });

  it('holds by its third that delegated partners and education make the Executive, and lead partners two groups', async () => {
    const { body } = await heldOn(THIRD);
    const capacities = body('city-and-hackney-executive')!.seats.map(({ sector, capacity }) => [sector, capacity]);
    expect(capacities).toEqual([
      ...['LOCAL_AUTHORITY', 'NHS', 'POLICE'].map((sector) => [sector, 'DELEGATED_SAFEGUARDING_PARTNER']),
      ['EDUCATION', 'MEMBER'],
    ]);
    for (const id of ['hackney-safeguarding-assurance-group', 'city-of-london-safeguarding-assurance-group']) {
      expect(body(id)!.seats).toMatchObject([{ capacity: 'LEAD_SAFEGUARDING_PARTNER' }]);
    }
  });

  it('is judged on a day by the document of that day, from the same meetings', async () => {
    const meetings = ['2020-02-01', '2021-08-01', '2021-12-01', '2022-04-01'].map((heldOn, index) => {
      return `('city-and-hackney:${index}', 'city-and-hackney-executive', '${heldOn}', '{}', false)`;
    });
    await subgraph.dataSource.query(
      `INSERT INTO meeting (id, body_id, held_on, sectors_represented, is_synthetic) VALUES ${meetings.join(', ')}`,
    );
    const executive = 'city-and-hackney-executive-meets';
    expect((await obligationsOn(FIRST)).get(executive)).toMatchObject({
      ...{ status: 'NOT_ASSESSABLE', clause: { id: 'CAH-04' } },
    });
    expect((await obligationsOn(SECOND)).get(executive)).toMatchObject({ status: 'MET', clause: { id: 'CAH-12' } });
    expect((await obligationsOn('2022-09-01')).get(executive)).toMatchObject({ status: 'OVERDUE' });
    expect((await obligationsOn(THIRD)).get(executive)).toMatchObject({ status: 'NOT_SPECIFIED', clause: null });
    for (const day of [FIRST, SECOND, THIRD]) {
      expect((await obligationsOn(day)).get('city-and-hackney-executive-quorum')).toMatchObject({
        status: 'NOT_SPECIFIED',
      });
    }
  });

  it('keeps a meeting with its body as that stood on the day', async () => {
    const { meetings } = await of<{ meetings: { edges: { node: { heldOn: string; body: unknown } }[] } }>(
      'meetings(first: 10) { edges { node { heldOn body { id meetingFrequency } } } }',
    );
    const frequencies = meetings.edges.map(({ node }) => [node.heldOn, node.body]);
    expect(Object.fromEntries(frequencies)).toMatchObject({
      '2020-02-01': { meetingFrequency: 'bi-monthly' },
      '2022-04-01': { meetingFrequency: 'a minimum of three times per year' },
    });
  });

  it('tells what one document says otherwise than another', async () => {
    const { documents, documentChanges } = await of<{ documents: unknown[]; documentChanges: Change[] }>(
      `documents { title } documentChanges(earlier: "${FIRST}", later: "${SECOND}") { of what earlier later sources }`,
    );
    expect(documents).toHaveLength(3);
    const change = (of: string, what: string) => documentChanges.find((one) => one.of === of && one.what === what);
    expect(change('city-and-hackney-executive', 'frequency')).toMatchObject({
      ...{ earlier: 'bi-monthly', later: 'a minimum of three times per year' },
      sources: ['CAH-04', 'CAH-06', 'CAH-12', 'CAH-15'],
    });
    expect(change('city-and-hackney-ccg', 'statutory partner')).toMatchObject({ earlier: 'NHS', later: null });
    expect(change('hackney-board', 'name')).toMatchObject({ earlier: null, later: 'Hackney SCP Board' });
    const { documentChanges: none } = await of<{ documentChanges: Change[] }>(
      `documentChanges(earlier: "${SECOND}", later: "2022-07-01") { of }`,
    );
    expect(none).toEqual([]);
  });
});

describe('a folder of documents', () => {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'documents-'));
    await cp(FOLDER, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is refused where nothing says from when a later document is worked to, or two begin at once', async () => {
    const file = join(folder, '2-second', 'terms-of-reference.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace("inForceFrom: '2021'", 'inForceFrom: null'));
    expect(() => readDocuments(folder)).toThrow(/nothing says from when it is worked to. Give inForceFrom/);
    await writeFile(file, text.replace("inForceFrom: '2021'", "inForceFrom: '2023-12'"));
    expect(() => readDocuments(folder)).toThrow(/another document begins at 2023-12 too/);
  });

  it('is refused where two documents use one id of a clause, and where there is none', async () => {
    const file = join(folder, '2-second', 'clauses.yaml');
    await writeFile(
      file,
      `${await readFile(file, 'utf8')}\n- { id: CAH-01, heading: null, topic: PURPOSE, quote: null, summary: 'x' }\n`,
    );
    expect(() => readDocuments(folder)).toThrow(/"CAH-01" stands in two documents/);
    expect(() => readDocuments(mkdtempSync(join(tmpdir(), 'documents-')))).toThrow(FactsError);
  });
});

interface Document {
  inForceFrom: string | null;
  replacedFrom: string | null;
  statutoryPartners: { sector: string }[];
  bodies: { id: string; seats: { sector: string; capacity: string }[] }[];
}
interface Change {
  of: string;
  what: string;
}
