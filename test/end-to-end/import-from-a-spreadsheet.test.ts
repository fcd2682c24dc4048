import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startTestHub, type TestHub } from '../support/test-hub';

const CLI = join(__dirname, '../../packages/cli/dist/main.js');
const GUIDE = readFileSync(join(__dirname, '../../docs/guides/import.md'), 'utf8');
const COMMAND = 'npm run -s hub --';
const PATIENCE_MS = 600_000;

let testHub: TestHub;
let folder: string;
let token: string;
beforeAll(async () => {
  testHub = await startTestHub();
  folder = mkdtempSync(join(tmpdir(), 'test-import-'));
  token = await testHub.hub.token('business-manager', { partnership: 'havering', at: 'havering' });
});
afterAll(async () => {
  await testHub?.end();
  rmSync(folder, { recursive: true });
});

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a line of a shell in the folder, with the command as it is built. */
function shell(line: string): Promise<Ended> {
  const command = line.replaceAll(COMMAND, `'${process.execPath}' '${CLI}'`);
  const env = { ...process.env, HUB_HOME: testHub.hub.home, HUB_TOKEN: token };
  return new Promise((resolve) => {
    execFile('bash', ['-c', command], { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** The blocks of the guide in their order. */
const blocks = [...GUIDE.matchAll(/^```(\w+) ?(.*)\n([^]*?)^```$/gm)].map(([, kind, says, text]) => ({
  kind,
  says,
  text: text!,
}));

/** A text as the guide shows it, where `…` stands for what differs. */
const shown = (text: string) =>
  new RegExp(
    `^${text
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );

test('the guide is true', async () => {
  let [last, ran]: [Ended | undefined, number] = [undefined, 0];
  for (const { kind, says, text } of blocks) {
    if (kind === 'csv') writeFileSync(join(folder, says!), text);
    if (kind === 'sh') {
      last = await shell(text);
      ran += 1;
      if (text.includes('> template.csv')) last.stdout = readFileSync(join(folder, 'template.csv'), 'utf8');
    }
    if (kind === 'text') {
      expect(last!.stdout).toMatch(shown(text));
      expect(last!.code).toBe(Number(says || 0));
    }
  }
  expect(ran).toBe(7);
});

test('a template without a record lists all, and each has a header', async () => {
  const { stdout, code } = await shell(`${COMMAND} import --partnership havering --template`);
  const records = stdout.trim().split('\n');
  expect([code, records.length > 30]).toEqual([0, true]);
  const described = await shell(`${COMMAND} import --partnership havering --template --json`);
  for (const line of described.stdout.trim().split('\n')) {
    expect(JSON.parse(line)).toMatchObject({ tooNested: null, columns: expect.arrayContaining([expect.anything()]) });
  }
});

test.each([
  [`${COMMAND} import --partnership havering`, 'Nothing was asked for.'],
  [`HUB_TOKEN= ${COMMAND} import --partnership havering --list`, 'HUB_TOKEN is not set'],
  [`${COMMAND} import meeting none.csv --partnership havering`, 'The file none.csv cannot be read'],
  [`${COMMAND} import --partnership nobody --list`, 'Where the own service of "nobody" is cannot be read'],
  [`${COMMAND} import --partnership havering --url http://127.0.0.1:9 --list`, 'does not answer'],
  [`${COMMAND} import --partnership lambeth --list`, 'meant for another service'],
])('%s says what to do', async (line, message) => {
  const { code, stdout, stderr } = await shell(line);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(message);
});

test('of a file in the middle of which the service is killed nothing is stored, and it can be sent again', async () => {
  const rows = Array.from({ length: 30_000 }, (_, place) => `KILLED/${place},havering-executive,2020-05-01\n`);
  writeFileSync(join(folder, 'many.csv'), `reference,bodyId,heldOn\n${rows.join('')}`);
  const line = `${COMMAND} import meeting many.csv --partnership havering`;
  const killed = testHub.hub.subgraphs.get('havering')!.pid;
  const ended = shell(line);
  // What is inserted is seen by nobody else before it is kept; that the table grows is.
  const size = async () => {
    const [{ bytes }] = (await testHub.sql<{ bytes: string }>(
      'havering',
      `SELECT pg_relation_size('record_import_row') AS bytes`,
    )) as [{ bytes: string }];
    return Number(bytes);
  };
  const before = await size();
  await until(async () => (await size()) > before);
  testHub.hub.kill('havering', 'SIGKILL');
  expect(await ended).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('Send the same file again'),
  });
  const stored = `SELECT count(*)::int AS count FROM meeting WHERE reference LIKE 'KILLED/%'`;
  expect(await testHub.sql('havering', stored)).toEqual([{ count: 0 }]);
  await until(async () => ![undefined, killed].includes(testHub.hub.subgraphs.get('havering')!.pid));
  await until(async () => (await shell(`${COMMAND} import --partnership havering --list`)).code === 0);
  expect(await shell(line)).toMatchObject({ code: 0, stdout: expect.stringContaining('30000 recorded') });
  expect(await testHub.sql('havering', stored)).toEqual([{ count: 30_000 }]);
});

async function until(look: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await look()); await pause(20)) {
    if (Date.now() > end) throw new Error('It did not come about in time.');
  }
}
