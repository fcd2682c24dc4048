import { randomUUID } from 'node:crypto';
import {
  MovementCategory,
  MovementPlanning,
  MovementMove,
  MovementPermanence,
  MovementSide,
  type MoveData,
  type MovementEvent,
  type SentMessage,
} from '@hub/contract';
import type { DataSource } from 'typeorm';
import { join } from 'node:path';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { definePartnership } from '../../define-partnership';
import { applyToRecord, forgetNotice } from './apply-to-record';
import { movementOf } from './movement-of';
import { writeOutbox } from './write-outbox';

const [LAMBETH, REDBRIDGE] = ['E09000022', 'E09000026'];
const { ORIGIN, DESTINATION } = MovementSide;

let subgraph: OpenSubgraph;
let db: DataSource;
beforeAll(async () => {
  const factsFolder = join(__dirname, '../../../../../subgraphs/lambeth/facts');
  const definition = { id: 'lambeth', typeName: 'LambethPartnership', localAuthorities: [LAMBETH], factsFolder };
  subgraph = await openSubgraph(definePartnership(definition), { demo: false });
  db = subgraph.dataSource;
});
afterAll(() => subgraph?.close());
afterEach(() => db.query('TRUNCATE child_record, movement_outbox, movement_event'));

const notice: MoveData = {
  ...{ category: MovementCategory.CHILD_IN_NEED_PLAN, origin: LAMBETH, destination: REDBRIDGE },
  ...{ permanence: MovementPermanence.PERMANENT, planning: MovementPlanning.PLANNED, hasStatutoryOrder: false },
  childPseudonym: 'p1:1:one',
};
function sent(move: MovementMove, side: MovementSide, data: MoveData = {}): SentMessage['event'] {
  const authority = side === ORIGIN ? LAMBETH : REDBRIDGE;
  const occurredAt = new Date().toISOString();
  return {
    id: randomUUID(),
    movement: 'movement:1',
    move,
    side,
    authority,
    person: 'p',
    role: 'duty-team',
    occurredAt,
    data,
  };
}
const ownNotice = () => sent(MovementMove.NOTIFY, ORIGIN, notice);
const record = (position: number, event: SentMessage['event'], recordedAt = event.occurredAt) =>
  db.query('INSERT INTO movement_event VALUES ($1, $2, $3, $4, $5)', [
    ...[event.movement, position, event.id, recordedAt, { ...event, recordedAt } satisfies MovementEvent],
  ]);
const read = () => db.transaction((manager) => movementOf(manager, 'movement:1'));
const write = (event: SentMessage['event'], after: string | null) =>
  db.transaction((manager) => writeOutbox(manager, { event, after }));

describe('a movement as its partnership has it', () => {
  it('is nothing before a notice', async () => {
    expect(await read()).toEqual({ movement: null, lastMessage: null, recorded: 0 });
  });

  it('has its own messages that are on their way, and each once the hub has recorded it only once', async () => {
    const event = ownNotice();
    await write(event, null);
    expect(await read()).toMatchObject({ movement: { state: 'NOTIFIED' }, lastMessage: event.id, recorded: 0 });
    await record(0, event);
    const { movement, recorded } = await read();
    expect([movement!.history.length, recorded]).toEqual([1, 1]);
  });

  it('puts what the hub recorded first, and leaves out an own step that is none any more', async () => {
    const event = ownNotice();
    await record(0, event);
    await write(sent(MovementMove.WITHDRAW, ORIGIN, { reason: 'The family stays.' }), event.id);
    await write(
      sent(MovementMove.SHARE_INFORMATION, ORIGIN, { transferPack: [{ title: 'Plan', sha256: 'a' }] }),
      event.id,
    );
    const returned = sent(MovementMove.RETURN_NOTICE, DESTINATION, { reason: 'They never came.' });
    await record(1, returned);
    const { movement } = await read();
    expect(movement!.history.map(({ event: { move } }) => move)).toEqual(['NOTIFY', 'RETURN_NOTICE', 'WITHDRAW']);
  });

  it('has nothing of a message that the hub refused', async () => {
    await write(ownNotice(), null);
    await db.query(
      `UPDATE movement_outbox SET delivered_at = now(), outcome = 'REFUSED', refusal = '{"code": "DISTANCE_WRONG"}'`,
    );
    expect(await read()).toEqual({ movement: null, lastMessage: null, recorded: 0 });
  });

  it('goes on where the clock of the hub is ahead', async () => {
    const event = ownNotice();
    await record(0, event, new Date(Date.now() + 3_600_000).toISOString());
    await write(sent(MovementMove.WITHDRAW, ORIGIN, { reason: 'The family stays.' }), event.id);
    expect((await read()).movement!.state).toBe('WITHDRAWN');
  });

  it('is read by one transaction at a time', async () => {
    const order: string[] = [];
    let began = () => {};
    const isRead = new Promise<void>((resolve) => (began = resolve));
    const first = db.transaction(async (manager) => {
      await movementOf(manager, 'movement:1');
      began();
      await new Promise((resolve) => setTimeout(resolve, 200));
      order.push('first');
    });
    await isRead;
    const second = read().then(() => order.push('second'));
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
  });
});

describe('a message for the hub', () => {
  it('is there with what it tells of, or neither is', async () => {
    const failed = db.transaction(async (manager) => {
      await writeOutbox(manager, { event: ownNotice(), after: null });
      throw new Error('The record could not be written.');
    });
    await expect(failed).rejects.toThrow('could not be written');
    expect(await db.query('SELECT * FROM movement_outbox')).toEqual([]);
  });
});

describe('the record', () => {
  const apply = async () => {
    const { movement } = await read();
    await db.transaction((manager) => applyToRecord(manager, movement!, [LAMBETH]));
  };

  it('keeps what its team wrote when a step brings it on', async () => {
    const event = ownNotice();
    await record(0, event);
    await apply();
    await db.query("UPDATE child_record SET plan = 'CARE', is_shielded = true");
    await record(1, sent(MovementMove.WITHDRAW, ORIGIN, { reason: 'The family stays.' }));
    await apply();
    expect(await db.query('SELECT movement_state, plan, is_shielded FROM child_record')).toEqual([
      { movement_state: 'WITHDRAWN', plan: 'CARE', is_shielded: true },
    ]);
  });

  it('of a notice that the hub refused stays with its team, is open to no other side, and may go', async () => {
    await write(ownNotice(), null);
    await apply();
    await db.transaction((manager) => forgetNotice(manager, 'movement:1'));
    expect(
      await db.query('SELECT status, movement_state, notified_at, ended_at IS NOT NULL AS "mayGo" FROM child_record'),
    ).toEqual([{ status: 'OPEN', movement_state: null, notified_at: null, mayGo: true }]);
  });
});
