import { setTimeout as sleep } from 'node:timers/promises';
import { exampleFiles } from '../support/saved-examples';
import { startTestHub, type TestHub } from '../support/test-hub';

jest.setTimeout(1_800_000);

const PARTNERSHIPS = 31;
const CALLERS = 16;
const QUESTIONS_EACH = 4;
/** Of a partnership's process: a pool of three, one on which it listens, one by which it cancels. */
const SESSIONS_EACH = 5;
/** The hub answers for what goes wrong in it, and not for how fast the machine is. */
const PATIENT = { SUBGRAPH_TIMEOUT_MS: '120000', OPERATION_TIMEOUT_MS: '150000', QUESTION_TIMEOUT_MS: '180000' };
const EXAMPLE = exampleFiles.find(({ file }) => file.startsWith('01-'))!;

describe('a hub of all of London', () => {
  let london: TestHub;
  beforeAll(async () => {
    const env = { ...process.env, ...PATIENT };
    london = await startTestHub({ partnerships: PARTNERSHIPS, londonProcesses: 2, env });
  });
  afterAll(() => london?.end());

  it('comes up with a process for each partnership, and every one answers', async () => {
    expect(london.hub.processes.size).toBe(PARTNERSHIPS + 2);
    const { data, errors } = await london.as('analyst')(EXAMPLE.query, EXAMPLE.variables);
    expect(errors).toBeUndefined();
    expect(data.partnerships).toHaveLength(PARTNERSHIPS);
    const silent = data.partnerships.filter((one: { bodies: unknown[] | null }) => !one.bodies?.length);
    expect(silent).toEqual([]);
    const codes = data.partnerships.flatMap((one: { localAuthorities: { gssCode: string }[] }) =>
      one.localAuthorities.map(({ gssCode }) => gssCode),
    );
    expect(new Set(codes).size).toBe(33);
  });

  it('answers sixteen callers at once without an error, and no process opens more connections than its share', async () => {
    const ask = london.as('analyst');
    const most = new Map<string, number>();
    let isOver = false;
    const watching = (async () => {
      while (!isOver) {
        const rows = await london.sql<{ role: string; sessions: number }>(
          'london-scp',
          `SELECT usename AS role, count(*)::int AS sessions FROM pg_stat_activity
           WHERE usename IS NOT NULL AND pid <> pg_backend_pid() GROUP BY 1`,
        );
        for (const { role, sessions } of rows) most.set(role, Math.max(most.get(role) ?? 0, sessions));
        await sleep(50);
      }
    })();
    const answers = await Promise.all(
      Array.from({ length: CALLERS }, async () => {
        const own = [];
        for (let question = 0; question < QUESTIONS_EACH; question++)
          own.push(await ask(EXAMPLE.query, EXAMPLE.variables));
        return own;
      }),
    );
    isOver = true;
    await watching;
    const wrong = answers.flat().filter(({ data, errors }) => errors || data.partnerships.length !== PARTNERSHIPS);
    expect(wrong).toEqual([]);
    expect(answers.flat()).toHaveLength(CALLERS * QUESTIONS_EACH);
    const partnerships = [...london.hub.subgraphs.keys()].filter((name) => name !== 'london-scp');
    const ofEach = partnerships.map((name) => [name, most.get(name) ?? 0] as const);
    expect(ofEach.filter(([, sessions]) => sessions === 0 || sessions > SESSIONS_EACH)).toEqual([]);
    expect(most.get('london-scp')).toBeLessThanOrEqual(2 * SESSIONS_EACH);
    expect(most.get('gateway')).toBeLessThanOrEqual(5);
  });
});
