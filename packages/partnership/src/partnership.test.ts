import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { openSubgraph, type OpenSubgraph } from '../../../test/support/open-subgraph';
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
    'statutory-partners.yaml': [{ sector: 'NHS', agency: 'agency-1', leadRepresentative: null, sources }],
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
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), stringify(content, { aliasDuplicateObjects: false }));
}

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
    expect(few).toBe(3);
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

  it('takes its migrations back to an empty database', async () => {
    for (const _ of subgraph.dataSource.migrations) await subgraph.dataSource.undoLastMigration();
    const tables = await subgraph.dataSource.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations'`,
    );
    expect(tables).toEqual([]);
    await subgraph.dataSource.runMigrations();
  });
});
