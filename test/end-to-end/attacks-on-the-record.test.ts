import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { run } from '../../packages/cli/src/main';
import { superuserIn } from '../support/attacks/superuser';
import { post, startTestHub, type TestHub } from '../support/test-hub';

const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022' };
/** Two of the logs: the hub's own, and a partnership's. */
const LOGS = ['london-scp', 'lambeth'] as const;
const CLI = join(__dirname, '../../packages/cli/dist/main.js');

let testHub: TestHub;
const superusers = new Map<string, Client>();
/** How many records stand in each log. */
const count = new Map<string, number>();

beforeAll(async () => {
  // Nobody but this test is to write a record while one is tampered with.
  testHub = await startTestHub({ relay: false });
  for (const log of LOGS) superusers.set(log, await superuserIn(testHub, log));
  const ask = testHub.as('duty-team', { ...LAMBETH, purpose: 'CROSS_BOUNDARY_MOVEMENT' });
  for (let time = 0; time < 6; time++) {
    await ask('{ movements(first: 5) { edges { node { id originRecord { status } destinationRecord { status } } } } }');
  }
  for (const [log, superuser] of superusers) {
    const { rows } = await superuser.query<{ count: number }>('SELECT count(*)::integer FROM audit.access_record');
    count.set(log, rows[0]!.count);
    expect(rows[0]!.count).toBeGreaterThanOrEqual(6);
    await superuser.query(
      `CREATE TABLE kept AS ${COLUMNS_OF('audit.access_record')}; CREATE TABLE kept_head AS TABLE audit.head`,
    );
  }
});
afterAll(async () => {
  for (const superuser of superusers.values()) await superuser.end();
  await testHub?.end();
});

const COLUMNS = 'seq, recorded_at, written_by, body, previous, hash';
const COLUMNS_OF = (table: string) => `SELECT ${COLUMNS} FROM ${table}`;

/** Does something to a log as a superuser who has put its triggers out of the way, and puts them back. */
async function tamper(log: string, statements: string): Promise<void> {
  await superusers.get(log)!.query(`
    ALTER TABLE audit.access_record DISABLE TRIGGER ALL; ALTER TABLE audit.head DISABLE TRIGGER ALL;
    ${statements};
    ALTER TABLE audit.access_record ENABLE ALWAYS TRIGGER stamp, ENABLE ALWAYS TRIGGER append_only;
    ALTER TABLE audit.head ENABLE ALWAYS TRIGGER follows_records, ENABLE ALWAYS TRIGGER append_only`);
}

async function restore(log: string): Promise<void> {
  await tamper(
    log,
    `DELETE FROM audit.access_record; INSERT INTO audit.access_record (${COLUMNS}) ${COLUMNS_OF('kept')};
     DELETE FROM audit.head; INSERT INTO audit.head TABLE kept_head`,
  );
}

interface Verified {
  code: number;
  lines: string[];
}

/** What `hub audit verify` does, in this process. */
async function verify(...args: string[]): Promise<Verified> {
  const said: string[] = [];
  const outputs = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
  );
  process.env['HUB_HOME'] = testHub.hub.home;
  try {
    const code = await run(['audit', 'verify', ...args]);
    return { code, lines: said.join('').trim().split('\n') };
  } finally {
    delete process.env['HUB_HOME'];
    for (const output of outputs) output.mockRestore();
  }
}

/** The same, as an operator runs it. */
function verifyByCommand(...args: string[]): Promise<Verified> {
  const env = { ...process.env, HUB_HOME: testHub.hub.home };
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, 'audit', 'verify', ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, lines: `${stdout}${stderr}`.trim().split('\n') }),
    );
  });
}

/** What is said of one log: its verdict, and its findings. */
function saidOf(log: string, lines: string[]): { verdict: string; findings: string[] } {
  const start = lines.findIndex((line) => line.startsWith(`${log}: `));
  const findings = lines.slice(start + 1);
  const end = findings.findIndex((line) => !line.startsWith('  '));
  return { verdict: /: ([^,]+),/.exec(lines[start]!)![1]!, findings: end < 0 ? findings : findings.slice(0, end) };
}

/** Makes a record's link and hash fit what is before it and what it says. */
const remade = (seq: number | 'place') => `
  UPDATE audit.access_record SET previous = (SELECT hash FROM audit.access_record WHERE seq = ${seq} - 1) WHERE seq = ${seq};
  UPDATE audit.access_record SET hash = audit.hash_of(previous, seq, recorded_at, written_by, body) WHERE seq = ${seq}`;
const edited = (seq: number) => `
  UPDATE audit.access_record SET body = replace(body, 'So that a test can look.', 'Nobody looked.') WHERE seq = ${seq}`;
const copied = (from: number, to: string) => `
  INSERT INTO audit.access_record (${COLUMNS})
    SELECT ${to}, recorded_at, written_by, body, previous, hash FROM audit.access_record WHERE seq = ${from}`;

/** What is done to a log of `n` records, and what is to be said of it. */
const kinds: [string, string, (n: number) => string[]][] = [
  ['edited', edited(3), () => ['EDITED  Record 3 was edited']],
  ['edited, with a hash that fits', `${edited(3)};${remade(3)}`, () => ['REPLACED  Record 3 was replaced']],
  ['removed: the first', 'DELETE FROM audit.access_record WHERE seq = 1', () => ['MISSING  Record 1 is missing']],
  [
    'removed: one in the middle',
    'DELETE FROM audit.access_record WHERE seq = 3',
    () => ['MISSING  Record 3 is missing'],
  ],
  [
    'removed: the last',
    'DELETE FROM audit.access_record WHERE seq = (SELECT max(seq) FROM audit.access_record)',
    (n) => [`MISSING  Record ${n} is missing: it was removed at the end.`],
  ],
  [
    'removed: the last, with the head set back',
    `DELETE FROM audit.access_record WHERE seq = (SELECT max(seq) FROM audit.access_record);
     UPDATE audit.head SET seq = seq - 1`,
    (n) => [`HEAD  The head does not fit record ${n - 1}`],
  ],
  [
    'reordered',
    `UPDATE audit.access_record SET seq = -2 WHERE seq = 2; UPDATE audit.access_record SET seq = 2 WHERE seq = 3;
     UPDATE audit.access_record SET seq = 3 WHERE seq = -2`,
    () => ['OUT_OF_PLACE  Record 2 was written as record 3', 'OUT_OF_PLACE  Record 3 was written as record 2'],
  ],
  [
    'inserted in the middle',
    `UPDATE audit.access_record SET seq = -seq WHERE seq >= 3; UPDATE audit.access_record SET seq = 1 - seq WHERE seq < 0;
     ${copied(1, '3')};${remade(3)}`,
    (n) => [
      'TIME  Record 3 is of',
      `OUT_OF_PLACE  Records 4 to ${n + 1} were written as records 3 to ${n}`,
      `INSERTED  Record ${n + 1} stands beyond the head`,
    ],
  ],
  [
    'dated to 2099, with all that follow it and the head made to fit',
    `UPDATE audit.access_record SET recorded_at = '2099-01-01' WHERE seq = 3;
     DO $$ BEGIN FOR place IN 3..(SELECT max(seq) FROM audit.access_record) LOOP
       ${remade('place')};
     END LOOP; END $$;
     UPDATE audit.head SET hash = (SELECT hash FROM audit.access_record WHERE access_record.seq = head.seq)`,
    () => ['TIME  Record 3 is of 2099-01-01T00:00:00', 'TIME  Record 4 is of'],
  ],
  [
    'left alone, and the head dated to 2099',
    `UPDATE audit.head SET recorded_at = '2099-01-01'`,
    () => ['HEAD  The head is of 2099-01-01T00:00:00'],
  ],
  [
    'inserted after the last',
    `${copied(1, '(SELECT max(seq) + 1 FROM audit.access_record)')}`,
    (n) => [
      `OUT_OF_PLACE  Record ${n + 1} was written as record 1`,
      `INSERTED  Record ${n + 1} stands beyond the head`,
    ],
  ],
];

it('the records of a hub that nobody tampered with are whole', async () => {
  const { code, lines } = await verifyByCommand();
  expect(code).toBe(0);
  for (const name of testHub.hub.subgraphs.keys()) expect(saidOf(name, lines).verdict).toBe('whole');
  expect(await verify()).toEqual({ code, lines });
});

it('an operator hears of a record that was edited, by the exit code as well', async () => {
  await tamper('lambeth', edited(3));
  const [byCommand, here] = [await verifyByCommand(), await verify()];
  await restore('lambeth');
  expect(byCommand.code).toBe(1);
  expect(saidOf('lambeth', byCommand.lines).findings).toEqual([
    expect.stringContaining('  EDITED  Record 3 was edited'),
  ]);
  expect(here).toEqual(byCommand);
});

describe('a record', () => {
  it.each(kinds)(
    '%s, is found and its place named, at the hub and at a partnership',
    async (_kind, statements, found) => {
      for (const log of LOGS) await tamper(log, statements);
      const { code, lines } = await verify();
      for (const log of LOGS) await restore(log);
      expect(code).toBe(1);
      for (const log of LOGS) {
        const { verdict, findings } = saidOf(log, lines);
        expect(verdict).toBe('NOT WHOLE');
        expect(findings).toEqual(found(count.get(log)!).map((start) => expect.stringContaining(`  ${start}`)));
      }
      expect(saidOf('havering', lines)).toEqual({ verdict: 'whole', findings: [] });
      expect((await verify()).code).toBe(0);
    },
  );

  it.each([
    ['person', `'nobody'`, `body::jsonb ->> 'person'`, 'text'],
    ['children', `'{}'`, `audit.texts(body::jsonb -> 'children')`, 'text[]'],
  ])('hidden from a search by %s, by a copy that says something else, is found', async (column, lie, made, type) => {
    const table = 'ALTER TABLE audit.access_record';
    for (const log of LOGS) {
      await tamper(
        log,
        `${table} ALTER COLUMN ${column} DROP EXPRESSION; UPDATE audit.access_record SET ${column} = ${lie} WHERE seq = 3`,
      );
    }
    const { code, lines } = await verify();
    for (const log of LOGS) {
      await tamper(
        log,
        `${table} DROP COLUMN ${column}, ADD COLUMN ${column} ${type} GENERATED ALWAYS AS (${made}) STORED`,
      );
    }
    expect(code).toBe(1);
    for (const log of LOGS) {
      expect(saidOf(log, lines).findings).toEqual([
        expect.stringContaining(`  COLUMN  The column ${column} is not made from the records any more`),
        expect.stringContaining(`  COLUMN  The column ${column} of record 3 does not say what the record says`),
      ]);
    }
    expect((await verify()).code).toBe(0);
  });

  it('rewritten with all that follow it and the head, is found by a head that was noted before', async () => {
    const noted = /^lambeth: .* head (\S+)$/m.exec((await verify()).lines.join('\n'))![1]!;
    await tamper(
      'lambeth',
      `${edited(3)};
       DO $$ BEGIN FOR place IN 3..${count.get('lambeth')} LOOP
         ${remade('place')};
       END LOOP; END $$;
       UPDATE audit.head SET hash = (SELECT hash FROM audit.access_record WHERE access_record.seq = head.seq)`,
    );
    const [alone, withNote] = [await verify(), await verify('--expect', `lambeth=${noted}`)];
    await restore('lambeth');
    expect(alone.code).toBe(0);
    expect(withNote.code).toBe(1);
    expect(saidOf('lambeth', withNote.lines).findings).toEqual([
      expect.stringContaining(`  REWRITTEN  Record ${count.get('lambeth')} is not the one whose hash was noted`),
    ]);
    expect((await verify('--expect', `lambeth=${noted}`)).code).toBe(0);
  });
});

describe.each(['london-scp', 'gateway', 'lambeth'])('%s, who writes the record,', (name) => {
  let service: Client;
  beforeAll(async () => {
    service = new Client({ connectionString: testHub.hub.databaseUrl(name) });
    await service.connect();
  });
  afterAll(() => service?.end());

  it.each([
    ['edit it', "UPDATE audit.access_record SET body = replace(body, 'look', 'hook')"],
    ['remove it', 'DELETE FROM audit.access_record'],
    ['empty it', 'TRUNCATE audit.access_record'],
    [
      'say where it stands',
      'INSERT INTO audit.access_record (seq, body) SELECT max(seq) + 1, max(body) FROM audit.access_record',
    ],
    ['move its head', 'UPDATE audit.head SET seq = 0'],
    ['put its triggers off', 'ALTER TABLE audit.access_record DISABLE TRIGGER ALL'],
    ['act as a replica, which fires none', 'SET session_replication_role = replica'],
    ['put another in its place', 'ALTER TABLE audit.access_record RENAME TO old'],
    ['drop it', 'DROP SCHEMA audit CASCADE'],
  ])('cannot %s', async (_what, statement) => {
    await expect(service.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a head that was dated to 2099', () => {
  it('drags no later record along, and is found after it, too', async () => {
    await tamper('london-scp', `UPDATE audit.head SET recorded_at = '2099-01-01'`);
    await testHub.as('duty-team', { ...LAMBETH, purpose: 'CROSS_BOUNDARY_MOVEMENT' })(
      '{ movements(first: 1) { edges { node { id } } } }',
    );
    const last = 'SELECT extract(year FROM max(recorded_at))::integer AS year FROM audit.access_record';
    const { rows } = await superusers.get('london-scp')!.query<{ year: number }>(last);
    expect(rows[0]!.year).toBeLessThan(2099);
    expect(saidOf('london-scp', (await verify()).lines).findings).toEqual([
      expect.stringContaining('  HEAD  The head is of 2099-01-01'),
    ]);
    await restore('london-scp');
    await restore('lambeth');
    expect((await verify()).code).toBe(0);
  });
});

// Last, as what is counted is written when the minute is over.
describe('somebody without a token', () => {
  const LONG = `query ${'A'.repeat(900_000)} { movement(id: "movement:NONE") { id } }`;
  const AT_PORT = `query ${'A'.repeat(900_000)} ($of: [_Any!]!) { _entities(representations: $of) { __typename } }`;
  const of = [{ __typename: 'LambethChildRecord', id: 'lambeth/movement:NONE/origin' }];

  it.each([
    ['the gateway', 'london-scp', () => post(testHub.hub.apiUrl, { query: LONG })],
    [
      'the port of the London SCP',
      'london-scp',
      () => post(testHub.hub.subgraphs.get('london-scp')!.url, { query: LONG }),
    ],
    [
      'the port of a partnership',
      'lambeth',
      () => post(testHub.hub.subgraphs.get('lambeth')!.url, { query: AT_PORT, variables: { of } }),
    ],
  ])('does not fill the record at %s, and is on it', async (_, log, attack) => {
    const read = async () => {
      const { rows } = await superusers
        .get(log)!
        .query<{ count: number; size: number }>(
          'SELECT count(*)::integer AS count, sum(octet_length(body))::integer AS size FROM audit.access_record',
        );
      return rows[0]!;
    };
    const [before, begun] = [await read(), Date.now()];
    for (let time = 0; time < 60; time++) await attack();
    const [after, minutes] = [await read(), Math.ceil((Date.now() - begun) / 60_000)];
    const records = after.count - before.count;
    expect(records).toBeGreaterThan(0);
    // Two a minute and recorder: the first of the address, and the count of the others.
    expect(records).toBeLessThanOrEqual(2 * 2 * (minutes + 1));
    expect(after.size - before.size).toBeLessThan(records * 4096);
    expect((await verify()).code).toBe(0);
  });

  it('puts no long line into a log', () => {
    for (const name of ['gateway', 'london-scp', 'lambeth']) {
      const longest = Math.max(...testHub.logOf(name).map((line) => JSON.stringify(line).length));
      expect(longest).toBeLessThan(10_000);
    }
  });
});
