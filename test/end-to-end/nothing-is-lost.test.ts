import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { destinationsOf, foldEvents, MovementSide, type MovementEvent } from '@hub/contract';
import { seededRandom } from '@hub/partnership';
import type { Client } from 'pg';
import { freePorts } from '../../packages/cli/src/system/ports';
import { isAlive } from '../../packages/cli/src/system/process-identity';
import {
  inDatabases,
  keptIn,
  responsibilityIn,
  waitingIn,
  type Chain,
  type Kept,
} from '../support/crash/crash-databases';
import { openCuttingNetwork, type CuttingNetwork } from '../support/crash/cutting-network';
import { HubProcess } from '../support/crash/hub-process';
import { PersistentClient } from '../support/crash/persistent-client';
import { authorityOf, plannedMovements, type Authority } from '../support/crash/planned-movements';
import { playCrashes, type MadeMovement, type Played } from '../support/crash/play-crashes';
import { untilEqual } from '../support/until-equal';
import { webhooksTo } from '../support/webhooks/vendor-receivers';
import { openWebhookReceiver, type WebhookReceiver } from '../support/webhooks/webhook-receiver';

const { CRASH_MOVEMENTS = '30', CRASH_SEED = 'fixed' } = process.env;
const MOVEMENTS = Number(CRASH_MOVEMENTS);
const SEED = CRASH_SEED === 'random' ? String(randomInt(1_000_000)) : CRASH_SEED;
/** How often each kind of process is killed. */
const ROUNDS = Math.ceil(MOVEMENTS / 70);
const PARTNERSHIPS = ['havering', 'lambeth', 'redbridge', 'tri-borough'];
const SUBGRAPHS = ['london-scp', ...PARTNERSHIPS];
/** In which all is made; what is under way then ends. */
const LIMIT_MS = 600_000;
const CLI = join(__dirname, '../../packages/cli/dist/main.js');

const random = seededRandom(`crash ${SEED}`);
const killings = drawnKillings();
const planned = plannedMovements(MOVEMENTS, random);
const client = new PersistentClient(random);
const played: Played = { made: [], killed: [] };
const home = mkdtempSync(join(tmpdir(), 'hub-crash-'));

const ending = new AbortController();
const { signal } = ending;
// Each movement waits by it.
setMaxListeners(0, signal);

let hub: HubProcess;
let network: CuttingNetwork;
/** Of each partnership, by its id. */
const told = new Map<string, WebhookReceiver>();
let kept: Map<string, Kept>;
let responsibility: Map<string, Chain>;

beforeAll(async () => {
  say(`${MOVEMENTS} movements of the seed ${SEED}. CRASH_MOVEMENTS=200 makes more, CRASH_SEED=random others.`);
  const begun = Date.now();
  setTimeout(() => ending.abort(new Error('It was not done in time.')), LIMIT_MS).unref();
  const [port] = await freePorts(1);
  network = await openCuttingNetwork(port!, random);
  const publishedKeys = async () =>
    (await fetch(`http://127.0.0.1:${port}/.well-known/webhook-jwks.json`)).json() as Promise<object>;
  for (const name of PARTNERSHIPS) told.set(name, await openWebhookReceiver(publishedKeys));
  hub = new HubProcess({ home, port: port!, network: network.url, env: webhooksTo(told) });
  hub.start();
  await hub.isUp(signal);
  const stage = { home, hub, client, partnerships: PARTNERSHIPS };
  await playCrashes({ ...stage, planned, killings, random, signal }, played).catch((error: unknown) => {
    throw new Error(`${figures(begun)} Last: ${client.lastProblem} ${hub.output.slice(-1000)}`, { cause: error });
  });
  network.calm();
  await hub.isUp(signal);
  await untilCalm();
  kept = await inDatabases(home, keptIn);
  const atHub = async (database: Client, name: string) => (name === 'london-scp' ? responsibilityIn(database) : null);
  responsibility = (await inDatabases(home, atHub)).get('london-scp')!;
  say(figures(begun));
}, 2 * LIMIT_MS);
afterAll(async () => {
  ending.abort();
  await network?.close();
  await hub?.end();
  await Promise.all([...told.values()].map((receiver) => receiver.close()));
  expect([...(hub?.pids ?? [])].filter(isAlive)).toEqual([]);
});

/** As many of the hub itself, of PostgreSQL, of the gateway and of the London SCP, and one more of partnerships, in any order. */
function drawnKillings(): string[] {
  const names = Array.from({ length: ROUNDS }, () => ['hub', 'postgres', 'gateway', 'london-scp']).flat();
  for (let more = 0; more <= ROUNDS; more++) names.push(PARTNERSHIPS[Math.floor(random() * PARTNERSHIPS.length)]!);
  const drawn = names.map((name) => ({ name, at: random() }));
  return drawn.sort((one, other) => one.at - other.at).map(({ name }) => name);
}

/** Until nothing waits anywhere, at two looks: what is under way may be in neither place at one. */
async function untilCalm(): Promise<void> {
  const look = async () => {
    const waiting = await inDatabases(home, waitingIn);
    return [...waiting].flatMap(([name, of]) =>
      Object.entries(of).flatMap(([what, count]) => (count ? [{ name, what, count }] : [])),
    );
  };
  await untilEqual(async () => [await look(), await pause(1000), await look()], [[], undefined, []], 120_000);
}

const historyAt = (name: string, movement: string) => kept.get(name)!.histories.get(movement) ?? [];
/** Whether one of these has a message as refused by the hub: for a person to see to. */
const isRefused = (parties: readonly Authority[], id: string) =>
  parties.some(({ partnership }) => kept.get(partnership)!.refused.includes(id));
const movementAt = (movement: string) => foldEvents(historyAt('london-scp', movement))!;
const stateOf = (movement: string): string => movementAt(movement).state;
/** The destination of a movement, as it was amended. */
const destinationOf = (movement: string) => authorityOf(movementAt(movement).destination);
/** All who are a party to a movement, or were: its origin, its destination, and one that its notice went to before. */
const partiesOf = ({ plan, movement }: MadeMovement): Authority[] => {
  const destinations = destinationsOf(movementAt(movement)).map(authorityOf);
  return [...new Set([plan.origin, ...destinations])];
};
const idsOf = (events: readonly MovementEvent[]) => events.map(({ id }) => id);

describe('of many movements, while every process is killed and connections are cut', () => {
  it('none is lost and none is there twice: at the hub, at its origin and at its destination', () => {
    const all = played.made;
    expect(new Set(all.map(({ movement }) => movement)).size).toBe(MOVEMENTS);
    const at = (name: string) => [...kept.get(name)!.histories.keys()].sort();
    expect(at('london-scp')).toEqual(all.map(({ movement }) => movement).sort());
    for (const name of PARTNERSHIPS) {
      const own = all.filter((made) => partiesOf(made).some(({ partnership }) => partnership === name));
      expect(at(name)).toEqual(own.map(({ movement }) => movement).sort());
    }
    const children = [...kept.get('london-scp')!.histories.values()].map(([notice]) => notice!.data.childPseudonym);
    expect(new Set(children).size).toBe(new Set(planned.map(({ nhsNumber }) => nhsNumber)).size);
  });

  it('each has every message once, in the order of who sent it, and the acknowledgement of its destination', () => {
    for (const made of played.made) {
      const { plan, movement, messages, beside } = made;
      const destination = destinationOf(movement);
      const history = historyAt('london-scp', movement);
      const acknowledgements = history.filter(({ move }) => move === 'ACKNOWLEDGE');
      const by = acknowledgements.map(({ authority }) => authority);
      expect([by.length, by]).toEqual([new Set(by).size, expect.not.arrayContaining([plan.origin.code])]);
      // Within one partnership the destination can act before its system has the notice from the hub: that says it, too.
      const isWithinOne = plan.origin.partnership === destination.partnership;
      const ofDestination = ({ authority, side }: MovementEvent) =>
        side === MovementSide.DESTINATION && authority === destination.code;
      const says = by.includes(destination.code) || (isWithinOne && history.some(ofDestination));
      // What was withdrawn first needs no acknowledgement.
      expect([movement, says || stateOf(movement) === 'WITHDRAWN']).toEqual([movement, true]);
      const said = idsOf(history.filter((event) => !acknowledgements.includes(event)));
      expect(said.filter((id) => !beside.includes(id))).toEqual(messages);
      // Of two that cross, one at least; and each link.
      const crossed = beside.filter((id) => said.includes(id));
      expect(crossed.length).toBeGreaterThanOrEqual(beside.length > 0 ? 1 : 0);
      for (const id of beside) {
        expect([id, said.includes(id) || isRefused(partiesOf(made), id)]).toEqual([id, true]);
      }
      if (plan.linkedTo !== undefined) expect(crossed).toEqual(beside);
    }
  });

  it('each has the same history on all three, and its child the same pseudonym, also where that was linked', () => {
    const children = new Map(kept.get('london-scp')!.children.map(({ movement, child }) => [movement, child]));
    for (const name of PARTNERSHIPS) {
      for (const { movement, child } of kept.get(name)!.children)
        expect([movement, child]).toEqual([movement, children.get(movement)]);
    }
    for (const made of played.made) {
      const { movement } = made;
      const history = historyAt('london-scp', movement);
      const present = [made.plan.origin, destinationOf(movement)].map(({ partnership }) => partnership);
      for (const { code, partnership } of partiesOf(made)) {
        // Whose the notice is not any more has it up to the amendment that says so.
        const last = destinationsOf(movementAt(movement)).lastIndexOf(code) + 1;
        const own = present.includes(partnership) ? history : history.slice(0, last + 1);
        expect([partnership, historyAt(partnership, movement)]).toEqual([partnership, own]);
      }
    }
  });

  it('each has one record of each side, which stands as the hub has it', () => {
    const expected = played.made.flatMap(({ plan: { origin }, movement }) => [
      { movement, by: 'HUB', state: stateOf(movement), at: 'london-scp' },
      { movement, by: 'ORIGIN', state: stateOf(movement), at: origin.partnership },
      { movement, by: 'DESTINATION', state: stateOf(movement), at: destinationOf(movement).partnership },
    ]);
    // Whoever had the notice before it was amended has closed what it had.
    const isReleased = ({ movement, by, state, at }: (typeof expected)[number]) =>
      by === 'DESTINATION' && state === 'WITHDRAWN' && at !== destinationOf(movement).partnership;
    const standings = [...kept]
      .flatMap(([at, database]) => database.standings.map((standing) => ({ ...standing, at })))
      .filter((standing) => !isReleased(standing));
    const sorted = (of: typeof expected) => of.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
    expect(sorted(standings)).toEqual(sorted(expected));
  });

  it('each partnership was told by webhook of each of its movements, in the order of what happened, and of others of its children alone', () => {
    for (const [name, { received }] of told) {
      const own = played.made.filter((made) => partiesOf(made).some(({ partnership }) => partnership === name));
      const heard = received.filter(({ isNew }) => isNew).map(({ message }) => message);
      const movements = new Set(heard.map(({ movement }) => movement));
      expect([name, own.filter(({ movement }) => !movements.has(movement))]).toEqual([name, []]);
      const others = [...movements].filter((movement) => own.every((made) => made.movement !== movement));
      expect([name, others.filter((movement) => !concerns(name, movement))]).toEqual([name, []]);
      for (const { movement } of own) {
        const since = heard.filter((message) => message.movement === movement).map((message) => message.since);
        expect([movement, since]).toEqual([movement, since.toSorted()]);
      }
    }
  });

  it('each child had exactly one responsible authority at any instant from its first notice on, and none before', () => {
    for (const [child, { periods }] of responsibility) {
      const own = movementsOf(child);
      const begin = Math.min(
        ...own.map(({ movement }) => Date.parse(historyAt('london-scp', movement)[0]!.occurredAt)),
      );
      const edges = periods.flatMap(({ from, until }) => [from, until].filter(Number.isFinite));
      const drawn = Array.from({ length: 20 }, () => begin + (Date.now() - begin) * random());
      for (const instant of [begin, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1]), ...drawn]) {
        const responsible = periods.filter(({ from, until }) => from <= instant && instant < until);
        expect([child, responsible.length]).toEqual([child, instant < begin ? 0 : 1]);
        if (own.length > 1 || instant < begin) continue;
        const { plan, movement } = own[0]!;
        expect(responsible[0]!.authority).toBe(
          (instant < passedAt(movement) ? plan.origin : destinationOf(movement)).code,
        );
      }
    }
  });

  it('whoever a movement has as responsible is so for its child, has handed it on, or claims it for all to see', () => {
    for (const [child, { periods, claimants }] of responsibility) {
      for (const { plan, movement } of movementsOf(child)) {
        const own = (Number.isFinite(passedAt(movement)) ? destinationOf(movement) : plan.origin).code;
        const known = [...periods.map(({ authority }) => authority), ...claimants];
        expect([movement, known.includes(own)]).toEqual([movement, true]);
      }
      expect(claimants).not.toContain(periods.at(-1)!.authority);
    }
    const linked = played.made.filter(({ plan: { linkedTo } }) => linkedTo !== undefined);
    for (const { movement } of linked) expect(movementsOf(childOf(movement)).length).toBeGreaterThan(1);
  });
});

/** Whether somebody of a partnership was ever responsible for a movement's child, or claims to be. */
function concerns(partnership: string, movement: string): boolean {
  const { periods, claimants } = responsibility.get(childOf(movement))!;
  const known = [...periods.map(({ authority }) => authority), ...claimants];
  return known.some((code) => authorityOf(code).partnership === partnership);
}

const childOf = (movement: string) =>
  kept.get('london-scp')!.children.find(({ movement: id }) => id === movement)!.child;
const movementsOf = (child: string) => played.made.filter(({ movement }) => childOf(movement) === child);
/** When a movement passed its child to the destination; never, where it did not. */
function passedAt(movement: string): number {
  const acceptance = historyAt('london-scp', movement).find(({ move }) => move === 'ACCEPT_RESPONSIBILITY');
  return acceptance === undefined ? Infinity : Date.parse(acceptance.recordedAt);
}

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

  it('every kind of what puts a movement right is among them', () => {
    const moves = new Set(
      played.made.flatMap(({ movement }) => movementAt(movement).history.map((step) => step.event.move)),
    );
    for (const move of ['AMEND_NOTICE', 'END_CIRCUMSTANCE', 'PROPOSE_WITHDRAWAL', 'AGREE_WITHDRAWAL', 'LINK_CHILD']) {
      expect([move, moves.has(move as MovementEvent['move'])]).toEqual([move, true]);
    }
    expect(played.made.filter((made) => new Set(destinationsOf(movementAt(made.movement))).size > 1)).not.toEqual([]);
  });

  it('it was not a calm day', () => {
    expect(played.killed).toEqual(killings);
    expect(hub.starts).toBeGreaterThan(ROUNDS);
    expect(client.figures.unanswered).toBeGreaterThan(0);
    expect(network.cuts()).toBeGreaterThan(0);
  });
});

function figures(begun: number): string {
  const { requests, unanswered } = client.figures;
  const messages = played.made.reduce((sum, { messages: own, beside }) => sum + own.length + beside.length, 0);
  const killed = (of: string) => played.killed.filter((name) => name === of).length;
  const kills = ['hub', 'postgres', 'gateway', ...SUBGRAPHS].map((name) => `${name} ${killed(name)}`);
  return [
    `${played.made.length} movements with ${messages} messages in ${((Date.now() - begun) / 1000).toFixed(0)} s,`,
    `by ${requests} requests, of which ${unanswered} had no answer and were repeated.`,
    `${hub.starts} starts of the hub. Killed: ${kills.join(', ')}. ${network.cuts()} connections were cut.`,
  ].join(' ');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
