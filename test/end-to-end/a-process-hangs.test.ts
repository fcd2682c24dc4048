import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { Client } from 'pg';
import { post, startTestHub, type Answer, type TestHub } from '../support/test-hub';
import { runSql } from '../support/test-database';
import { untilEqual } from '../support/until-equal';

const ROOT = join(__dirname, '../..');
const QUESTION = '{ partnerships { id name termsOfReference { reviewDue } } }';
/** What is recorded is read anew for each question; facts would be kept. */
const RECORDS = '{ partnerships { id ... on AdoptsProcedures { procedureAdoptions { adoptedOn } } } }';
/** Longer than a test waits: what ends before was ended by what is tested here. */
const TOO_LONG = { SUBGRAPH_TIMEOUT_MS: '600000', QUESTION_TIMEOUT_MS: '600000', OPERATION_TIMEOUT_MS: '600000' };

let testHub: TestHub;
let secondLondon: OwnProcess;
let secondGateway: OwnProcess;

beforeAll(async () => {
  testHub = await startTestHub({ env: { ...process.env, ...TOO_LONG }, relay: false });
  const { subgraphs, home, databaseUrl } = testHub.hub;
  const identity = (name: string) => join(home, 'identity', name);
  secondLondon = await OwnProcess.start('subgraphs/london-scp/dist/main.js', {
    DATABASE_URL: databaseUrl('london-scp'),
    HUB_JWKS: identity('hub-jwks.json'),
  });
  const addresses = [...subgraphs].map(([name, { url }]) => {
    return `${name}=${url}${name === 'london-scp' ? `|${secondLondon.url}` : ''}`;
  });
  const env = { SUBGRAPHS: addresses.join(','), GATEWAY_KEYS: identity('hub-keys.json') };
  secondGateway = await OwnProcess.start('gateway/dist/main.js', env);
});
afterAll(async () => {
  await secondGateway?.end();
  await secondLondon?.end();
  await testHub?.end();
});

/** A process of the hub beside those that it starts itself, on a free port. */
class OwnProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Resolves once it has said where it listens. */
  static async start(main: string, env: NodeJS.ProcessEnv): Promise<OwnProcess> {
    const child = spawn(process.execPath, [join(ROOT, main)], {
      env: { PATH: process.env['PATH'], PORT: '0', ...TOO_LONG, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout! })) {
      const { url } = JSON.parse(line) as { url?: string };
      if (url) return new OwnProcess(child, url);
    }
    throw new Error(`${main} ended before it listened.`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async end(): Promise<void> {
    this.child.kill('SIGCONT');
    this.child.kill('SIGTERM');
    if (this.child.exitCode === null) await once(this.child, 'exit');
  }
}

const withoutLambeth = ({ data }: Answer) =>
  data.partnerships.map((one: { id: string }) => (one.id === 'lambeth' ? { ...one, termsOfReference: null } : one));

describe('a partnership whose process hangs', () => {
  it('costs its own fields alone, is asked nothing more while it hangs, and is back when it goes on', async () => {
    const ask = (id: string) => testHub.ask(QUESTION, {}, { 'x-request-id': id });
    const whole = await ask('asked-before');
    testHub.hub.kill('lambeth', 'SIGSTOP');
    const during = [await ask('asked-first'), await ask('asked-later-1'), await ask('asked-later-2')];
    testHub.hub.kill('lambeth', 'SIGCONT');
    for (const { data, errors } of during) {
      expect(data.partnerships).toEqual(withoutLambeth(whole));
      expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'lambeth' } }]);
    }
    await untilEqual(() => ask('asked-after'), whole);
    const reachedLambeth = async () => {
      const named = new Map(testHub.logOf('gateway').map((line) => [line['requestId'], line['clientRequestId']]));
      const asked = new Set(testHub.logOf('lambeth').map(({ requestId }) => named.get(requestId)));
      return ['asked-before', 'asked-later-1', 'asked-later-2', 'asked-after'].filter((id) => asked.has(id));
    };
    // The gateway writes the line that has both ids once the answer has left.
    await untilEqual(reachedLambeth, ['asked-before', 'asked-after']);
  });
});

describe('one of two processes of the London SCP that hangs', () => {
  it('costs nobody anything: the other answers every question, whole', async () => {
    const ask = () => post(`${secondGateway.url}/graphql`, { query: QUESTION });
    const whole = await ask();
    expect(whole.errors).toBeUndefined();
    // So that both have a part in it.
    await ask();
    secondLondon.signal('SIGSTOP');
    expect(await Promise.all(Array.from({ length: 8 }, ask))).toEqual(Array(8).fill(whole));
    for (let count = 0; count < 8; count += 1) expect(await ask()).toEqual(whole);
    secondLondon.signal('SIGCONT');
    testHub.hub.kill('london-scp', 'SIGSTOP');
    expect(await Promise.all(Array.from({ length: 8 }, ask))).toEqual(Array(8).fill(whole));
    testHub.hub.kill('london-scp', 'SIGCONT');
  });
});

describe('a question whose client gives up', () => {
  it('leaves no statement that runs in PostgreSQL', async () => {
    const database = testHub.hub.databaseUrl('lambeth');
    const token = await testHub.hub.token('analyst');
    const waiting = () =>
      runSql(
        database,
        `SELECT pid FROM pg_stat_activity
         WHERE application_name = 'hub-lambeth' AND state = 'active' AND wait_event_type = 'Lock'`,
      );
    const lambeth = new Client({ connectionString: database });
    await lambeth.connect();
    try {
      await lambeth.query('BEGIN');
      // Whatever is read waits for as long as this transaction lasts.
      const { rows } = await lambeth.query(
        "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
      );
      await lambeth.query(`LOCK TABLE ${(rows as { name: string }[]).map(({ name }) => name).join(', ')}`);
      const client = new AbortController();
      let isAsked = false;
      const ask = async () => {
        isAsked = true;
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
        const request = { method: 'POST', headers, signal: client.signal };
        await fetch(testHub.hub.apiUrl, { ...request, body: JSON.stringify({ query: RECORDS }) }).catch(
          () => undefined,
        );
        isAsked = false;
      };
      await untilEqual(async () => {
        if (!isAsked) void ask();
        return (await waiting()).length > 0;
      }, true);
      client.abort();
      await untilEqual(waiting, []);
    } finally {
      await lambeth.end();
    }
  });
});
