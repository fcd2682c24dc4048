import { randomUUID } from 'node:crypto';
import { seededRandom } from '@hub/partnership';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { next, notice, transferPack, type Message } from '../../../../../test/support/movement-messages';
import { publishAnew } from '../../../../../test/support/publish-anew';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { londonScp } from '../../london-scp';

const [HAVERING, LAMBETH, REDBRIDGE, CAMDEN, ESSEX] = ['E09000016', 'E09000022', 'E09000026', 'E09000007', 'E10000012'];
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const system = (partnership: string) => requestIdentityOf('partnership-system', { partnership, purpose });
const lambeth = system('lambeth');
const redbridge = system('redbridge');
const havering = system('havering');

/** A whole history, each message with who sends it. */
function history(): { message: Message; from: typeof lambeth }[] {
  const notify = notice();
  const acknowledge = next(notify, 'ACKNOWLEDGE', {}, { side: 'DESTINATION', role: 'partnership-system' });
  const share = next(acknowledge, 'SHARE_INFORMATION', { transferPack });
  const accept = next(share, 'ACCEPT', {}, { side: 'DESTINATION' });
  const hold = next(accept, 'HOLD_CONFERENCE', {}, { side: 'DESTINATION', role: 'conference-chair' });
  const take = next(hold, 'ACCEPT_RESPONSIBILITY', { confirmation: 'Letter 1' }, { side: 'DESTINATION' });
  const close = next(take, 'CLOSE');
  return [notify, acknowledge, share, accept, hold, take, close].map((message) => ({
    ...{ message, from: message.side === 'ORIGIN' ? lambeth : redbridge },
  }));
}

describe('the exchange of messages about movements', () => {
  let london: OpenSubgraph;
  beforeAll(async () => {
    london = await openSubgraph(londonScp, { demo: false });
  });
  afterAll(() => london?.close());

  async function send(messages: readonly Message[], from = lambeth) {
    const { data, errors } = await london.ask(
      `mutation ($input: RecordMovementMessagesInput!) { recordMovementMessages(input: $input) {
         receipts { messageId outcome code field message } userErrors { field code message } } }`,
      { input: { messages: messages.map((message) => ({ ...message, data: JSON.stringify(message.data) })) } },
      from,
    );
    expect(errors).toBeUndefined();
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
    return data!['recordMovementMessages'] as any;
  }
  const receipt = async (message: Message, from = lambeth) => (await send([message], from)).receipts[0];

  async function inbox(who = lambeth, first = 100) {
    const { data, errors } = await london.ask(
      `{ movementInbox(first: ${first}) { id message { id movement after move side authority person role occurredAt
           recordedAt data } refusal { code field message } } }`,
      {},
      who,
    );
    expect(errors).toBeUndefined();
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return data!['movementInbox'] as any[];
  }
  async function acknowledge(who: typeof lambeth, ids: string[]) {
    const { data } = await london.ask(
      `mutation ($input: AcknowledgeMovementDeliveriesInput!) { acknowledgeMovementDeliveries(input: $input) {
         acknowledged userErrors { code } } }`,
      { input: { ids } },
      who,
    );
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return data!['acknowledgeMovementDeliveries'] as any;
  }
  async function emptyInboxes() {
    for (const who of [lambeth, redbridge, havering]) {
      for (let ids = await ofInbox(who); ids.length > 0; ids = await ofInbox(who)) await acknowledge(who, ids);
    }
  }
  const ofInbox = async (who: typeof lambeth) => (await inbox(who)).map(({ id }) => id as string);
  const rows = <Row>(sql: string, ...parameters: unknown[]) => london.dataSource.query<Row[]>(sql, parameters);
  beforeEach(emptyInboxes);

  it('records a message with all that follows from it', async () => {
    const all = history();
    for (const { message, from } of all) {
      expect(await receipt(message, from)).toEqual({
        ...{ messageId: message.id, outcome: 'RECORDED', code: null, field: null, message: null },
      });
    }
    const { movement } = all[0]!.message;
    expect(await rows('SELECT * FROM child_movement WHERE id = $1', movement)).toMatchObject([
      {
        ...{ child_pseudonym: all[0]!.message.data.childPseudonym, state: 'CLOSED', responsible_code: REDBRIDGE },
        ...{ permanence: 'PERMANENT', planning: 'PLANNED', is_synthetic: false, closed_at: expect.any(Date) },
      },
    ]);
    const events = await rows<{ move: string; recorded_at: Date }>(
      'SELECT move, recorded_at FROM movement_event WHERE movement_id = $1 ORDER BY position',
      movement,
    );
    expect(events.map(({ move }) => move)).toEqual(all.map(({ message }) => message.move));
    const times = events.map(({ recorded_at }) => recorded_at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(
      await rows(
        'SELECT authority, until_at FROM child_responsibility WHERE child_pseudonym = $1 ORDER BY position',
        all[0]!.message.data.childPseudonym,
      ),
    ).toEqual([
      { authority: LAMBETH, until_at: times.map((time) => new Date(time))[5] },
      { authority: REDBRIDGE, until_at: null },
    ]);
    expect(
      await rows(
        'SELECT code, rule_id, met_at IS NOT NULL AS met FROM movement_clock WHERE movement_id = $1 ORDER BY 1',
        movement,
      ),
    ).toEqual([
      { code: 'ACKNOWLEDGEMENT', rule_id: null, met: true },
      { code: 'TRANSFER_IN_CONFERENCE', rule_id: 'london-procedures:transfer-in-conference:2022-09-30', met: true },
    ]);
  });

  it('brings an amended notice to whoever it goes to now, with all that went before, and to whoever it went to', async () => {
    const notify = notice();
    const acknowledge = next(notify, 'ACKNOWLEDGE', {}, { side: 'DESTINATION', role: 'partnership-system' });
    const share = next(acknowledge, 'SHARE_INFORMATION', { transferPack });
    const amend = next(share, 'AMEND_NOTICE', { destination: HAVERING, reason: 'Another address.' });
    const started = () =>
      rows<object>('SELECT code, started_at, due_at FROM movement_clock WHERE movement_id = $1', notify.movement);
    for (const message of [notify, acknowledge, share]) {
      expect(await receipt(message, message.side === 'ORIGIN' ? lambeth : redbridge)).toMatchObject({
        outcome: 'RECORDED',
      });
    }
    const clocks = await started();
    expect(await receipt(amend)).toMatchObject({ outcome: 'RECORDED' });
    expect(await started()).toEqual(clocks);
    const moves = async (who: typeof lambeth) => (await inbox(who)).map(({ message }) => message.move as string);
    const all = ['NOTIFY', 'ACKNOWLEDGE', 'SHARE_INFORMATION', 'AMEND_NOTICE'];
    for (const who of [lambeth, redbridge, havering]) expect(await moves(who)).toEqual(all);
    const dispute = next(amend, 'RETURN_NOTICE', { reason: 'Not ours.' }, { side: 'DESTINATION' });
    expect(await receipt(dispute, redbridge)).toMatchObject({ outcome: 'REFUSED' });
    const accept = next(amend, 'ACKNOWLEDGE', {}, { side: 'DESTINATION', authority: HAVERING });
    expect(await receipt(accept, havering)).toMatchObject({ outcome: 'RECORDED' });
    expect(await moves(redbridge)).toEqual(all);
    expect(await moves(havering)).toEqual([...all, 'ACKNOWLEDGE']);
    // And back: what went on meanwhile is brought too.
    const back = next(accept, 'AMEND_NOTICE', { destination: REDBRIDGE, reason: 'It was right at first.' });
    expect(await receipt(back)).toMatchObject({ outcome: 'RECORDED' });
    expect(await moves(redbridge)).toEqual([...all, 'ACKNOWLEDGE', 'AMEND_NOTICE']);
  });

  it('refuses an amendment that leaves no notice, or changes nothing', async () => {
    const notify = notice();
    expect(await receipt(notify)).toMatchObject({ outcome: 'RECORDED' });
    for (const [data, code] of [
      [{ destination: 'E05000001' }, 'AUTHORITY_UNKNOWN'],
      [{ destination: LAMBETH }, 'NOTICE_TO_ONESELF'],
      [{ movedOn: '2016-03-09' }, 'DATE_IMPLAUSIBLE'],
      [{}, 'NOTHING_AMENDED'],
    ] as const) {
      const amend = next(notify, 'AMEND_NOTICE', { ...data, reason: 'Put down wrongly.' });
      expect(await receipt(amend)).toMatchObject({ outcome: 'REFUSED', code });
    }
  });

  it('brings each recorded move to both sides, in order, until they acknowledge it', async () => {
    const all = history();
    for (const { message, from } of all) await receipt(message, from);
    for (const who of [lambeth, redbridge]) {
      const waiting = await inbox(who);
      expect(waiting.map(({ message }) => [message.id, message.after])).toEqual(
        all.map(({ message }) => [message.id, message.after]),
      );
      expect(waiting[0]).toMatchObject({
        refusal: null,
        message: { ...all[0]!.message, data: expect.any(String), recordedAt: expect.stringMatching(/Z$/) },
      });
      expect(JSON.parse(waiting[0].message.data)).toEqual(all[0]!.message.data);
    }
    expect(await inbox(havering)).toEqual([]);
    const [first, ...rest] = await ofInbox(lambeth);
    expect(await acknowledge(redbridge, [first!, 'x'])).toEqual({ acknowledged: [], userErrors: [] });
    expect(await acknowledge(lambeth, [first!])).toEqual({ acknowledged: [first], userErrors: [] });
    expect(await acknowledge(lambeth, [first!])).toEqual({ acknowledged: [first], userErrors: [] });
    expect(await ofInbox(lambeth)).toEqual(rest);
  });

  it('answers the same again as before, and changes nothing', async () => {
    const message = notice();
    await receipt(message);
    await emptyInboxes();
    expect(await receipt(message)).toMatchObject({ outcome: 'ALREADY_RECORDED', code: null });
    expect(await inbox()).toEqual([]);
    const wrong = next(message, 'ACCEPT');
    expect([await receipt(wrong), await receipt(wrong)]).toMatchObject([
      { outcome: 'REFUSED', code: 'NOT_THIS_SIDE' },
      { outcome: 'REFUSED', code: 'NOT_THIS_SIDE' },
    ]);
    expect(await receipt({ ...message, person: 'another' })).toMatchObject({
      outcome: 'REFUSED',
      code: 'ID_TAKEN',
      field: 'id',
    });
    expect(await receipt(message, redbridge)).toMatchObject({ outcome: 'REFUSED', code: 'ID_TAKEN' });
    expect(await rows('SELECT 1 FROM movement_event WHERE movement_id = $1', message.movement)).toHaveLength(1);
  });

  it('holds a message until the one that it follows is there', async () => {
    const [notify, acknowledgement, share] = history().map(({ message }) => message) as [Message, Message, Message];
    expect(await receipt(share)).toMatchObject({ outcome: 'HELD' });
    expect(await receipt(share)).toMatchObject({ outcome: 'HELD' });
    expect(await receipt(notify)).toMatchObject({ outcome: 'RECORDED' });
    expect(await receipt(acknowledgement, redbridge)).toMatchObject({ outcome: 'RECORDED' });
    expect(await receipt(share)).toMatchObject({ outcome: 'ALREADY_RECORDED' });
    expect((await inbox(redbridge)).map(({ message }) => message.move)).toEqual([
      ...['NOTIFY', 'ACKNOWLEDGE', 'SHARE_INFORMATION'],
    ]);
  });

  it('tells the sender of a message that was held that it is refused', async () => {
    const notify = notice();
    const withdraw = next(notify, 'WITHDRAW', { reason: 'The family stays.' });
    const late = next(withdraw, 'SHARE_INFORMATION', { transferPack });
    expect(await receipt(late)).toMatchObject({ outcome: 'HELD' });
    await send([notify, withdraw]);
    const last = (await inbox()).at(-1);
    expect(last).toMatchObject({ message: { id: late.id, recordedAt: null }, refusal: { code: 'OUT_OF_ORDER' } });
    expect((await inbox(redbridge)).map(({ message }) => message.id)).toEqual([notify.id, withdraw.id]);
  });

  it.each([
    ['an authority that does not exist', notice({ destination: 'E09000099' }), 'AUTHORITY_UNKNOWN', 'destination'],
    ['a ward for an authority', notice({ destination: 'E05000026' }), 'AUTHORITY_UNKNOWN', 'destination'],
    [
      'a name for an authority',
      notice({ destination: 'E99999999', destinationName: 'Made up' }),
      'AUTHORITY_UNKNOWN',
      'destination',
    ],
    ['an authority that is no more', notice({ destination: 'E10000006' }), 'AUTHORITY_REPLACED', 'destination'],
    ['a notice to oneself', notice({ destination: LAMBETH! }), 'NOTICE_TO_ONESELF', 'destination'],
    ['a notice that names no child', notice({ childPseudonym: undefined as never }), 'REQUIRED', 'childPseudonym'],
    ['an impossible day', notice({ movedOn: '2026-02-30' }), 'NOT_A_DAY', 'movedOn'],
    ['a move that is to happen', notice({}, { occurredAt: '2099-01-01T00:00:00Z' }), 'IN_THE_FUTURE', 'occurredAt'],
    ['a role that nobody has', notice({}, { role: 'king' }), 'ROLE_UNKNOWN', 'role'],
    ['a role that may not', notice({}, { role: 'analyst' }), 'ROLE_MAY_NOT', 'role'],
    [
      'a notice for another authority',
      notice({ origin: HAVERING! }, { authority: HAVERING! }),
      'NOT_YOUR_AUTHORITY',
      'authority',
    ],
    [
      'a movement of others',
      notice({ origin: CAMDEN!, destination: 'E09000001' }, { authority: CAMDEN! }),
      'NOT_A_PARTY',
      'authority',
    ],
    ['a step of nothing', next(notice(), 'CLOSE', {}, { after: null }), 'NOT_NOTIFIED', 'move'],
    ['a move in 1900', notice({ movedOn: '1900-01-01' }), 'DATE_IMPLAUSIBLE', 'movedOn'],
    [
      'a distance that the map does not have',
      notice({
        ...{ category: 'LOOKED_AFTER_PLACEMENT' as never, distance: 'OUT_OF_AREA' as never, isEmergency: false },
        placementStartsOn: '2026-01-01',
      }),
      'DISTANCE_WRONG',
      'distance',
    ],
  ])('refuses %s, and keeps it for its sender to see', async (_what, message, code, field) => {
    expect(await receipt(message)).toMatchObject({
      outcome: 'REFUSED',
      code,
      field,
      message: expect.stringMatching(/\S/),
    });
    expect(await rows('SELECT 1 FROM child_movement WHERE id = $1', message.movement)).toEqual([]);
    expect(await rows('SELECT sender, outcome FROM movement_message WHERE id = $1', message.id)).toEqual([
      { sender: 'lambeth', outcome: 'REFUSED' },
    ]);
    expect(await inbox()).toEqual([]);
  });

  it.each([
    [
      'an NHS number in place of a pseudonym',
      notice({ childPseudonym: '9990000018' }),
      'NOT_A_PSEUDONYM',
      'childPseudonym',
    ],
    ['a text without end', notice({ reason: 'x'.repeat(2_001) }), 'TOO_LONG', 'reason'],
    ['a text that is none', notice({ reason: 'a\0b' }), 'NOT_A_TEXT', 'reason'],
    ['a reason with an NHS number', notice({ reason: 'Known as 999 000 0018.' }), 'NAMES_SOMEBODY', 'reason'],
    ['a letter with an address', notice({ confirmation: 'zoe@example.org' }), 'NAMES_SOMEBODY', 'confirmation'],
    [
      'a title with a birthday',
      notice({ transferPack: [{ ...transferPack[0]!, title: 'Plan, born 3 March 2014' }] }),
      'NAMES_SOMEBODY',
      'transferPack',
    ],
    ['an id that is none', notice({}, { id: 'one two' }), 'NOT_A_NAME', 'id'],
    ['what no move says', notice({ nhsNumber: '9990000018' } as never), 'NOT_UNDERSTOOD', 'nhsNumber'],
    ['a category that is none', notice({ category: 'HOLIDAY' as never }), 'NOT_UNDERSTOOD', 'category'],
  ])('refuses %s, and keeps nothing of it', async (_what, message, code, field) => {
    expect(await receipt(message)).toMatchObject({ outcome: 'REFUSED', code, field });
    expect(await rows('SELECT 1 FROM movement_message WHERE id = $1', message.id)).toEqual([]);
  });

  it('records a notice of which no clock can compute when it is due, and says so of the clock', async () => {
    const rule = `london-procedures:acknowledgement:${randomUUID()}`;
    await rows(
      `INSERT INTO procedure_rule (id, procedure_id, code, amount, unit, starts_at, counts_start_day, valid_from, stated_by,
         source, is_reference) VALUES ($1, 'london-procedures', 'ACKNOWLEDGEMENT', 3000, 'WORKING_DAYS', 'NOTIFICATION',
         false, '2020', 'A test', 'A test', false)`,
      rule,
    );
    const message = notice();
    expect(await receipt(message)).toMatchObject({ outcome: 'RECORDED' });
    expect(
      await rows(
        `SELECT rule_id, started_at IS NULL AS "isToStart", due_at FROM movement_clock
        WHERE movement_id = $1 AND code = 'ACKNOWLEDGEMENT'`,
        message.movement,
      ),
    ).toEqual([{ rule_id: rule, isToStart: false, due_at: null }]);
    await rows('DELETE FROM procedure_rule WHERE id = $1', rule);
  });

  it('refuses a second notice of one move while the first is open, and takes it after', async () => {
    const first = notice();
    const again = notice({ childPseudonym: first.data.childPseudonym! });
    await receipt(first);
    expect(await receipt(again)).toMatchObject({
      ...{ outcome: 'REFUSED', code: 'MOVE_ALREADY_NOTIFIED', field: 'destination' },
      message: expect.stringContaining(first.movement),
    });
    await receipt(next(first, 'WITHDRAW', { reason: 'The family stays.' }));
    expect(await receipt(notice({ childPseudonym: first.data.childPseudonym! }))).toMatchObject({
      outcome: 'RECORDED',
    });
  });

  it.each([{}, { destinationName: 'Made up' }])(
    'names an authority outside London by its code, whatever is sent: %j',
    async (more) => {
      const message = notice({ destination: ESSEX!, ...more });
      expect(await receipt(message)).toMatchObject({ outcome: 'RECORDED' });
      expect(await rows('SELECT destination_name FROM child_movement WHERE id = $1', message.movement)).toEqual([
        { destination_name: 'Essex' },
      ]);
    },
  );

  it('takes the moves of an authority that has no system here from the other side', async () => {
    const notify = notice({ origin: ESSEX!, originName: 'Essex' }, { authority: ESSEX!, side: 'ORIGIN' });
    const told = { recordedBy: LAMBETH!, evidence: 'Letter ES/1 of 3 March.' };
    const toLambeth = { ...notify, data: { ...notify.data, destination: LAMBETH!, ...told } };
    expect(await receipt(toLambeth)).toMatchObject({ outcome: 'RECORDED' });
    const share = next(toLambeth, 'SHARE_INFORMATION', { transferPack, ...told }, { authority: ESSEX! });
    expect(await receipt(share, redbridge)).toMatchObject({ code: 'NOT_A_PARTY' });
    for (const [data, field] of [
      [{ transferPack }, 'recordedBy'],
      [{ transferPack, ...told, recordedBy: REDBRIDGE! }, 'recordedBy'],
      [{ transferPack, ...told, evidence: ' ' }, 'evidence'],
    ] as const) {
      const unproven = { ...share, id: randomUUID(), data };
      expect(await receipt(unproven)).toMatchObject({ outcome: 'REFUSED', code: 'REQUIRED', field });
    }
    const forItself = next(toLambeth, 'ACKNOWLEDGE', told, { side: 'DESTINATION', authority: LAMBETH! });
    expect(await receipt(forItself)).toMatchObject({ code: 'NOT_ON_BEHALF', field: 'recordedBy' });
    expect(await receipt({ ...share, id: randomUUID() })).toMatchObject({ outcome: 'RECORDED' });
    expect(await inbox()).toHaveLength(2);
  });

  it('lets a conference be recorded only by who may', async () => {
    const all = history();
    for (const { message, from } of all.slice(0, 4)) await receipt(message, from);
    const held = { ...all[4]!.message, role: 'duty-team' };
    expect(await receipt(held, redbridge)).toMatchObject({ code: 'ROLE_MAY_NOT', field: 'role' });
  });

  it('makes one movement of messages that come in any order, any number of times', async () => {
    const SEED = 'any order';
    const random = seededRandom(SEED);
    for (let round = 0; round < 20; round++) {
      const all = history();
      const sent = [...all, ...all.filter(() => random() < 0.5), ...all.filter(() => random() < 0.3)]
        .map((one) => ({ one, place: random() }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one);
      for (const { message, from } of sent) await receipt(message, from);
      for (const { message, from } of all) {
        expect([SEED, round, (await receipt(message, from)).outcome]).toEqual([SEED, round, 'ALREADY_RECORDED']);
      }
      const events = await rows<{ message_id: string }>(
        'SELECT message_id FROM movement_event WHERE movement_id = $1 ORDER BY position',
        all[0]!.message.movement,
      );
      expect(events.map(({ message_id }) => message_id)).toEqual(all.map(({ message }) => message.id));
      for (const who of [lambeth, redbridge]) {
        const waiting = await inbox(who);
        expect(waiting.map(({ message }) => message.id)).toEqual(all.map(({ message }) => message.id));
        await acknowledge(
          who,
          waiting.map(({ id }) => id),
        );
      }
    }
  });

  it('records one of two moves that were made at the same moment, and of two equal messages one', async () => {
    const notify = notice();
    await receipt(notify);
    const share = next(notify, 'SHARE_INFORMATION', { transferPack });
    const withdraw = next(notify, 'WITHDRAW', { reason: 'The family stays.' });
    const outcomes = (await Promise.all([share, share, withdraw, notify].map((message) => receipt(message)))).map(
      ({ outcome }) => outcome,
    );
    expect(outcomes[3]).toBe('ALREADY_RECORDED');
    expect(outcomes.slice(0, 3).filter((outcome) => outcome === 'RECORDED').length).toBeGreaterThanOrEqual(1);
    const events = await rows<{ move: string }>(
      'SELECT move FROM movement_event WHERE movement_id = $1 ORDER BY position',
      notify.movement,
    );
    expect(new Set(events.map(({ move }) => move)).size).toBe(events.length);
  });

  it('records one of two notices of one move that come at the same moment', async () => {
    const childPseudonym = `p1:1:${randomUUID()}`;
    const receipts = await Promise.all([1, 2, 3].map(() => receipt(notice({ childPseudonym }))));
    expect(receipts.map(({ outcome }) => outcome).sort()).toEqual(['RECORDED', 'REFUSED', 'REFUSED']);
  });

  it.each(['movement_event', 'movement_clock', 'child_responsibility', 'movement_message', 'movement_delivery'])(
    'writes all of a message or nothing, where %s fails',
    async (table) => {
      const message = notice();
      await rows(`ALTER TABLE ${table} ADD CONSTRAINT broken CHECK (false) NOT VALID`);
      const { errors } = await london.ask(
        `mutation ($input: RecordMovementMessagesInput!) { recordMovementMessages(input: $input) { receipts { messageId } } }`,
        { input: { messages: [{ ...message, data: JSON.stringify(message.data) }] } },
        lambeth,
      );
      await rows(`ALTER TABLE ${table} DROP CONSTRAINT broken`);
      expect(errors).toHaveLength(1);
      expect(await rows('SELECT 1 FROM child_movement WHERE id = $1', message.movement)).toEqual([]);
      expect(await rows('SELECT 1 FROM movement_message WHERE id = $1', message.id)).toEqual([]);
      expect(await receipt(message)).toMatchObject({ outcome: 'RECORDED' });
    },
  );

  it('takes as many statements for the last message of a history as for the first, and for many waiting as for one', async () => {
    const count = async (work: () => Promise<unknown>) => {
      london.statements.reset();
      await work();
      return london.statements.count();
    };
    const all = history();
    const counts: number[] = [];
    for (const { message, from } of all) counts.push(await count(() => receipt(message, from)));
    // An acceptance in writing and an end look at who is responsible for the child, and at what is asked of its arrival.
    expect(new Set(counts.slice(1, 5)).size).toBe(1);
    expect(counts[5]).toBe(counts[1]! + 3);
    expect(counts[6]).toBe(counts[1]! + 2);
    const one = await count(() => inbox(lambeth, 1));
    expect(await count(() => inbox(lambeth, 100))).toBe(one);
  });

  it('sends the feed a movement once it is recorded, by its id, its parties and their partnerships alone', async () => {
    const heard: string[] = [];
    const runner = london.dataSource.createQueryRunner();
    const client = await runner.connect();
    client.on('notification', ({ payload }: { payload: string }) => heard.push(payload));
    await client.query('LISTEN hub_feed');
    const message = notice();
    await receipt(message);
    await receipt(message);
    await client.query('SELECT 1');
    await client.query('UNLISTEN hub_feed');
    client.removeAllListeners('notification');
    await runner.release();
    expect(heard.map((payload) => JSON.parse(payload))).toEqual([
      {
        ...{ topic: 'movement', movement: message.movement },
        ...{ authorities: [LAMBETH, REDBRIDGE], partnerships: ['lambeth', 'redbridge'] },
      },
    ]);
  });

  it('writes into the record of access which children the messages and deliveries were about', async () => {
    const message = notice();
    const children = async () => {
      const [row] = await rows<{ body: string }>('SELECT body FROM audit.access_record ORDER BY seq DESC LIMIT 1');
      return JSON.parse(row!.body).children;
    };
    await receipt(message);
    expect(await children()).toEqual([message.data.childPseudonym]);
    await receipt(next(message, 'SHARE_INFORMATION', { transferPack }));
    expect(await children()).toEqual([message.data.childPseudonym]);
    await inbox(redbridge);
    expect(await children()).toEqual([message.data.childPseudonym]);
  });

  describe('that could not be recorded', () => {
    const list = async (requestIdentity: typeof lambeth, page = 'first: 100') => {
      const { data, errors } = await london.ask(
        `{ undeliveredMessages(${page}) { edges { node { owner since message { id move } refusal { code field message } } }
             pageInfo { hasNextPage endCursor } } }`,
        {},
        requestIdentity,
      );
      expect(errors).toBeUndefined();
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      return data!['undeliveredMessages'] as any;
    };
    const refused = notice({ destination: 'E09000099' });
    const held = next(notice(), 'CLOSE');
    beforeAll(async () => {
      await rows('DELETE FROM movement_message');
      await send([refused, held]);
    });

    it('are listed to their sender, with reason and owner, oldest first, in pages', async () => {
      const page = await list(lambeth);
      expect(page.edges.map(({ node }: { node: object }) => node)).toEqual([
        {
          ...{ owner: 'lambeth', since: expect.stringMatching(/Z$/), message: { id: refused.id, move: 'NOTIFY' } },
          refusal: { code: 'AUTHORITY_UNKNOWN', field: 'destination', message: expect.stringContaining('E09000099') },
        },
        { owner: 'lambeth', since: expect.any(String), message: { id: held.id, move: 'CLOSE' }, refusal: null },
      ]);
      const first = await list(lambeth, 'first: 1');
      expect(first.pageInfo.hasNextPage).toBe(true);
      const rest = await list(lambeth, `first: 1, after: "${first.pageInfo.endCursor}"`);
      expect(rest.edges.map(({ node }: { node: { message: { id: string } } }) => node.message.id)).toEqual([held.id]);
    });

    it('are listed to a duty team of their authority, and to nobody else', async () => {
      const duty = (organisation: string, partnership: string) =>
        requestIdentityOf('duty-team', { organisation, partnership, purpose });
      expect((await list(duty(LAMBETH!, 'lambeth'))).edges).toHaveLength(2);
      expect((await list(duty(CAMDEN!, 'lambeth'))).edges).toEqual([]);
      expect((await list(redbridge)).edges).toEqual([]);
    });

    it('are counted by reason for the London co-ordinator, who is not told of fewer than five', async () => {
      const counted = async () => {
        await publishAnew(london.dataSource);
        const { data } = await london.ask(
          '{ londonScp { undelivered { code count } } }',
          {},
          requestIdentityOf('london-coordinator'),
        );
        return data;
      };
      expect(await counted()).toEqual({ londonScp: { undelivered: [] } });
      for (let more = 0; more < 6; more += 1) await receipt(notice({ destination: 'E09000099' }));
      expect(await counted()).toEqual({ londonScp: { undelivered: [{ code: 'AUTHORITY_UNKNOWN', count: 5 }] } });
    });
  });

  describe('that could not be taken', () => {
    const report = async (who: typeof lambeth, deliveries: { id: string; problem: string }[]) => {
      const { data, errors } = await london.ask(
        `mutation ($input: ReportMovementDeliveriesInput!) { reportMovementDeliveries(input: $input) {
           reported userErrors { field code } } }`,
        { input: { deliveries } },
        who,
      );
      expect(errors).toBeUndefined();
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      return data!['reportMovementDeliveries'] as any;
    };
    const listed = async (requestIdentity: typeof lambeth, page = 'first: 100') => {
      const { data } = await london.ask(
        `{ undeliveredMessages(${page}) { edges { cursor node { owner since message { id recordedAt } refusal { code field message } } } } }`,
        {},
        requestIdentity,
      );
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      return (data!['undeliveredMessages'] as any).edges as { cursor: string; node: any }[];
    };
    const duty = (organisation: string, partnership: string) =>
      requestIdentityOf('duty-team', { organisation, partnership, purpose });
    const counted = async () => {
      await publishAnew(london.dataSource);
      const { data } = await london.ask(
        '{ londonScp { undelivered { code count } } }',
        {},
        requestIdentityOf('london-coordinator'),
      );
      return data!['londonScp'];
    };
    const [first, second, third] = [notice(), notice(), notice()];
    let waiting: string[];
    beforeEach(async () => {
      await rows('DELETE FROM movement_message');
      for (const message of [first, second, third]) message.id = randomUUID();
      for (const message of [first, second, third]) {
        Object.assign(message, { movement: `movement:${message.id}` });
        message.data = { ...message.data, childPseudonym: `p1:1:${message.id}` };
        await receipt(message);
      }
      waiting = await ofInbox(redbridge);
    });

    it('come again after what is new, as reported, until they are acknowledged', async () => {
      const problem = 'NOT_STORED';
      expect(await report(redbridge, [{ id: waiting[0]!, problem }])).toEqual({
        ...{ reported: [waiting[0]], userErrors: [] },
      });
      expect(await ofInbox(redbridge)).toEqual([waiting[1], waiting[2], waiting[0]]);
      const { data } = await london.ask('{ movementInbox(first: 100) { problem } }', {}, redbridge);
      expect(data).toEqual({ movementInbox: [{ problem: null }, { problem: null }, { problem }] });
      await acknowledge(redbridge, [waiting[0]!]);
      expect(await ofInbox(redbridge)).toEqual([waiting[1], waiting[2]]);
      expect(await listed(redbridge)).toEqual([]);
    });

    it('are listed to whom they are for, with reason, in pages, and counted for London', async () => {
      await report(redbridge, [{ id: waiting[1]!, problem: 'NOT_STORED' }]);
      await report(redbridge, [{ id: waiting[0]!, problem: 'NOT_UNDERSTOOD' }]);
      const refused = notice({ destination: 'E09000099' });
      await receipt(refused);
      const of = (message: Message, code: string) => ({
        ...{ owner: 'redbridge', since: expect.stringMatching(/Z$/) },
        message: { id: message.id, recordedAt: expect.stringMatching(/Z$/) },
        refusal: { code, field: 'delivery', message: expect.stringMatching(/offered again until/) },
      });
      const expected = [of(second, 'NOT_STORED'), of(first, 'NOT_UNDERSTOOD')];
      expect((await listed(redbridge)).map(({ node }) => node)).toEqual(expected);
      expect((await listed(duty(REDBRIDGE!, 'redbridge'))).map(({ node }) => node)).toEqual(expected);
      const [one] = await listed(redbridge, 'first: 1');
      const rest = await listed(redbridge, `first: 5, after: "${one!.cursor}"`);
      expect([one!, ...rest].map(({ node }) => node)).toEqual(expected);
      for (const other of [havering, duty(HAVERING!, 'havering'), duty(HAVERING!, 'redbridge')]) {
        expect(await listed(other)).toEqual([]);
      }
      expect((await listed(lambeth)).map(({ node }) => node.message.id)).toEqual([refused.id]);
      expect(await counted()).toEqual({ undelivered: [] });
      await rows(
        `INSERT INTO movement_delivery (recipient, movement_id, message_id, body, created_at, problem, problem_at)
         SELECT 'more', n::text, n::text, '{}', now(), 'NOT_STORED', now() FROM generate_series(1, 5) AS n`,
      );
      expect(await counted()).toEqual({ undelivered: [{ code: 'NOT_STORED', count: 5 }] });
      await rows(`DELETE FROM movement_delivery WHERE recipient = 'more'`);
    });

    it('are reported by their own system alone, 1 to 100 at once; the first time counts', async () => {
      const problem = 'NOT_STORED';
      const strange = [
        ...['0', '-1', 'x', '9'.repeat(18)].map((id) => ({ id, problem })),
        ...(await ofInbox(lambeth)).map((id) => ({ id, problem })),
      ];
      expect((await report(redbridge, strange)).reported).toEqual([]);
      for (const count of [0, 101]) {
        const answer = await report(
          redbridge,
          Array.from({ length: count }, () => ({ id: waiting[0]!, problem })),
        );
        expect(answer).toEqual({
          reported: [],
          userErrors: [{ field: ['input', 'deliveries'], code: 'NOT_1_TO_100' }],
        });
      }
      expect(await listed(redbridge)).toEqual([]);
      await report(redbridge, [{ id: waiting[0]!, problem }]);
      const [before] = await listed(redbridge);
      await report(redbridge, [{ id: waiting[0]!, problem: 'NOT_UNDERSTOOD' }]);
      const [after] = await listed(redbridge);
      expect([after!.node.since, after!.node.refusal.code]).toEqual([before!.node.since, 'NOT_UNDERSTOOD']);
    });
  });

  it('is for the systems of partnerships, and takes 1 to 50 messages', async () => {
    const duty = requestIdentityOf('duty-team', { partnership: 'lambeth', organisation: LAMBETH!, purpose });
    const { data, errors } = await london.ask('{ movementInbox(first: 1) { id } }', {}, duty);
    expect(data).toEqual({ movementInbox: null });
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    for (const count of [0, 51]) {
      const answer = await send(Array.from({ length: count }, () => notice()));
      expect(answer).toMatchObject({
        receipts: [],
        userErrors: [{ field: ['input', 'messages'], code: 'NOT_1_TO_50' }],
      });
    }
  });
});
