import { connect } from 'node:net';
import { serveHome } from '../../../../test/support/importing/home-service';
import { untilEqual } from '../../../../test/support/until-equal';

let home: Awaited<ReturnType<typeof serveHome>>;
beforeAll(async () => {
  home = await serveHome();
});
afterAll(() => home?.close());
beforeEach(() => home.sql('TRUNCATE meeting, record_import, record_import_row'));

const HEADER = 'Reference;Body id;Held on;Attendance.1.role;Attendance.1.capacity;Attendance.1.agencyId';
const AGENCY = 'havering:agency:nel-ccg';
const row = (
  reference: string,
  heldOn = '22/10/2025',
  body = 'havering-executive',
  role = 'Director of Nursing',
  agency = AGENCY,
) => [reference, body, heldOn, role, 'member', agency].join(';');
const fileOf = (rows: readonly string[]) => [HEADER, ...rows].map((line) => `${line}\r\n`).join('');
const many = (count: number) => Array.from({ length: count }, (_, place) => row(`M/${place + 1}`));
const stored = async () => (await home.sql<{ reference: string }>('SELECT reference FROM meeting ORDER BY 1')).length;

test('a dry run says what would come of it, and stores nothing', async () => {
  const { result } = await home.send('meeting', fileOf(many(1200)), { dryRun: true });
  expect(result).toMatchObject({ id: null, isDryRun: true, rows: 1200, recorded: 1200, unchanged: 0, problemCount: 0 });
  expect(await stored()).toBe(0);
  expect(await home.get('/own/imports')).toEqual({ imports: [] });
});

test('of many rows, exactly those that are bad are told, and nothing is stored', async () => {
  const rows = many(3000);
  const bad = new Map<number, [line: string, column: string, code: string]>();
  const kinds = [
    (n: number): [string, string, string] => [row(`M/${n}`, '13/25/2025'), 'Held on', 'DATE_UNREADABLE'],
    (n: number): [string, string, string] => [row(`M/${n}`, '31/02/2025'), 'Held on', 'VALUE_INVALID'],
    (n: number): [string, string, string] => [row(`M/${n}`, '2099-01-01'), 'Held on', 'DATE_IN_FUTURE'],
    (n: number): [string, string, string] => [row(`M/${n}`, '', undefined), 'Held on', 'CELL_EMPTY'],
    (n: number): [string, string, string] => [row(`M/${n}`, undefined, 'nobody'), 'Body id', 'BODY_UNKNOWN'],
    (n: number): [string, string, string] => [row(`M ${n}`), 'Reference', 'REFERENCE_INVALID'],
    (n: number): [string, string, string] => [row(`M/${n - 1}`, '23/10/2025'), 'Reference', 'REFERENCE_TAKEN'],
    (n: number): [string, string, string] => [
      row(`M/${n}`, undefined, undefined, undefined, 'none'),
      'attendance',
      'AGENCY_UNKNOWN',
    ],
  ];
  for (let index = 0; index < 37; index++) {
    const place = 50 + index * 79;
    const made = kinds[index % kinds.length]!(place + 1);
    rows[place] = made[0];
    bad.set(place + 2, made);
  }
  const { result } = await home.send('meeting', fileOf(rows));
  expect(result!.problemCount).toBe(37);
  const told = result!.problems
    .toSorted((a, b) => a.row - b.row)
    .map(({ row: at, column, code }) => [at, column, code]);
  expect(told).toEqual([...bad].map(([at, [, column, code]]) => [at, column, code]));
  for (const { message } of result!.problems) expect(message).toMatch(/\.$/);
  expect(result).toMatchObject({ id: null, rows: 3000 });
  expect(await stored()).toBe(0);
});

test('what is imported is as its mutation would have it, with who did it', async () => {
  const { result } = await home.send('recordMeeting', fileOf([row('M/1')]), { file: 'meetings of 2025.csv' });
  const { data } = await home.ask(
    `mutation { recordMeeting(input: { reference: "m/1", bodyId: "havering-executive", heldOn: "2025-10-22",
       attendance: [{ role: "Director of Nursing", capacity: MEMBER, agencyId: "${AGENCY}" }] }) { userErrors { code } } }`,
  );
  expect(data).toEqual({ recordMeeting: { userErrors: [] } });
  expect(await stored()).toBe(1);
  expect(await home.get('/own/imports')).toEqual({
    imports: [
      expect.objectContaining({
        ...{ id: result!.id, record: 'Meeting', fileName: 'meetings of 2025.csv', rows: 1, recorded: 1, unchanged: 0 },
        ...{ person: 'business-manager-1', role: 'business-manager', undoneAt: null },
        fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    ],
  });
});

test('repeated, nothing changes', async () => {
  const file = fileOf([...many(700), row(' m/1 ')]);
  expect((await home.send('meeting', file)).result).toMatchObject({ rows: 701, recorded: 700, unchanged: 1 });
  const before = await home.sql('SELECT * FROM meeting ORDER BY id');
  const { result } = await home.send('meeting', file);
  expect(result).toMatchObject({ id: null, rows: 701, recorded: 0, unchanged: 701, problemCount: 0 });
  expect(await home.sql('SELECT * FROM meeting ORDER BY id')).toEqual(before);
  expect((await home.get('/own/imports')) as object).toMatchObject({ imports: [{ recorded: 700 }] });
});

test('an import is undone as a whole, once, and what was recorded beside it stays', async () => {
  await home.send('meeting', fileOf([row('OTHER/1')]));
  const { result } = await home.send('meeting', fileOf([row('OTHER/1'), ...many(600)]));
  expect((await home.undo(result!.id!)).result).toMatchObject({ withdrawn: 600, problemCount: 0 });
  expect(await home.sql('SELECT reference FROM meeting')).toEqual([{ reference: 'OTHER/1' }]);
  expect((await home.undo(result!.id!)).errors![0]!.extensions.code).toBe('ALREADY_UNDONE');
  const [latest] = ((await home.get('/own/imports')) as { imports: object[] }).imports;
  expect(latest).toMatchObject({ id: result!.id, undoneBy: 'business-manager-1', undoneAt: expect.any(String) });
  const [change] = await home.sql('SELECT kind, reason, person FROM record_change ORDER BY id DESC LIMIT 1');
  expect(change).toMatchObject({ kind: 'WITHDRAWN', reason: `Import ${result!.id} is undone as a whole` });
});

test('an import on which others rest, or that was changed since, is not undone', async () => {
  const { result } = await home.send('meeting', fileOf(many(3)));
  const done = await home.ask(
    `mutation { a: correctMeeting(input: { reference: "M/2", bodyId: "havering-executive", heldOn: "2025-10-23", attendance: [], reason: "Another day" }) { userErrors { code message } }
       b: recordSignOff(input: { meetingReference: "M/3", agencyId: "${AGENCY}", signedOn: "2025-11-01", byRole: "Lead" }) { userErrors { code message } }
       c: withdrawMeeting(input: { reference: "M/1", reason: "Not held after all" }) { userErrors { code message } } }`,
  );
  expect(done.data).toEqual({ a: { userErrors: [] }, b: { userErrors: [] }, c: { userErrors: [] } });
  const refused = await home.undo(result!.id!);
  expect(refused.result!.problems.map(({ row: at, code }) => [at, code])).toEqual([
    [4, 'RESTED_ON'],
    [3, 'CHANGED_SINCE'],
  ]);
  expect(await stored()).toBe(2);
});

test('a row may rest on a row before it, and not on one behind it', async () => {
  const line = (reference: string, parent: string) => `${reference};A group;subgroup;${parent};01/02/2025`;
  const groups = (...lines: string[]) => ['reference;name;kind;parent id;opened on', ...lines].join('\n');
  const [top, below] = [line('TOP', 'havering-executive'), line('BELOW', 'havering-body:TOP')];
  expect((await home.send('body', groups(below, top))).result!.problems).toEqual([
    expect.objectContaining({ row: 2, column: 'parent id', code: 'BODY_UNKNOWN' }),
  ]);
  const { result } = await home.send('body', groups(top, below));
  expect(result).toMatchObject({ recorded: 2, problemCount: 0 });
  expect((await home.undo(result!.id!)).result).toMatchObject({ withdrawn: 2, problemCount: 0 });
});

/** Has a transaction of another's hold locks while something is tried. */
async function meanwhile<Result>(locks: string, act: () => Promise<Result>): Promise<Result> {
  await home.sql(`BEGIN; SELECT ${locks}`);
  try {
    return await act();
  } finally {
    await home.sql('ROLLBACK');
  }
}
const held = (what: string) => `pg_advisory_xact_lock(hashtextextended('${what}', 2))`;
const OF_AN_IMPORT = `${held('import')}, ${held('imports')}`;

test('while another import runs one is refused, and says what to do', async () => {
  const { errors } = await meanwhile(OF_AN_IMPORT, () => home.send('meeting', fileOf(many(3))));
  expect(errors).toEqual([
    { message: 'Another import runs here. Send it once that has ended.', extensions: { code: 'IMPORT_RUNS' } },
  ]);
  expect(await stored()).toBe(0);
});

test('while an import runs nothing else is recorded, and whoever tries is told so at once', async () => {
  const record = () =>
    home.ask(
      `mutation { recordMeeting(input: { reference: "M/1", bodyId: "havering-executive", heldOn: "2025-10-22",
        attendance: [] }) { userErrors { code } } }`,
    );
  const { errors } = await meanwhile(OF_AN_IMPORT, record);
  expect(errors).toEqual([expect.objectContaining({ extensions: expect.objectContaining({ code: 'IMPORT_RUNS' }) })]);
  expect(await stored()).toBe(0);
  expect((await record()).errors).toBeUndefined();
});

test('an import waits for whoever records at the moment', async () => {
  let isOver = false;
  const sent = await meanwhile(`pg_advisory_xact_lock_shared(hashtextextended('imports', 2))`, async () => {
    const sending = home.send('meeting', fileOf(many(3)));
    void sending.finally(() => (isOver = true));
    const waiting = `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    await untilEqual(async () => (await home.sql<{ count: number }>(waiting))[0]!.count, 1);
    return { sending, wasOver: isOver };
  });
  expect(sent.wasOver).toBe(false);
  expect((await sent.sending).result).toMatchObject({ recorded: 3 });
});

test('who may not record may not import, see imports, or undo one', async () => {
  const { result } = await home.send('meeting', fileOf(many(1)));
  expect(await home.send('meeting', fileOf(many(2)), { role: 'lay-member' })).toMatchObject({
    status: 403,
    errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
  });
  expect((await home.undo(result!.id!, 'lay-member')).status).toBe(403);
  expect(await home.get('/own/imports', 'lay-member')).toEqual({ imports: [] });
  const anonymous = await fetch(`${home.origin}/own/imports?record=meeting&file=a.csv`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: 'a' },
  });
  expect(anonymous.status).toBe(403);
  expect(await stored()).toBe(1);
});

test.each([
  ['a record that there is not', ['meetings', fileOf([])], 404, 'RECORD_UNKNOWN'],
  ['a file without a header', ['meeting', '\r\n\r\n'], 200, 'FILE_EMPTY'],
  [
    'a name that somebody is recognised by',
    ['meeting', fileOf([]), { file: 'NHS 943 476 5919.csv' }],
    200,
    'FILE_NAME_INVALID',
  ],
] as const)('%s is refused', async (_name, [record, text, options], status, code) => {
  expect(await home.send(record, text, options)).toMatchObject({ status, errors: [{ extensions: { code } }] });
});

test('of a file whose sender goes away nothing is stored', async () => {
  const body = fileOf(many(20_000));
  const { authorization } = await home.headersOf('business-manager');
  const { hostname, port } = new URL(home.origin);
  const socket = connect(Number(port), hostname);
  const head = [
    'POST /own/imports?record=meeting&file=a.csv HTTP/1.1',
    `host: ${hostname}`,
    `authorization: ${authorization}`,
  ];
  const headers = ['content-type: application/octet-stream', `content-length: ${Buffer.byteLength(body)}`, '', ''];
  socket.write([...head, ...headers].join('\r\n') + body);
  const running = `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  await untilEqual(async () => (await home.sql<{ count: number }>(running))[0]!.count > 1, true);
  socket.destroy();
  await untilEqual(async () => (await home.sql<{ count: number }>(running))[0]!.count, 0);
  expect(await stored()).toBe(0);
  expect((await home.send('meeting', fileOf(many(1)))).result).toMatchObject({ recorded: 1 });
});
