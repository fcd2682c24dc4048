import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { LAMBETH, noticeOf, REDBRIDGE } from '../../../../../test/support/movement-story';
import { openFaultyDoor, type Fault, type FaultyDoor } from '../../../../../test/support/relay/faulty-door';
import {
  openRelayingPartnership,
  until,
  type RelayingPartnership,
} from '../../../../../test/support/relay/relaying-partnership';
import { StandInHub } from '../../../../../test/support/relay/stand-in-hub';
import { definePartnership } from '../../define-partnership';
import { movementIdOf } from '../mutations/movement-id-of';

// It waits as it does, a tenth of the time.
jest.mock('../exchange/back-off', () => {
  const { backOff } = jest.requireActual<typeof import('../exchange/back-off')>('../exchange/back-off');
  return { backOff: (...given: Parameters<typeof backOff>) => Math.ceil(backOff(...given) / 10) };
});

const redbridgeDefinition = definePartnership({
  ...{ id: 'redbridge', typeName: 'RedbridgePartnership', localAuthorities: [REDBRIDGE], factsFolder: '' },
});
const lambethDefinition = definePartnership({
  ...{ id: 'lambeth', typeName: 'LambethPartnership', localAuthorities: [LAMBETH], factsFolder: '' },
});
const transferPack = [{ title: 'Chronology', sha256: 'a'.repeat(64) }];

let hub: StandInHub;
let door: FaultyDoor;
let lambeth: RelayingPartnership;
let redbridge: RelayingPartnership;

beforeAll(async () => {
  door = await openFaultyDoor((asked) => hub.answer(asked));
  lambeth = await openRelayingPartnership(lambethDefinition, { authority: LAMBETH, hubUrl: door.url });
  redbridge = await openRelayingPartnership(redbridgeDefinition, { authority: REDBRIDGE, hubUrl: `${door.url}/` });
});
beforeEach(() => {
  door.faultsAt = '';
  hub = new StandInHub();
  hub.onDelivery = door.say;
  Object.assign(door, { asked: [], faults: [], feeds: new Map(), onStep: async () => undefined });
});
afterEach(async () => {
  for (const partnership of [lambeth, redbridge]) {
    await partnership.stop();
    await partnership.rows('TRUNCATE child_record, movement_event, movement_waiting, movement_outbox');
  }
});
afterAll(async () => {
  await Promise.all([lambeth, redbridge].map((partnership) => partnership?.close()));
  await door?.close();
});

const newMovement = () => `movement:${randomUUID()}`;
const notify = (movement: string) =>
  lambeth.take({
    ...{ movement, move: 'NOTIFY', side: 'ORIGIN' },
    data: { ...noticeOf('CHILD_PROTECTION_PLAN', '').data, childPseudonym: `p1:1:${movement.slice(-12)}` },
  });
const share = (movement: string) =>
  lambeth.take({ movement, move: 'SHARE_INFORMATION', side: 'ORIGIN', data: { transferPack } });
const accept = (movement: string) => redbridge.take({ movement, move: 'ACCEPT', side: 'DESTINATION' });
const withdraw = (movement: string) =>
  lambeth.take({ movement, move: 'WITHDRAW', side: 'ORIGIN', data: { reason: 'They stay.' } });

async function historyAt(partnership: RelayingPartnership, movement: string): Promise<string[]> {
  const rows = await partnership.rows<{ id: string; move: string }>(
    `SELECT message_id AS id FROM movement_event WHERE movement_id = '${movement}' ORDER BY position`,
  );
  return rows.map(({ id }) => id);
}
const movesAt = async (partnership: RelayingPartnership, movement: string) =>
  (
    await partnership.rows<{ move: string }>(
      `SELECT body ->> 'move' AS move FROM movement_event WHERE movement_id = '${movement}' ORDER BY position`,
    )
  ).map(({ move }) => move);
const recordAt = async (partnership: RelayingPartnership, movement: string) =>
  (await partnership.rows(`SELECT status, movement_state FROM child_record WHERE movement_id = '${movement}'`))[0];
const outboxOf = (partnership: RelayingPartnership) =>
  partnership.rows<{
    id: string;
    outcome: string | null;
    refusal: unknown;
    attempts: number;
    last_problem: string | null;
  }>('SELECT id, outcome, refusal, attempts, last_problem FROM movement_outbox ORDER BY sequence');
const has = async (partnership: RelayingPartnership, movement: string, length: number) =>
  (await historyAt(partnership, movement)).length >= length;
const bothHave = (movement: string, length: number) =>
  until(async () => (await has(lambeth, movement, length)) && (await has(redbridge, movement, length)));

/** A notice, its acknowledgement, what is shared, and the acceptance: wherever they are cut off. */
async function play(movement: string): Promise<void> {
  await notify(movement);
  await share(movement);
  await until(() => has(redbridge, movement, 3));
  await accept(movement);
  await bothHave(movement, 4);
}

/** Nothing is lost, nothing is twice, and both sides have the hub's order. */
async function expectSameEnd(movement: string): Promise<void> {
  const history = hub.historyOf(movement);
  expect(history).toHaveLength(4);
  expect(await historyAt(lambeth, movement)).toEqual(history);
  expect(await historyAt(redbridge, movement)).toEqual(history);
  expect((await movesAt(redbridge, movement)).toSorted()).toEqual([
    'ACCEPT',
    'ACKNOWLEDGE',
    'NOTIFY',
    'SHARE_INFORMATION',
  ]);
  await until(async () =>
    [...(await outboxOf(lambeth)), ...(await outboxOf(redbridge))].every(({ outcome }) => outcome),
  );
  for (const partnership of [lambeth, redbridge]) {
    expect((await outboxOf(partnership)).map(({ outcome }) => outcome)).toEqual(['RECORDED', 'RECORDED']);
    expect(await partnership.rows('SELECT 1 FROM movement_waiting')).toEqual([]);
    expect(await recordAt(partnership, movement)).toEqual({ status: 'OPEN', movement_state: 'ACCEPTED' });
  }
}

describe('the relay of a partnership', () => {
  it.each([null, 'gone before it looked', 'gone before it answered', 'nothing but errors'] as const)(
    'tells the hub which refused step a person has settled, until it has answered (%s)',
    async (fault) => {
      lambeth.start();
      const movement = newMovement();
      await notify(movement);
      await until(() => has(lambeth, movement, 1));
      const refused = await lambeth.take({ movement, move: 'ACCEPT', side: 'ORIGIN' });
      await until(async () => (await outboxOf(lambeth)).every(({ outcome }) => outcome !== null));
      door.faultsAt = 'settleRefusedMessage';
      if (fault) door.faults = [fault];
      const settlement = {
        settledBy: 'kim',
        settledAt: '2026-03-02T10:00:00.000Z',
        note: 'It was ours to share first.',
      };
      await lambeth.rows(
        `UPDATE movement_outbox SET settlement = '${JSON.stringify(settlement)}' WHERE id = '${refused}'`,
      );
      await lambeth.rows("SELECT pg_notify('movement_outbox', '')");
      const told = () =>
        lambeth.rows<{ id: string }>('SELECT id FROM movement_outbox WHERE settlement_told_at IS NOT NULL');
      await until(async () => (await told()).length > 0);
      expect(await told()).toEqual([{ id: refused }]);
      const { settledBy: person, settledAt, note } = settlement;
      expect(hub.settled.at(-1)).toEqual({ message: refused, person, settledAt, note });
      expect(hub.settled).toHaveLength(fault === 'gone before it answered' ? 2 : 1);
    },
  );

  it.each([null, 'gone before it answered', 'nothing but errors'] as const)(
    'tells the hub of an arrival without a notice, and again once it stands otherwise (%s)',
    async (fault) => {
      door.faultsAt = 'recordArrivals';
      if (fault) door.faults = [fault];
      redbridge.start();
      const [uuid, other] = [randomUUID(), randomUUID()];
      const arrived = (
        id: string,
        isSynthetic: boolean,
      ) => `('movement:${id}', 'DESTINATION', '${REDBRIDGE}', 'p1:1:${id}',
        '${LAMBETH}', '${REDBRIDGE}', 'OPEN', '2026-03-02', '${id}', '2026-03-02', ${isSynthetic})`;
      await redbridge.rows(
        `INSERT INTO child_record (movement_id, side, authority, child_pseudonym, origin_code, destination_code, status, opened_on,
           arrival_id, arrived_on, is_synthetic) VALUES ${arrived(uuid, false)}, ${arrived(other, true)}`,
      );
      const ring = () => redbridge.rows("SELECT pg_notify('movement_outbox', '')");
      await ring();
      const arrivals = () => hub.arrivals.map(({ id, origin, isOpen }) => [id, origin, isOpen]);
      const told = () =>
        redbridge.rows<{ origin: string }>(
          `SELECT arrival_told ->> 'origin' AS origin FROM child_record WHERE arrival_told IS NOT NULL`,
        );
      await until(async () => (await told()).length > 0);
      const id = movementIdOf(uuid);
      expect(hub.arrivals.at(-1)).toEqual({
        ...{
          id,
          childPseudonym: `p1:1:${uuid}`,
          origin: LAMBETH,
          destination: REDBRIDGE,
          arrivedOn: '2026-03-02',
          isOpen: true,
        },
      });
      await redbridge.rows(`UPDATE child_record SET origin_code = 'E09000016' WHERE arrival_id = '${uuid}'`);
      await ring();
      await until(async () => (await told())[0]?.origin === 'E09000016');
      await redbridge.rows(
        `UPDATE child_record SET status = 'CLOSED', closed_on = '2026-03-03' WHERE arrival_id = '${uuid}'`,
      );
      await ring();
      await until(() => Promise.resolve(arrivals().at(-1)?.[2] === false));
      const once = [
        [id, LAMBETH, true],
        [id, 'E09000016', true],
        [id, 'E09000016', false],
      ];
      expect(arrivals().slice(-3)).toEqual(once);
      expect(arrivals()).toHaveLength(fault === 'gone before it answered' ? 4 : 3);
    },
  );

  it('carries what is written to the other side, and acknowledges a notice by itself', async () => {
    [lambeth, redbridge].forEach((partnership) => partnership.start());
    const movement = newMovement();
    const notice = await notify(movement);
    await until(() => has(redbridge, movement, 1));
    expect(await recordAt(redbridge, movement)).toEqual({ status: 'KNOWN', movement_state: 'NOTIFIED' });
    const [acknowledgement] = await redbridge.rows<{ body: { event: object; after: string } }>(
      'SELECT * FROM movement_outbox',
    );
    expect(acknowledgement!.body).toMatchObject({
      after: notice,
      event: { move: 'ACKNOWLEDGE', side: 'DESTINATION', person: 'system:redbridge', role: 'partnership-system' },
    });
    expect(door.asked[0]!.headers).toMatchObject({
      ...{ 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT', 'x-reason': expect.stringMatching(/./) },
    });
  });

  const faults: Fault[] = [
    ...(['gone before it looked', 'gone before it answered', 'cut half-way through the answer', 'slow'] as const),
    ...(['an answer that is no JSON', 'nothing but errors'] as const),
    ...[401, 429, 500, 503].map((status) => ({ status })),
  ];
  it.each(faults.map((fault) => ({ fault })))('loses and doubles nothing where it meets $fault', async ({ fault }) => {
    const movement = newMovement();
    door.faults = [fault, null, fault, null, null, fault];
    [lambeth, redbridge].forEach((partnership) => partnership.start());
    await play(movement);
    await expectSameEnd(movement);
  });

  it('takes what is delivered twice, backwards and without receipts as once, in order', async () => {
    Object.assign(hub, { deliveries: 2, isBackwards: true, forgottenReceipts: 3 });
    const movement = newMovement();
    await notify(movement);
    await share(movement);
    lambeth.start();
    await until(() => has(lambeth, movement, 2));
    redbridge.start();
    await until(() => has(redbridge, movement, 3));
    await accept(movement);
    await bothHave(movement, 4);
    await expectSameEnd(movement);
  });

  const kills = (['asked', 'answering'] as const).flatMap((step) => [1, 2, 3, 4, 5, 6].map((nth) => ({ step, nth })));
  it.each(kills)('ends the same where it is killed at request $nth, when the hub is $step', async ({ step, nth }) => {
    const movement = newMovement();
    let count = 0;
    door.onStep = async (now) => {
      if (now !== step || ++count !== nth) return;
      await Promise.all([lambeth.cut(), redbridge.cut()]);
      door.faults.unshift('gone before it answered');
    };
    [lambeth, redbridge].forEach((partnership) => partnership.start());
    await play(movement);
    expect(count).toBeGreaterThanOrEqual(nth);
    await expectSameEnd(movement);
  });

  it('exchanges by one process at a time, whichever there are', async () => {
    const movements = Array.from({ length: 8 }, newMovement);
    const started = [lambeth, lambeth, lambeth, redbridge, redbridge].map((partnership) => partnership.start());
    await Promise.all(movements.map(notify));
    await Promise.all(movements.map((movement) => bothHave(movement, 2)));
    const sent = door.asked
      .filter(({ query }) => query.includes('recordMovementMessages'))
      .flatMap(({ variables }) => Object.values(variables as Record<string, { messages: { id: string }[] }>))
      .flatMap(({ messages }) => messages.map(({ id }) => id));
    expect(sent).toHaveLength(16);
    expect(new Set(sent).size).toBe(16);
    await Promise.all(started.map((background) => background.stop()));
  });

  it('goes on at once while there is more than a batch', async () => {
    const movements = Array.from({ length: 120 }, newMovement);
    await Promise.all(movements.map(notify));
    lambeth.start();
    await until(async () => (await lambeth.rows('SELECT 1 FROM movement_event')).length === 120);
    const asked = (word: string) => door.asked.filter(({ query }) => query.includes(word)).length;
    expect(asked('recordMovementMessages')).toBe(3);
    expect(asked('movementInbox(')).toBeLessThanOrEqual(4);
  });

  it('is held up by no other movement that the hub fails at, and says in its outbox why that one waits', async () => {
    const [first, failing, last] = [newMovement(), newMovement(), newMovement()];
    hub.failing = failing;
    await notify(first);
    const id = await notify(failing);
    await share(failing);
    await notify(last);
    lambeth.start();
    await until(async () => (await has(lambeth, first, 1)) && (await has(lambeth, last, 1)));
    const waiting = (await outboxOf(lambeth)).filter(({ outcome }) => outcome === null);
    expect(waiting.map(({ id }) => id)).toContain(id);
    expect(waiting).toHaveLength(2);
    expect(waiting[0]).toMatchObject({ last_problem: 'The hub answered with an error without a code.' });
    expect(waiting[0]!.attempts).toBeGreaterThan(0);
    hub.failing = null;
    await until(() => has(lambeth, failing, 2));
  });

  it('is held up by nothing that it cannot store, reports it to the hub, and stores it once it can', async () => {
    const broken = Array.from({ length: 120 }, newMovement);
    const whole = newMovement();
    const [last, ...others] = broken.toReversed();
    lambeth.start();
    await Promise.all(broken.map(notify));
    await redbridge.rows('ALTER TABLE movement_event ADD CONSTRAINT broken CHECK (false) NOT VALID');
    redbridge.start();
    await until(() => hub.problemsOf('redbridge').length >= 100);
    await redbridge.rows(
      `ALTER TABLE movement_event DROP CONSTRAINT broken, ADD CONSTRAINT broken CHECK (movement_id <> '${last}')`,
    );
    await notify(whole);
    await until(async () => (await has(redbridge, whole, 1)) && (await has(redbridge, others[0]!, 1)));
    await until(() => hub.problemsOf('redbridge').length === 1);
    expect(hub.problemsOf('redbridge')).toEqual([[last, 'NOT_STORED']]);
    await redbridge.rows('ALTER TABLE movement_event DROP CONSTRAINT broken');
    await until(() => has(redbridge, last!, 1));
    await until(() => hub.problemsOf('redbridge').length === 0);
    expect(hub.problemsOf('redbridge')).toEqual([]);
  });

  it('takes all that it knows of a newer hub, and says of the rest that it does not understand it', async () => {
    const [movement, other] = [newMovement(), newMovement()];
    hub.renamed.set('SHARE_INFORMATION', 'SEND_BY_PIGEON');
    [lambeth, redbridge].forEach((partnership) => partnership.start());
    await notify(movement);
    await share(movement);
    await until(() => hub.problemsOf('redbridge').length === 1);
    expect(hub.problemsOf('redbridge')).toEqual([[movement, 'NOT_UNDERSTOOD']]);
    await notify(other);
    await bothHave(other, 2);
    // As after it was brought up to date.
    hub.renamed.clear();
    await redbridge.stop();
    redbridge.start();
    await until(() => has(redbridge, movement, 3));
    expect(await historyAt(redbridge, movement)).toEqual(hub.historyOf(movement));
    await until(() => hub.problemsOf('redbridge').length === 0);
    expect(hub.problemsOf('redbridge')).toEqual([]);
  });

  it('brings the record back where the hub refuses a step', async () => {
    const movement = newMovement();
    [lambeth, redbridge].forEach((partnership) => partnership.start());
    await notify(movement);
    await share(movement);
    await bothHave(movement, 3);
    await withdraw(movement);
    await until(async () => hub.historyOf(movement).length === 4);
    await accept(movement);
    await until(async () => (await outboxOf(redbridge)).some(({ outcome }) => outcome === 'REFUSED'));
    expect((await outboxOf(redbridge)).at(-1)).toMatchObject({
      ...{ outcome: 'REFUSED', refusal: { code: 'OUT_OF_ORDER', field: 'move', message: expect.any(String) } },
    });
    await until(() => has(redbridge, movement, 4));
    expect(await recordAt(redbridge, movement)).toEqual({ status: 'CLOSED', movement_state: 'WITHDRAWN' });
  });

  it('learns by its inbox that a message which was held is refused', async () => {
    const movement = newMovement();
    await notify(movement);
    const second = await share(movement);
    const third = await withdraw(movement);
    // As if the hub had them in another order, and the notice last.
    await lambeth.rows(
      `UPDATE movement_outbox SET body = jsonb_set(body, '{event,data}', '{}') WHERE id = '${second}';
       UPDATE movement_outbox SET next_attempt_at = now() + interval '1 hour' WHERE id <> '${second}';
       UPDATE movement_outbox SET movement_id = 'apart' WHERE id = '${second}'`,
    );
    const early = lambeth.start();
    await until(async () => (await outboxOf(lambeth)).some(({ outcome }) => outcome === 'HELD'));
    await early.stop();
    await lambeth.rows(`UPDATE movement_outbox SET movement_id = '${movement}', next_attempt_at = now()`);
    lambeth.start();
    await until(async () => (await outboxOf(lambeth)).every(({ outcome }) => outcome !== null && outcome !== 'HELD'));
    expect((await outboxOf(lambeth)).map(({ id, outcome }) => [id, outcome])).toEqual([
      [expect.any(String), 'RECORDED'],
      [second, 'REFUSED'],
      [third, 'RECORDED'],
    ]);
  });

  it('sends what waits as soon as the hub is back', async () => {
    lambeth.start();
    await until(() => door.feeds!.size === 1);
    const movement = newMovement();
    door.faults = [{ status: 503 }, { status: 503 }];
    await notify(movement);
    await until(async () => (await outboxOf(lambeth))[0]!.attempts > 0);
    await lambeth.rows(`UPDATE movement_outbox SET next_attempt_at = now() + interval '1 hour' WHERE outcome IS NULL`);
    door.feeds!.get('lambeth')!.end('event: end\ndata: {}\n\n');
    await until(() => has(lambeth, movement, 1));
    expect(await has(lambeth, movement, 1)).toBe(true);
  });

  it('needs no feed to have what it sent itself', async () => {
    door.feeds = null;
    lambeth.start();
    const movement = newMovement();
    await notify(movement);
    await until(() => has(lambeth, movement, 1));
    expect(await has(lambeth, movement, 1)).toBe(true);
  });

  it('reads its token anew each time, and keeps nothing of it', async () => {
    writeFileSync(lambeth.tokenFile, 'a secret that is not a token');
    lambeth.start();
    const movement = newMovement();
    await notify(movement);
    await until(async () => (await outboxOf(lambeth))[0]!.attempts > 0);
    expect((await outboxOf(lambeth))[0]!.last_problem).toBe(
      'The hub answered with status 401. It does not take the token. Renew the file of HUB_TOKEN_FILE.',
    );
    writeFileSync(lambeth.tokenFile, 'token-of-lambeth');
    await until(() => has(lambeth, movement, 1));
    expect(await has(lambeth, movement, 1)).toBe(true);
  });

  it('stops at once where the hub keeps it waiting, and blames nobody for that', async () => {
    let release = () => {};
    door.onStep = () => new Promise<void>((resolve) => (release = resolve));
    const relay = lambeth.start();
    await notify(newMovement());
    await until(
      () => door.asked.some(({ query }) => query.includes('recordMovementMessages')) || door.asked.length > 0,
    );
    const before = Date.now();
    await relay.stop();
    expect(Date.now() - before).toBeLessThan(10_000);
    expect((await outboxOf(lambeth))[0]).toMatchObject({ attempts: 0, last_problem: null });
    release();
  });
});
