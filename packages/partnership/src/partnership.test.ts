import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { openSubgraph, type OpenSubgraph } from '../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../test/support/request-identities';
import { definePartnership } from './define-partnership';

/** Facts of a made-up partnership with as many bodies, seats and clauses as a test wants. */
function writeFacts(folder: string, size: number): void {
  const sources = ['ABC-01'];
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  const files = {
    'clauses.yaml': [
      {
        ...{ id: 'ABC-01', heading: 'Quorum', section: '1', topic: 'QUORUM', quote: 'All three make a quorum.' },
        ...{ summary: 'All three partners make a quorum', note: 'Three is our count.' },
      },
      ...numbers.map((n) => ({
        id: `ABC-${n + 10}`,
        heading: null,
        topic: 'PURPOSE',
        quote: null,
        summary: `Purpose ${n}`,
      })),
    ],
    'terms-of-reference.yaml': {
      ...{ title: 'Terms', version: null, status: 'NOT_SPECIFIED', author: null, agreedOn: '2022-12', agreedBy: null },
      ...{ datedOn: '2023', publishedOn: null, implementedOn: null, reviewDue: null, sources },
    },
    'agencies.yaml': numbers.map((n) => ({ id: `agency-${n}`, name: `Agency ${n}`, sector: 'NHS' })),
    'statutory-partners.yaml': ['NHS', 'POLICE', 'LOCAL_AUTHORITY'].slice(0, numbers.length).map((sector, index) => ({
      ...{ sector, agency: `agency-${index + 1}`, leadRepresentative: null, sources },
    })),
    'bodies.yaml': numbers.map((n) => ({
      ...{ id: `body-${n}`, name: `Body ${n}`, kind: 'SUBGROUP', parent: n === 1 ? null : 'body-1' },
      ...{
        meetsTimesPerYear: 4,
        meetingFrequency: 'quarterly',
        quorum: 'ALL_STATUTORY_PARTNERS',
        chair: null,
        sources,
      },
      seats: numbers.map((seat) => ({
        ...{ title: `Seat ${seat}`, agency: `agency-${seat}`, sector: 'NHS', capacity: 'MEMBER', places: 1 },
        ...{ placesRule: 'EXACTLY', note: 'Its sector is inferred.', sources },
      })),
    })),
    'priorities.yaml': [],
    'relations.yaml': [],
    'obligations.yaml': numbers.map((n) => obligationOf(n)),
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), stringify(content, { aliasDuplicateObjects: false }));
}

/** Of a body: that it is quorate, by ABC-01. */
const obligationOf = (n: number, more: object = {}) => ({
  ...{ id: `body-${n}-quorum`, clause: 'ABC-01', topic: 'QUORUM', rule: 'All three partners.', body: `body-${n}` },
  ...{ judgedBy: { evaluator: 'QUORUM', records: 'MEETING' }, ...more },
});

const QUESTION = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on MadeUpPartnership {
      termsOfReference { version datedOn agreedOn reviewDue clauses(topic: QUORUM) { id heading section quote summary note } all: clauses { id } }
      bodies { name meetsTimesPerYear quorum chairArrangement { kind } seats { title note agency { name } } }
      meetings(first: 10) { edges { node { heldOn quorum body { name } } } pageInfo { hasNextPage endCursor } }
      contributions(financialYear: "2025-26") { reference agency { name } }
      procedureAdoptions { adoptedOn edition { id } }
      agreementSignatures { signedOn agency { name } }
      thresholdDocument { title reviewDue alignedWith { id } }
      procedureTraining(financialYear: "2025-26") { title teaches { id } }
      priorities { title }
      statutoryPartners { agency { name } }
      relations { subject }
      obligations(on: "2026-03-31") { id clause { id } body { id } status shownBy { record isSynthetic } }
    }
  }
}`;

describe('a partnership on PostgreSQL', () => {
  let folder: string;
  let subgraph: OpenSubgraph;
  const definition = () =>
    definePartnership({ id: 'made-up', typeName: 'MadeUpPartnership', localAuthorities: [], factsFolder: folder });
  const ask = async (times = 1) => {
    const representations = Array.from({ length: times }, () => ({ __typename: 'MadeUpPartnership', id: 'made-up' }));
    const { data, errors } = await subgraph.ask(QUESTION, { representations });
    expect(errors).toBeUndefined();
    return data!['_entities'] as unknown[];
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hub-facts-'));
    writeFacts(folder, 3);
    subgraph = await openSubgraph(definition());
  });
  afterAll(async () => {
    await subgraph.close();
    rmSync(folder, { recursive: true });
  });

  it('answers with its facts, and with null where its document is silent', async () => {
    const [partnership] = await ask();
    expect(partnership).toMatchObject({
      termsOfReference: {
        version: null,
        datedOn: '2023',
        agreedOn: '2022-12',
        reviewDue: null,
        clauses: [
          {
            ...{ id: 'ABC-01', heading: 'Quorum', section: '1', quote: 'All three make a quorum.' },
            ...{ summary: 'All three partners make a quorum', note: 'Three is our count.' },
          },
        ],
      },
      bodies: [
        {
          ...{ name: 'Body 1', quorum: 'ALL_STATUTORY_PARTNERS', chairArrangement: null },
          seats: [{ note: 'Its sector is inferred.' }, {}, {}],
        },
        {},
        {},
      ],
    });
  });

  it('judges each meeting by the quorum of its body', async () => {
    const [partnership] = (await ask()) as [{ meetings: { edges: { node: { quorum: string } }[] } }];
    expect(partnership.meetings.edges).toHaveLength(10);
    for (const { node } of partnership.meetings.edges) expect(['QUORATE', 'INQUORATE']).toContain(node.quorum);
  });

  it('pages its meetings latest first, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await subgraph.ask(
        `query ($after: String) { _entities(representations: [{ __typename: "MadeUpPartnership", id: "made-up" }]) {
          ... on MadeUpPartnership { meetings(first: 7, after: $after) {
            edges { node { id heldOn } } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`,
        { after },
      );
      const page = (
        data!['_entities'] as [
          {
            meetings: {
              edges: { node: { id: string; heldOn: string } }[];
              pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
            };
          },
        ]
      )[0].meetings;
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...page.edges.map(({ node }) => `${node.heldOn} ${node.id}`));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    const [{ count }] = await subgraph.dataSource.query<[{ count: string }]>('SELECT count(*) FROM meeting');
    expect(seen).toHaveLength(Number(count));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('asks as many SQL statements of thirty bodies with thirty seats each as of three, and of four paths as of one', async () => {
    subgraph.statements.reset();
    await ask();
    const few = subgraph.statements.count();
    writeFacts(folder, 30);
    await subgraph.reload(true);
    subgraph.statements.reset();
    const partnerships = await ask(4);
    expect(partnerships[3]).toMatchObject({ bodies: { length: 30 } });
    expect(subgraph.statements.count()).toBe(few);
    expect(few).toBe(4);
  });

  it('forgets demonstration data when it is not wanted, and keeps records of its own', async () => {
    await subgraph.dataSource.query(`INSERT INTO meeting VALUES ('own', 'body-1', '2026-01-05', '{NHS}', false)`);
    await subgraph.reload(false);
    const [partnership] = await ask();
    expect(partnership).toMatchObject({
      meetings: { edges: [{ node: { heldOn: '2026-01-05', quorum: 'INQUORATE' } }] },
      contributions: [],
      procedureAdoptions: [],
      priorities: [],
      bodies: { length: 30 },
    });
    await subgraph.reload(true);
    expect((await ask())[0]).toMatchObject({ contributions: [], procedureAdoptions: { length: expect.any(Number) } });
  });

  it('judges what its document obliges to by what is recorded up to the day, and says what of it is demonstration', async () => {
    const judged = async (on: string, filter = '') => {
      const { data, errors } = await subgraph.ask(
        `{ _entities(representations: [{ __typename: "MadeUpPartnership", id: "made-up" }]) { ... on MadeUpPartnership {
          obligations(on: "${on}"${filter}) { id status reason lastMet nextDue on shownBy { kind record doneOn isSynthetic } } } } }`,
      );
      expect(errors).toBeUndefined();
      return (data!['_entities'] as [{ obligations: { id: string; status: string }[] }])[0].obligations;
    };
    expect((await judged('2026-01-05'))[0]).toMatchObject({
      ...{ id: 'body-1-quorum/2026-01-05', status: 'BREACHED', on: '2026-01-05', nextDue: null },
      // The demonstration's meeting before it was quorate, and shows nothing beside one that is real.
      lastMet: null,
      shownBy: [{ kind: 'MEETING', record: 'own', doneOn: '2026-01-05', isSynthetic: false }],
    });
    expect((await judged('2020-01-01'))[0]).toMatchObject({
      status: 'NOT_ASSESSABLE',
      reason: 'No meeting recorded.',
    });
    expect(await judged('2026-01-05', ', status: [BREACHED, OVERDUE], topic: QUORUM')).toContainEqual(
      expect.objectContaining({ id: 'body-1-quorum/2026-01-05' }),
    );
    expect(await judged('2026-01-05', ', topic: CHAIR')).toEqual([]);
    expect(await judged('2026-01-05', ', status: []')).toEqual([]);
  });

  it('is asked what an analyst may ask before it listens, so that nobody waits for the first answer', async () => {
    const analyst = requestIdentityOf('analyst');
    const { data, errors } = await subgraph.ask(definition().firstQuestion!, {}, analyst);
    expect(errors).toBeUndefined();
    expect(data!['_entities']).toEqual([
      { termsOfReference: expect.any(Object), bodies: expect.any(Array), obligations: expect.any(Array) },
    ]);
  });

  it('refuses new facts that drop a body with meetings, and stays as it was', async () => {
    writeFacts(folder, 2);
    await subgraph.dataSource.query(`UPDATE meeting SET body_id = 'body-30' WHERE id = 'own'`);
    await expect(subgraph.reload(true)).rejects.toThrow(/violates foreign key/);
    expect((await ask())[0]).toMatchObject({ bodies: { length: 30 } });
  });

  it('names file, place and remedy of facts that contradict each other', async () => {
    writeFacts(folder, 2);
    writeFileSync(join(folder, 'agencies.yaml'), stringify([{ id: 'agency-1', name: 'One', sector: 'NHS' }]));
    await expect(subgraph.reload(true)).rejects.toThrow(
      'bodies.yaml, body-1, seat "Seat 2": agency "agency-2" is not listed. Add it or correct the id.',
    );
    writeFileSync(join(folder, 'agencies.yaml'), stringify([{ id: 'agency-1', nam: 'One', sector: 'NURSES' }]));
    await expect(subgraph.reload(true)).rejects.toThrow(/agencies\.yaml at 0\.sector[\s\S]*agencies\.yaml at 0/);
  });

  it.each([
    [{ clause: 'ABC-99' }, 'obligations.yaml, body-1-quorum: clause "ABC-99" is not listed.'],
    [{ topic: 'CHAIR' }, 'ABC-01 is not about CHAIR. Correct the topic, or add it to alsoTopics of the clause.'],
    [{ body: 'body-9' }, 'body "body-9" is not listed.'],
    [{ body: null }, 'names no body. Name the one whose meetings count.'],
    [
      { judgedBy: { evaluator: 'FREQUENCY', records: 'MEETING', every: 'MONTH' } },
      'is judged by 12 meetings a year, and bodies.yaml states 4 for body-1. Correct one of them.',
    ],
    [
      { judgedBy: { evaluator: 'REVIEW', records: 'TERMS_OF_REFERENCE' } },
      'is judged by a review that no file says is due. Judge it by NOT_SPECIFIED.',
    ],
    [
      { judgedBy: { evaluator: 'LIMIT', records: 'APPOINTMENT', of: ['body-1:9'], min: 1 } },
      'names the seat "body-1:9", which bodies.yaml does not have by ABC-01. Correct its number.',
    ],
    [{ judgedBy: { evaluator: 'ORDINARILY' } }, 'obligations.yaml at 0.judgedBy.evaluator'],
    [{ judgedBy: { evaluator: 'COUNT_A_YEAR', records: 'MEETING' } }, 'obligations.yaml at 0.judgedBy.times'],
  ])('refuses an obligation with %o that the other facts contradict, and says what to do', async (more, problem) => {
    writeFacts(folder, 2);
    writeFileSync(join(folder, 'obligations.yaml'), stringify([obligationOf(1, more)]));
    await expect(subgraph.reload(true)).rejects.toThrow(problem);
  });

  it('takes its migrations back to an empty database', async () => {
    for (const _ of subgraph.dataSource.migrations) await subgraph.dataSource.undoLastMigration();
    const tables = await subgraph.dataSource.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations'`,
    );
    expect(tables).toEqual([]);
    await subgraph.dataSource.runMigrations();
  });
});
