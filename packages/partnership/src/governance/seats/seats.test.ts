import { join } from 'node:path';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { definePartnership } from '../../define-partnership';

const lambeth = definePartnership({
  ...{ id: 'lambeth', typeName: 'LambethPartnership', localAuthorities: [] },
  factsFolder: join(__dirname, '../../../../../subgraphs/lambeth/facts'),
});

describe('who sits where', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(lambeth, { demo: false });
  });
  afterAll(() => subgraph.close());

  const home = async (fields: string) => {
    const { data, errors } = await subgraph.ask(
      `{ _entities(representations: [{ __typename: "LambethPartnership", id: "lambeth" }]) {
        ... on LambethPartnership { ${fields} } } }`,
    );
    expect(errors).toBeUndefined();
    return (data!['_entities'] as Record<string, unknown>[])[0]!;
  };
  const record = async (mutation: string, as: string, input: string, fields = 'id') => {
    const { data, errors } = await subgraph.ask(
      `mutation { done: ${mutation}(input: { ${input} }) { ${as} { ${fields} } userErrors { code field message } } }`,
    );
    expect(errors).toBeUndefined();
    return data!['done'] as { userErrors: { code: string }[] } & Record<string, unknown>;
  };
  const statusOf = async (id: string, on: string) => {
    const { obligations } = await home(`obligations(on: "${on}") { id status reason }`);
    return (obligations as { id: string; status: string }[]).find((one) => one.id === `lambeth-${id}/${on}`)!.status;
  };
  const appoint = (reference: string, seat: number, appointedOn: string, more = '') =>
    record(
      'recordAppointment',
      'appointment',
      `reference: "${reference}", seatId: "lambeth-executive:${seat}", roleTitle: "Senior officer", appointedOn: "${appointedOn}" ${more}`,
    );

  it('is not vacant where nothing is recorded, and then is', async () => {
    expect(await home('vacancies(on: "2026-06-01") { filled }')).toEqual({ vacancies: [] });
    expect(await statusOf('police-representatives', '2026-06-01')).toBe('NOT_ASSESSABLE');
    expect((await appoint('P1', 7, '2026-01-05')).userErrors).toEqual([]);
    const { vacancies } = await home('vacancies(on: "2026-06-01") { seat { id } filled }');
    expect(vacancies).toContainEqual({ seat: { id: 'lambeth-executive:7' }, filled: 1 });
    expect(vacancies).toContainEqual({ seat: { id: 'lambeth-executive:1' }, filled: 0 });
    expect(vacancies).not.toContainEqual({ seat: { id: 'lambeth-executive:9' }, filled: 0 });
    expect(await statusOf('police-representatives', '2026-06-01')).toBe('OVERDUE');
  });

  it('is full at two, of two callers at once too, and until somebody leaves', async () => {
    const answers = await Promise.all([appoint('P2', 7, '2026-02-05'), appoint('P3', 7, '2026-02-05')]);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['SEAT_FULL']);
    expect(await statusOf('police-representatives', '2026-06-01')).toBe('MET');
    await record('endAppointment', 'appointment', 'reference: "P1", endedOn: "2026-03-31"');
    expect((await appoint('P4', 7, '2026-03-31')).userErrors).toMatchObject([{ code: 'SEAT_FULL' }]);
    expect((await appoint('P4', 7, '2026-04-01')).userErrors).toEqual([]);
    expect(await statusOf('police-representatives', '2026-03-31')).toBe('MET');
    expect(await statusOf('police-representatives', '2026-04-01')).toBe('MET');
  });

  it('is renewed in the same place, and the term before it ends the day before', async () => {
    expect((await appoint('P5', 7, '2026-09-01', ', renewsReference: "P4"')).userErrors).toEqual([]);
    const { appointments } = await home('appointments(on: "2026-09-01") { id isRenewed endedOn }');
    expect(appointments).toContainEqual({ id: 'lambeth:appointment:P5', isRenewed: true, endedOn: null });
    const before = (await home('appointments(on: "2026-08-31") { id isRenewed endedOn }'))['appointments'];
    expect(before).toContainEqual({ id: 'lambeth:appointment:P4', isRenewed: false, endedOn: '2026-08-31' });
  });

  it('has a chair that goes round: the next ends the one before, and the same sector twice is refused', async () => {
    const chair = (reference: string, sector: string, appointedOn: string) =>
      record(
        'appointChair',
        'chair',
        `reference: "${reference}", bodyId: "lambeth-executive", roleTitle: "Lead", sector: ${sector}, appointedOn: "${appointedOn}"`,
      );
    expect((await chair('2024', 'NHS', '2024-11-01')).userErrors).toEqual([]);
    expect((await chair('2025', 'NHS', '2025-11-01')).userErrors).toMatchObject([{ code: 'NOT_AS_ARRANGED' }]);
    expect(await statusOf('chair-rotates', '2025-11-02')).toBe('OVERDUE');
    expect((await chair('2025', 'POLICE', '2025-11-01')).userErrors).toEqual([]);
    expect(await statusOf('chair-rotates', '2025-11-02')).toBe('MET');
    const { chairs } = await home('chairs(on: "2025-11-01") { id termEndsOn }');
    expect(chairs).toEqual([{ id: 'lambeth:chair:2025', termEndsOn: '2026-11-01' }]);
  });

  it('names a group that was opened beside those of the document, and asks for its report until it is closed', async () => {
    const opened = await record(
      'openBody',
      'body',
      `reference: "TF-1", name: "Missing from school", kind: TASK_AND_FINISH, parentId: "lambeth-executive",
       openedOn: "2026-01-10", decisionReference: "D/1"`,
      'id isRecorded openedOn seats { id }',
    );
    const body = { id: 'lambeth-body:TF-1', isRecorded: true, openedOn: '2026-01-10', seats: [] };
    expect(opened).toMatchObject({ body, userErrors: [] });
    for (const [index, group] of ['training-and-development', 'safeguarding-adolescents'].entries()) {
      await record(
        'recordGroupReport',
        'report',
        `reference: "R${index}", bodyId: "lambeth-${group}-subgroup", receivedById: "lambeth-executive", receivedOn: "2026-06-01"`,
      );
    }
    expect(await statusOf('subgroups-report', '2026-05-31')).toBe('NOT_ASSESSABLE');
    expect(await statusOf('subgroups-report', '2026-09-30')).toBe('MET');
    expect(await statusOf('subgroups-report', '2026-10-02')).toBe('OVERDUE');
    await record('closeBody', 'body', 'bodyId: "lambeth-body:TF-1", closedOn: "2026-09-30"');
    const { bodies } = await home('bodies { id isRecorded closedOn }');
    expect(bodies).toContainEqual({ id: 'lambeth-body:TF-1', isRecorded: true, closedOn: '2026-09-30' });
  });
});
