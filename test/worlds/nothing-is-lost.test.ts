import { execFile } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { foldEvents, fromDayNumber, toDayNumber, todayInLondon, type MovementEvent } from '@hub/contract';
import { seededRandom } from '@hub/partnership';
import type { Client } from 'pg';
import { developmentToken } from '../../packages/cli/src/system/development-token';
import { hubHome } from '../../packages/cli/src/system/hub-home';
import { freePorts } from '../../packages/cli/src/system/ports';
import { isAlive } from '../../packages/cli/src/system/process-identity';
import {
  inDatabases,
  keptIn,
  responsibilityIn,
  waitingIn,
  type Kept,
  type Period,
} from '../support/crash/crash-databases';
import { openCuttingNetwork, type CuttingNetwork } from '../support/crash/cutting-network';
import { HubProcess } from '../support/crash/hub-process';
import { PersistentClient } from '../support/crash/persistent-client';
import { makerOf, plannedMovements, type Authority, type PlannedMovement } from '../support/crash/planned-movements';
import { untilEqual } from '../support/until-equal';

const MOVEMENTS = 200;
const SEED = process.env['CRASH_SEED'] ?? String(randomInt(1_000_000));
const PARTNERSHIPS = ['havering', 'lambeth', 'redbridge', 'tri-borough'];
const SUBGRAPHS = ['london-scp', ...PARTNERSHIPS];
const ESSENTIAL = ['postgres', 'gateway'];
const CLI = join(__dirname, '../../packages/cli/dist/main.js');

const random = seededRandom(`crash ${SEED}`);
const planned = plannedMovements(MOVEMENTS, random);
const client = new PersistentClient(random);
const home = mkdtempSync(join(tmpdir(), 'hub-crash-'));
/** Each planned movement's id, once there is an answer, and the ids of the messages that were answered. */
const made = new Map<PlannedMovement, { movement: string; messages: string[] }>();
/** Processes in the order in which they were killed, each with how many requests were under way. */
const killed: { name: string; underWay: number }[] = [];

let hub: HubProcess;
let network: CuttingNetwork;
let kept: Map<string, Kept>;
let responsibility: Map<string, Period[]>;

beforeAll(async () => {
  say(`${MOVEMENTS} movements of the seed ${SEED}. CRASH_SEED=${SEED} plans the same again.`);
  const begun = Date.now();
  const [port] = await freePorts(1);
  network = await openCuttingNetwork(port!, random);
  hub = new HubProcess({ home, port: port!, network: network.url });
  hub.start();
  await hub.isUp();
  await Promise.all([killAtRandom(), ...planned.map(makeMovement)]);
  network.calm();
  await hub.isUp();
  await untilCalm();
  kept = await inDatabases(home, keptIn);
  const atHub = async (database: Client, name: string) => (name === 'london-scp' ? responsibilityIn(database) : null);
  responsibility = (await inDatabases(home, atHub)).get('london-scp')!;
  say(figures((Date.now() - begun) / 1000));
}, 420_000);
afterAll(async () => {
  await network?.close();
  await hub?.end();
  expect([...(hub?.pids ?? [])].filter(isAlive)).toEqual([]);
}, 60_000);

/** Until nothing waits anywhere, at two looks: what is under way may be in neither place at one. */
async function untilCalm(): Promise<void> {
  const look = async () => {
    const waiting = await inDatabases(home, waitingIn);
    return [...waiting].flatMap(([name, of]) =>
      Object.entries(of).flatMap(([what, n]) => (n ? [{ name, what, n }] : [])),
    );
  };
  await untilEqual(async () => [await look(), await pause(1000), await look()], [[], undefined, []], 90_000);
}

/** Three of PostgreSQL, three of the gateway, six of subgraphs, in any order. */
function killings(): string[] {
  const one = (of: readonly string[]) => of[Math.floor(random() * of.length)]!;
  const names = [
    ...Array.from({ length: 3 }, () => ['postgres', 'gateway', 'london-scp']).flat(),
    ...Array.from({ length: 4 }, () => one(PARTNERSHIPS)),
  ];
  return names
    .map((name) => ({ name, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}
const plan = killings();

async function killAtRandom(): Promise<void> {
  for (const name of plan) {
    await hub.isUp();
    await pause(500 + 5000 * random());
    const { starts } = hub;
    while (!hub.kill(name)) await pause(50);
    killed.push({ name, underWay: client.figures.underWay });
    // The end of these is the hub's, which is then started again.
    while (ESSENTIAL.includes(name) && hub.starts === starts) await pause(50);
  }
}

/** Notifies a movement, once so many processes have been killed, and takes its steps, each until it is answered. */
async function makeMovement(movement: PlannedMovement, index: number): Promise<void> {
  while (killed.length < Math.floor((index / MOVEMENTS) * plan.length)) await pause(100);
  await pause(4000 * random());
  const notice = randomUUID();
  const { movement: id } = await persist('NotifyMovement', movement.origin, 'duty-team', {
    ...{ id: notice, nhsNumber: movement.nhsNumber, category: movement.category },
    ...{ dateOfBirth: fromDayNumber(toDayNumber(todayInLondon()) - 9 * 365), hasStatutoryOrder: false },
    ...{ origin: movement.origin.code, destination: movement.destination.code },
    ...{ permanence: 'PERMANENT', discovery: 'PLANNED' },
  });
  const messages = [notice];
  made.set(movement, { movement: id!, messages });
  for (const move of movement.steps) {
    const { authority, role } = makerOf(move, movement);
    const step = { id: randomUUID(), movement: id, move, ...SAID[move] };
    await persist('TakeMovementStep', authority, role, step);
    messages.push(step.id);
  }
}

const SAID: Partial<Record<string, object>> = {
  SHARE_INFORMATION: { manifest: [{ title: 'Chronology', sha256: 'a'.repeat(64) }] },
  ACCEPT_RESPONSIBILITY: { confirmation: 'letter:1' },
  ...Object.fromEntries(
    ['DISPUTE', 'RETURN_NOTICE', 'ESCALATE', 'WITHDRAW'].map((move) => [move, { reason: 'As said.' }]),
  ),
};
/** What a side is told as long as the step before has not reached it. */
const NOT_YET = ['MOVEMENT_UNKNOWN', 'OUT_OF_ORDER', 'CONFERENCE_REQUIRED'];

/** Says the same until it is done: a notice at the partnership's own door, a step at that or at the hub's. */
async function persist(
  name: 'NotifyMovement' | 'TakeMovementStep',
  { code, partnership }: Authority,
  role: 'duty-team' | 'conference-chair',
  input: object,
) {
  const isAtHome = name === 'NotifyMovement' || random() < 0.5;
  const who = { partnership, organisation: code, ...(isAtHome && { at: partnership }) };
  const { token } = await developmentToken(hubHome(home), role, who, PARTNERSHIPS);
  const prefix = partnership.replace(/-./g, ([, letter]) => letter!.toUpperCase());
  const attempt = {
    url() {
      if (!isAtHome) return `${network.url}/graphql`;
      const port = hub.processOf(partnership)?.port;
      return port && `http://127.0.0.1:${port}/graphql`;
    },
    headers: {
      ...{ authorization: `Bearer ${token}`, 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT' },
      'x-reason': 'So that a test can look.',
    },
    query: `mutation ($input: ${name}Input!) { done: ${prefix}${name}(input: $input) { movement userErrors { code message } } }`,
    input,
  };
  for (;;) {
    const answered = await client.ask(attempt as Parameters<typeof client.ask>[0]);
    const [error] = answered.userErrors;
    if (!error) return answered;
    if (!NOT_YET.includes(error.code)) {
      throw new Error(`${name} was refused: ${error.code} ${error.message}`);
    }
    await pause(1000 + 1000 * random());
  }
}

const historyAt = (name: string, movement: string) => kept.get(name)!.histories.get(movement) ?? [];
const movements = () => [...made].map(([plan, { movement, messages }]) => ({ plan, movement, messages }));
const idsOf = (events: readonly MovementEvent[]) => events.map(({ id }) => id);

describe('of 200 movements, while every process is killed and connections are cut', () => {
  it('none is lost and none is there twice: at the hub, at its origin and at its destination', () => {
    const all = movements();
    expect(new Set(all.map(({ movement }) => movement)).size).toBe(MOVEMENTS);
    const at = (name: string) => [...kept.get(name)!.histories.keys()].sort();
    expect(at('london-scp')).toEqual(all.map(({ movement }) => movement).sort());
    for (const name of PARTNERSHIPS) {
      const own = all.filter(({ plan: { origin, destination } }) =>
        [origin, destination].some((o) => o.partnership === name),
      );
      expect(at(name)).toEqual(own.map(({ movement }) => movement).sort());
    }
    const children = [...kept.get('london-scp')!.histories.values()].map(([notice]) => notice!.data.childPseudonym);
    expect(new Set(children).size).toBe(MOVEMENTS);
  });

  it('each has every message once, in the order of who sent it, and the acknowledgement of its destination', () => {
    for (const { plan, movement, messages } of movements()) {
      const history = historyAt('london-scp', movement);
      const [acknowledgement, ...others] = history.filter(({ move }) => move === 'ACKNOWLEDGE');
      expect([acknowledgement?.authority, others]).toEqual([plan.destination.code, []]);
      expect(idsOf(history.filter((event) => event !== acknowledgement))).toEqual(messages);
    }
  });

  it('each has the same history on all three, and stands where its last step led', () => {
    for (const { plan, movement } of movements()) {
      const history = historyAt('london-scp', movement);
      expect(historyAt(plan.origin.partnership, movement)).toEqual(history);
      expect(historyAt(plan.destination.partnership, movement)).toEqual(history);
      expect(foldEvents(history)!.state).toBe(plan.state);
    }
  });

  it('each has one record of each side, which stands as the hub has it', () => {
    const expected = movements().flatMap(({ plan: { origin, destination, state }, movement }) => [
      { movement, by: 'HUB', state, at: 'london-scp' },
      { movement, by: 'ORIGIN', state, at: origin.partnership },
      { movement, by: 'DESTINATION', state, at: destination.partnership },
    ]);
    const standings = [...kept].flatMap(([at, database]) =>
      database.standings.map((standing) => ({ ...standing, at })),
    );
    const sorted = (of: typeof expected) => of.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
    expect(sorted(standings)).toEqual(sorted(expected));
  });

  it('each had exactly one responsible authority at any instant from its notice on, and none before', () => {
    for (const { plan, movement } of movements()) {
      const periods = responsibility.get(movement)!;
      const history = historyAt('london-scp', movement);
      const begin = Date.parse(history[0]!.occurredAt);
      const acceptance = history.find(({ move }) => move === 'ACCEPT_RESPONSIBILITY')?.recordedAt;
      const passing = acceptance === undefined ? Infinity : Date.parse(acceptance);
      const edges = periods.flatMap(({ from, until }) => [from, until].filter(Number.isFinite));
      const drawn = Array.from({ length: 20 }, () => begin + (Date.now() - begin) * random());
      for (const instant of [begin, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1]), ...drawn]) {
        const responsible = periods.filter(({ from, until }) => from <= instant && instant < until);
        const expected = instant < begin ? [] : [instant < passing ? plan.origin.code : plan.destination.code];
        expect(responsible.map(({ authority }) => authority)).toEqual(expected);
      }
    }
  });
});

describe('afterwards', () => {
  it('every record of access is whole, as `hub audit verify` finds', async () => {
    for (const [name, { audit }] of kept) expect([name, audit.findings]).toEqual([name, []]);
    const env = { ...process.env, HUB_HOME: home };
    const said = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, [CLI, 'audit', 'verify'], { env }, (error, out) =>
        error ? reject(error) : resolve(out),
      );
    });
    for (const name of SUBGRAPHS) expect(said).toMatch(new RegExp(`^${name}: whole, records [1-9]`, 'm'));
  });

  it('nothing waits: outboxes are empty, and every delivery is acknowledged', () => {
    for (const { waiting } of kept.values()) expect(new Set(Object.values(waiting))).toEqual(new Set([0]));
  });

  it('it was no calm day', () => {
    const names = killed.map(({ name }) => name).sort();
    expect(names).toEqual([...plan].sort());
    expect(killed.filter(({ underWay }) => underWay > 0).length).toBeGreaterThan(plan.length / 2);
    expect(hub.starts).toBeGreaterThan(6);
    expect(client.figures.unanswered).toBeGreaterThan(0);
    expect(network.cuts()).toBeGreaterThan(0);
  });
});

function figures(seconds: number): string {
  const { requests, unanswered } = client.figures;
  const messages = [...kept.get('london-scp')!.histories.values()].flat().length;
  const kills = ['postgres', 'gateway', ...SUBGRAPHS].map(
    (of) => `${of} ${killed.filter(({ name }) => name === of).length}`,
  );
  const records = [...kept.values()].reduce((sum, { audit }) => sum + audit.records, 0);
  return [
    `${made.size} movements with ${messages} messages in ${seconds.toFixed(0)} s, by ${requests} requests, of which`,
    `${unanswered} had no answer and were repeated. ${hub.starts} starts of the hub. Killed: ${kills.join(', ')}.`,
    `${network.cuts()} connections were cut. ${records} records of access.`,
  ].join(' ');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
