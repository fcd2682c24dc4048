import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_QUESTION } from '../benchmarks/first-question';
import { growth, keptBy, type Kept } from '../benchmarks/kept';
import { pidsOf, residentMiB } from '../benchmarks/processes';
import { readLog } from '../support/access/read-log';
import { gatewayDoor, ownApiDoor, subgraphDoor } from '../support/hostile/doors';
import { sendHostile, type Campaign } from '../support/hostile/hostile-campaign';
import { startTestHub, type TestHub } from '../support/test-hub';

const REQUESTS = Number(process.env['HOSTILE_REQUESTS'] ?? 1_500);
const SEED = process.env['HOSTILE_SEED'] ?? 'fixed';
/** Of all requests; the rest goes to the gateway. */
const AT_PORTS = 0.3;

const MIB = 2 ** 20;
/** What a process may hold in memory at the end, in MiB. */
const MEMORY = 512;
/** What one request may leave in logs and records at the mean, in bytes; and the most that one line or record may hold. */
const KEPT_A_REQUEST = 8 * 1024;
const KEPT_AT_ONCE = 32 * 1024;

let testHub: TestHub;
let pids: Map<string, number | undefined>;
let grown: Kept;
const campaigns = new Map<string, Campaign>();

beforeAll(async () => {
  testHub = await startTestHub();
  const { hub } = testHub;
  say(`${REQUESTS} requests of the seed ${SEED}. HOSTILE_REQUESTS=50000 sends more, HOSTILE_SEED others.`);
  pids = pidsOf(hub);
  const before = await keptBy(hub);
  const own = [...hub.subgraphs].flatMap(([name, { ownUrl }]) => (ownUrl === null ? [] : [ownApiDoor(name)]));
  const ports = [...[...hub.subgraphs.keys()].map(subgraphDoor), ...own];
  const doors = [gatewayDoor(), ...ports];
  for (const door of doors) {
    const share = door.name === 'gateway' ? 1 - AT_PORTS : AT_PORTS / ports.length;
    campaigns.set(door.name, await sendHostile(hub, door, SEED, Math.round(REQUESTS * share)));
  }
  grown = growth(before, await keptBy(hub));
  for (const line of figures()) say(line);
}, 3_600_000);
afterAll(() => testHub?.end());

describe('hostile requests, written by the grammar of the schema, at the gateway, at each subgraph and at each own API', () => {
  it('end no process', () => {
    expect(pidsOf(testHub.hub)).toEqual(pids);
  });

  it('fail nothing: no 5xx but to say that it is too much, no error without a code, nothing of the inside', () => {
    const faults = [...campaigns].flatMap(([door, { faults }]) =>
      faults.map(({ kind, times, examples }) => {
        for (const { sent, answer, requestId } of examples) {
          say(`${door}, ${kind}\n  ${sent}\n  ${answer}\n  ${causesOf(requestId).join('\n  ')}`);
        }
        return `${door}: ${times} × ${kind}`;
      }),
    );
    expect(faults).toEqual([]);
  });

  it('reach what lies behind the limits on how often one may ask', () => {
    const outcomes = [...campaigns.values()].flatMap(({ outcomes }) => [...outcomes]);
    const limited = outcomes
      .filter(([outcome]) => outcome.startsWith('429'))
      .reduce((sum, [, times]) => sum + times, 0);
    expect(limited).toBeLessThan(REQUESTS / 3);
    const answered = outcomes
      .filter(([outcome]) => outcome.startsWith('200'))
      .reduce((sum, [, times]) => sum + times, 0);
    expect(answered).toBeGreaterThan(REQUESTS / 3);
  });

  it('leave every process with less than half a GiB of memory', () => {
    const sizes = [...pidsOf(testHub.hub)].map(([name, pid]) => [name, Math.round(residentMiB(pid) ?? 0)] as const);
    say(sizes.map(([name, size]) => `${name} ${size} MiB`).join(', '));
    expect(sizes.filter(([, size]) => size >= MEMORY)).toEqual([]);
  });

  it('leave little in logs and records, and no single one that is long', async () => {
    expect((grown.recordBytes + grown.logBytes) / REQUESTS).toBeLessThan(KEPT_A_REQUEST);
    const lines = logLines();
    expect(lines.filter(({ length }) => length > KEPT_AT_ONCE).map((line) => line.slice(0, 300))).toEqual([]);
    for (const name of testHub.hub.subgraphs.keys()) {
      const { entries, findings } = await readLog(testHub.hub.databaseUrl(name));
      expect(findings).toEqual([]);
      const texts = entries.map((entry) => JSON.stringify(entry));
      expect(texts.filter(({ length }) => length > KEPT_AT_ONCE).map((text) => text.slice(0, 300))).toEqual([]);
    }
  });

  it('leave a hub that answers', async () => {
    const { data, errors } = await testHub.ask(FIRST_QUESTION);
    expect(errors).toBeUndefined();
    expect(data.partnerships.map(({ name }: { name: string }) => name)).toEqual([
      'Havering Safeguarding Children Partnership',
      'Lambeth Safeguarding Children Partnership',
    ]);
  });
});

function* figures(): Generator<string> {
  for (const [door, { outcomes }] of campaigns) {
    const sorted = [...outcomes].sort(([, one], [, other]) => other - one);
    yield `${door}: ${sorted.map(([outcome, times]) => `${times} × ${outcome}`).join(', ')}`;
  }
  const { records, recordBytes, logBytes } = grown;
  yield `kept: ${records} records, ${(recordBytes / MIB).toFixed(1)} MiB of them, ${(logBytes / MIB).toFixed(1)} MiB of logs`;
}

/** What the logs hold against a request. */
function causesOf(requestId: string | null): string[] {
  if (requestId === null) return [];
  return logLines()
    .filter((line) => line.includes(requestId) && !line.includes('"level":30'))
    .map((line) => line.slice(0, 1_500));
}

function logLines(): string[] {
  const folder = join(testHub.hub.home, 'logs');
  return readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
}

function say(line: string): void {
  process.stdout.write(`hostile-requests: ${line}\n`);
}
