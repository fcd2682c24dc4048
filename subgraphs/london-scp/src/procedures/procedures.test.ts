import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { londonScp } from '../london-scp';
import { EditionContent1763769600300 } from './edition-content-migration';
import { LONGEST_LIMITS } from './longest-limits';

const PARTNERSHIPS = ['Havering', 'Redbridge', 'Lambeth', 'TriBorough'].map((name) => `${name}Partnership`);
const PROCEDURE = 'london-procedures';
const AGREEMENT = 'london-information-sharing-agreement';
const agency = (id: string) => ({ id, name: id, sector: 'NHS' });
const adoption = (edition: string, adoptedOn: string, localVariations: string[] = []) => ({
  procedureId: PROCEDURE,
  adoptedOn,
  localVariations,
  edition: { id: `${PROCEDURE}:${edition}` },
});

/** What the gateway sends back: the lists required of each partnership, by place, and null for one that is down. */
function representation(id: string, adopters: (object | null)[]) {
  const named = adopters.map((lists, index) => lists && { __typename: PARTNERSHIPS[index % 4], ...lists });
  return { __typename: 'Procedure', id, adopters: named };
}

// A test reads answers as a client does: by their shape, not by a type of ours.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = Record<string, any>;
let london: OpenSubgraph;
const reduce = async (field: string, representations: object[]) => {
  const { data, errors } = await london.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Procedure { ${field} } } }`,
    { representations },
  );
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data!['_entities'])) as Answer[];
};
const ask = async (query: string) => {
  const { data, errors } = await london.ask(query);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Answer;
};

beforeAll(async () => {
  london = await openSubgraph(londonScp);
});
afterAll(() => london.close());

const SUMMARY = `adoption(on: "2026-06-30") {
  on coverage { answered expected missing { id } } currentEdition { id inForceFrom inForceTo }
  positions { partnership { id name } editionId edition { id } adoptedOn isCurrent lagDays }
  behind { partnership { id } lagDays } variations { partnership { id } localVariations } }`;

describe('who works to which edition', () => {
  it('names who lags, who varies and who did not answer', async () => {
    const adopters = [
      { procedureAdoptions: [adoption('2025-09', '2025-10-01')] },
      { procedureAdoptions: [adoption('2026-03', '2026-04-01', ['Own form']), adoption('2026-09', '2026-10-01')] },
      null,
      { procedureAdoptions: [adoption('1999-01', '2026-01-01')] },
    ];
    const [procedure] = await reduce(SUMMARY, [representation(PROCEDURE, adopters)]);
    expect(procedure!['adoption']).toMatchObject({
      on: '2026-06-30',
      coverage: { answered: 3, expected: 4, missing: [{ id: 'lambeth' }] },
      currentEdition: { id: `${PROCEDURE}:2026-03`, inForceFrom: '2026-03-31', inForceTo: '2026-09-29' },
      positions: [
        { partnership: { id: 'havering' }, adoptedOn: '2025-10-01', isCurrent: false, lagDays: 91 },
        { partnership: { id: 'redbridge' }, adoptedOn: '2026-04-01', isCurrent: true, lagDays: null },
        { partnership: { id: 'tri-borough' }, editionId: `${PROCEDURE}:1999-01`, edition: null, isCurrent: null },
      ],
      behind: [{ partnership: { id: 'havering' }, lagDays: 91 }],
      variations: [{ partnership: { id: 'redbridge' }, localVariations: ['Own form'] }],
    });
  });

  it('speaks of today unless a day is given, and says nothing where nobody answered', async () => {
    const field = 'adoption { on positions { isCurrent } coverage { answered expected } }';
    const [procedure] = await reduce(field, [representation(PROCEDURE, [null, null, null, null])]);
    expect(procedure!['adoption']).toMatchObject({ positions: [], coverage: { answered: 0, expected: 4 } });
    expect(Math.abs(Date.parse(procedure!['adoption'].on) - Date.now())).toBeLessThan(2 * 86_400_000);
  });

  it('asks as many SQL statements of eight procedures with eight times the editions and adoptions as of one', async () => {
    const counted = async (representations: object[]) => {
      london.statements.reset();
      await reduce(SUMMARY, representations);
      return london.statements.count();
    };
    const adopters = (times: number) =>
      PARTNERSHIPS.map(() => ({
        procedureAdoptions: Array.from({ length: times }, (_, year) => adoption('2025-09', `${2000 + year}-10-01`)),
      }));
    const few = await counted([representation(PROCEDURE, adopters(1))]);
    await london.dataSource.query(`
      INSERT INTO procedure SELECT 'p' || n, 'Protocol ' || n, 'SHARED_PROTOCOL', 'A protocol.', null, '{LON-07}', false
        FROM generate_series(1, 8) n;
      INSERT INTO procedure_edition (id, procedure_id, in_force_from, is_synthetic, chapters, changes, source, is_reference)
        SELECT 'p' || n || ':' || m, 'p' || n, to_char(date '2020-01-31' + m * 30, 'YYYY-MM-DD'), false, '[]', '[]', null, false
        FROM generate_series(1, 8) n, generate_series(1, 40) m`);
    const many = [PROCEDURE, ...Array.from({ length: 8 }, (_, index) => `p${index + 1}`)];
    expect(await counted(many.map((id) => representation(id, adopters(8))))).toBe(few);
    expect(few).toBe(4);
    await london.dataSource.query(`DELETE FROM procedure_edition WHERE procedure_id LIKE 'p_'`);
    await london.dataSource.query(`DELETE FROM procedure WHERE id LIKE 'p_'`);
  });
});

describe('who has signed', () => {
  const field = `signatures { coverage { answered missing { id } } signed { partnership { id } agency { id } signedOn }
    unsigned { partnership { id } agency { id sector } } }`;

  it('names the statutory partners whose signature is missing, and nothing of a partnership that is down', async () => {
    const signature = { procedureId: AGREEMENT, signedOn: '2025-01-01', agency: agency('council') };
    const answer = (agreementSignatures: object[]) => ({
      agreementSignatures,
      statutoryPartners: ['council', 'police', 'police'].map((id) => ({ agency: agency(id) })),
    });
    const adopters = [answer([signature]), answer([{ ...signature, procedureId: 'other' }]), null, null];
    const [agreement, procedures] = await reduce(field, [
      representation(AGREEMENT, adopters),
      representation(PROCEDURE, adopters),
    ]);
    expect(agreement!['signatures']).toEqual({
      coverage: { answered: 2, missing: [{ id: 'lambeth' }, { id: 'tri-borough' }] },
      signed: [{ partnership: { id: 'havering' }, agency: { id: 'council' }, signedOn: '2025-01-01' }],
      unsigned: [
        { partnership: { id: 'havering' }, agency: { id: 'police', sector: 'NHS' } },
        { partnership: { id: 'redbridge' }, agency: { id: 'council', sector: 'NHS' } },
        { partnership: { id: 'redbridge' }, agency: { id: 'police', sector: 'NHS' } },
      ],
    });
    expect(procedures).toEqual({ signatures: null });
  });
});

describe('editions and rules of public sources', () => {
  const editions =
    '{ procedure(id: "london-procedures") { editions { id inForceFrom inForceTo source isSynthetic changes { chapter } } } }';

  it('are held as precisely as stated, and the demonstration follows them without overlap', async () => {
    const { procedure } = await ask(editions);
    const [, , , , first, april, september] = procedure.editions;
    expect(procedure.editions).toHaveLength(7);
    expect(september).toMatchObject({
      ...{ id: 'london-procedures:2022-09', inForceFrom: '2022-09-30', inForceTo: '2024-03', isSynthetic: false },
      changes: [{ chapter: 'CP6' }, { chapter: 'CP3' }],
    });
    expect(september.source).toMatch(/^https:/);
    expect(april).toMatchObject({ inForceFrom: '2024-04', inForceTo: '2024-09-29', isSynthetic: false });
    expect(first).toMatchObject({ inForceFrom: '2024-09-30', isSynthetic: true });
  });

  it('say which rule applied on a day, and whose number it is', async () => {
    const rules = async (on: string) =>
      (
        await ask(
          `{ procedure(id: "${PROCEDURE}") { rules(on: "${on}", code: TRANSFER_IN_CONFERENCE) { amount unit startsAt statedBy note edition { id } validTo } } }`,
        )
      ).procedure.rules;
    expect(await rules('2022-09-29')).toEqual([]);
    const [rule] = await rules('2026-06-30');
    expect(rule).toMatchObject({ amount: 15, unit: 'WORKING_DAYS', startsAt: 'NOTIFICATION', validTo: null });
    expect(rule.statedBy).toContain('Nottinghamshire');
    expect(rule.note).toContain("Not the London chapter's own number");
  });

  it('are all shown to whoever says null of the day and the code, as to who leaves them out', async () => {
    const shown = await ask(
      `{ procedure(id: "${PROCEDURE}") { rules { id } said: rules(on: null, code: null) { id } } }`,
    );
    expect(shown.procedure.rules.length).toBeGreaterThan(2);
    expect(shown.procedure.said).toEqual(shown.procedure.rules);
  });

  it('stay when the demonstration goes', async () => {
    await london.reload(false);
    const { procedure } = await ask(editions);
    expect(procedure.editions.map((edition: { inForceTo: string | null }) => edition.inForceTo)).toEqual([
      null,
      '2024-03',
    ]);
    await london.reload(true);
    expect((await ask(editions)).procedure.editions).toHaveLength(7);
  });
});

describe('what the London SCP records', () => {
  const publish = async (input: object) => {
    const { data, errors } = await london.ask(
      `mutation ($input: PublishProcedureEditionInput!) { publishProcedureEdition(input: $input) {
        edition { id inForceFrom isSynthetic chapters { number } } userErrors { field message code } } }`,
      { input: { procedureId: PROCEDURE, chapters: [{ number: 'CP6', title: 'Moving' }], changes: [], ...input } },
    );
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data!['publishProcedureEdition'])) as Answer;
  };

  it('publishes an edition that ends the one before, once, and keeps it when the demonstration goes', async () => {
    const first = await publish({ inForceFrom: '2026-12-01', changes: [{ chapter: 'CP6', summary: 'New limits.' }] });
    expect(first).toMatchObject({ edition: { id: `${PROCEDURE}:2026-12`, isSynthetic: false }, userErrors: [] });
    const again = await publish({ inForceFrom: '2026-12-01', changes: [{ chapter: 'CP6', summary: 'New limits.' }] });
    expect(again).toEqual(first);
    expect((await publish({ inForceFrom: '2026-12-02', editionId: `${PROCEDURE}:2026-12` })).userErrors).toMatchObject([
      { field: ['input', 'editionId'], code: 'REFERENCE_TAKEN' },
    ]);
    const { procedure } = await ask(`{ procedure(id: "${PROCEDURE}") { editions { id inForceTo } } }`);
    expect(procedure.editions.slice(0, 2)).toEqual([
      { id: `${PROCEDURE}:2026-12`, inForceTo: null },
      { id: `${PROCEDURE}:2026-09`, inForceTo: '2026-11-30' },
    ]);
    await london.reload(false);
    const left = await ask(`{ procedure(id: "${PROCEDURE}") { editions { id inForceTo } } }`);
    expect(left.procedure.editions).toMatchObject([
      { id: `${PROCEDURE}:2026-12` },
      { id: `${PROCEDURE}:2024-04`, inForceTo: '2026-11-30' },
      { id: `${PROCEDURE}:2022-09` },
    ]);
    await london.reload(true);
  });

  it.each([
    ['an unknown procedure', { procedureId: 'nothing', inForceFrom: '2027-01-01' }, 'PROCEDURE_UNKNOWN', 'procedureId'],
    [
      'a day that is not after the latest',
      { inForceFrom: '2026-12-01', editionId: `${PROCEDURE}:b` },
      'NOT_AFTER_LATEST',
      'inForceFrom',
    ],
    ['an id of another procedure', { inForceFrom: '2027-01-01', editionId: 'other:2027' }, 'ID_INVALID', 'editionId'],
    [
      'a change to no chapter',
      { inForceFrom: '2027-01-01', changes: [{ chapter: 'CP7', summary: 'x' }] },
      'CHAPTER_UNKNOWN',
      'changes',
    ],
  ])('refuses %s', async (_, input, code, field) => {
    const { edition, userErrors } = await publish(input);
    expect(edition).toBeNull();
    expect(userErrors).toMatchObject([{ code, field: ['input', field] }]);
  });

  it('lets one of two editions published at once through', async () => {
    const both = await Promise.all(
      ['a', 'b'].map((name) => publish({ inForceFrom: '2027-03-31', editionId: `${PROCEDURE}:${name}` })),
    );
    expect(both.map(({ userErrors }) => userErrors.map((e: { code: string }) => e.code)).sort()).toEqual([
      [],
      ['NOT_AFTER_LATEST'],
    ]);
  });

  it('records a rule that ends the one before, and refuses one of the demonstration', async () => {
    const record = async (input: object) => {
      const { data, errors } = await london.ask(
        `mutation ($input: RecordProcedureRuleInput!) { recordProcedureRule(input: $input) {
          rule { id amount validFrom validTo edition { id } } userErrors { field code message } } }`,
        {
          input: {
            ...{ procedureId: PROCEDURE, code: 'TRANSFER_IN_CONFERENCE', amount: 10, unit: 'WORKING_DAYS' },
            ...{ startsAt: 'NOTIFICATION', validFrom: '2026-12-01', statedBy: 'London', source: 'CP6', ...input },
          },
        },
      );
      expect(errors).toBeUndefined();
      return JSON.parse(JSON.stringify(data!['recordProcedureRule'])) as Answer;
    };
    expect((await record({ editionId: `${PROCEDURE}:2026-09` })).userErrors).toMatchObject([
      { code: 'EDITION_SYNTHETIC' },
    ]);
    expect((await record({ amount: 0 })).userErrors).toMatchObject([{ code: 'AMOUNT_TOO_SMALL' }]);
    for (const [unit, most] of Object.entries(LONGEST_LIMITS)) {
      expect((await record({ unit, amount: most + 1 })).userErrors).toEqual([
        {
          ...{ code: 'AMOUNT_TOO_LARGE', field: ['input', 'amount'] },
          message: `amount may be up to ${most} in ${unit}, not ${most + 1}. Compare it and unit with source.`,
        },
      ]);
    }
    expect((await record({ validFrom: '2022-09-30', amount: 9 })).userErrors).toMatchObject([
      { code: 'REFERENCE_TAKEN' },
    ]);
    expect((await record({ validFrom: '2022-01-01' })).userErrors).toMatchObject([{ code: 'NOT_AFTER_LATEST' }]);
    const first = await record({ editionId: `${PROCEDURE}:2026-12` });
    expect(first).toMatchObject({ rule: { amount: 10, edition: { id: `${PROCEDURE}:2026-12` } }, userErrors: [] });
    expect(await record({ editionId: `${PROCEDURE}:2026-12` })).toEqual(first);
    const { procedure } = await ask(
      `{ procedure(id: "${PROCEDURE}") { rules(code: TRANSFER_IN_CONFERENCE) { amount validTo } } }`,
    );
    expect(procedure.rules).toEqual([
      { amount: 15, validTo: '2026-11-30' },
      { amount: 10, validTo: null },
    ]);
  });

  it('adds a protocol once, which outlives a change of the files', async () => {
    const add = async (input: object) => {
      const { data, errors } = await london.ask(
        `mutation ($input: AddProcedureInput!) { addProcedure(input: $input) {
          procedure { id title kind } userErrors { field code message } } }`,
        {
          input: {
            ...{ id: 'london-exploitation-protocol', title: 'Exploitation protocol', kind: 'SHARED_PROTOCOL' },
            ...{ description: 'A protocol.', sources: ['LON-07'], ...input },
          },
        },
      );
      expect(errors).toBeUndefined();
      return JSON.parse(JSON.stringify(data!['addProcedure'])) as Answer;
    };
    expect((await add({ sources: ['LON-99'] })).userErrors).toMatchObject([{ code: 'CLAUSE_UNKNOWN' }]);
    expect((await add({ id: 'Not a slug' })).userErrors).toMatchObject([{ code: 'ID_INVALID' }]);
    const first = await add({});
    expect(first).toMatchObject({ procedure: { id: 'london-exploitation-protocol' }, userErrors: [] });
    expect(await add({})).toEqual(first);
    expect((await add({ description: 'Other.' })).userErrors).toMatchObject([{ code: 'REFERENCE_TAKEN' }]);
    expect((await add({ id: 'other' })).userErrors).toMatchObject([{ code: 'TITLE_TAKEN' }]);
    await london.reload(false);
    expect((await ask('{ procedure(id: "london-exploitation-protocol") { title } }')).procedure).not.toBeNull();
  });
});

describe('the migrations', () => {
  it('go back with what is stored, ends of editions included, and forward again', async () => {
    const queryRunner = london.dataSource.createQueryRunner();
    const migration = new EditionContent1763769600300();
    await migration.down(queryRunner);
    const editions = await london.dataSource.query<{ from: string; to: string | null }[]>(
      `SELECT in_force_from::text AS from, in_force_to::text AS to FROM procedure_edition ORDER BY 1 LIMIT 2`,
    );
    expect(editions.slice(0, 2)).toMatchObject([{ from: '2022-09-30', to: '2024-03-31' }, { from: '2024-04-01' }]);
    await migration.up(queryRunner);
    await queryRunner.release();
    await london.dataSource.query('DELETE FROM loaded_source');
    await london.dataSource.query('DELETE FROM procedure_edition');
    await london.reload(true);
    expect((await ask(`{ procedure(id: "${PROCEDURE}") { editions { id } } }`)).procedure.editions).toHaveLength(7);
    for (const _ of london.dataSource.migrations) await london.dataSource.undoLastMigration();
    const tables = await london.dataSource.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations'`,
    );
    expect(tables).toEqual([]);
  });
});
