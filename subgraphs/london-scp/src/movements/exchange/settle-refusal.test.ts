import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { next, notice, type Message } from '../../../../../test/support/movement-messages';
import { publishAnew } from '../../../../../test/support/publish-anew';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { londonScp } from '../../london-scp';

const [LAMBETH, REDBRIDGE, CAMDEN, ESSEX] = ['E09000022', 'E09000026', 'E09000007', 'E10000012'];
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const system = (partnership: string) => requestIdentityOf('partnership-system', { partnership, purpose });
const [lambeth, redbridge] = [system('lambeth'), system('redbridge')];
const duty = (organisation: string, partnership: string, person = 'duty:1') =>
  requestIdentityOf('duty-team', { organisation, partnership, person, purpose });
const lambethDuty = duty(LAMBETH!, 'lambeth');
const note = 'The wrong authority was named: it is notified anew.';

// A test reads answers as a client does: by their shape, not by a type of ours.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
});
afterAll(() => london?.close());
beforeEach(() => london.dataSource.query('DELETE FROM movement_message'));

async function ask(query: string, variables: object, who: typeof lambeth): Promise<Data> {
  const { data, errors } = await london.ask(query, { ...variables }, who);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

async function send(message: Message, from = lambeth): Promise<Data> {
  const messages = [{ ...message, data: JSON.stringify(message.data) }];
  const query = `mutation ($input: RecordMovementMessagesInput!) { recordMovementMessages(input: $input) {
    receipts { outcome code } } }`;
  return (await ask(query, { input: { messages } }, from)).recordMovementMessages.receipts[0];
}

/** A notice that the hub refuses, of a code that there is not. */
async function refused(): Promise<Message> {
  const message = notice({ destination: 'E09000099' });
  expect(await send(message)).toMatchObject({ outcome: 'REFUSED' });
  return message;
}

async function settle(input: object, who = lambethDuty): Promise<Data> {
  const query = `mutation ($input: SettleRefusedMessageInput!) { settleRefusedMessage(input: $input) {
    settled { message { id } refusal { code } settlement { settledBy settledAt note } } userErrors { field code } } }`;
  return (await ask(query, { input }, who)).settleRefusedMessage;
}

async function listed(who = lambethDuty, more = ''): Promise<string[]> {
  const query = `{ undeliveredMessages(first: 100 ${more}) { edges { node { message { id } settlement { note } } } } }`;
  const { undeliveredMessages } = await ask(query, {}, who);
  return undeliveredMessages.edges.map(({ node }: { node: { message: { id: string } } }) => node.message.id);
}

describe('a message that the hub refused', () => {
  it('is settled by a person of whose step it was: open no more, and kept with who, when and what', async () => {
    const { id } = await refused();
    const { settled, userErrors } = await settle({ message: id, note: ` ${note} ` });
    expect(userErrors).toEqual([]);
    expect(settled).toEqual({
      message: { id },
      refusal: { code: 'AUTHORITY_UNKNOWN' },
      settlement: { settledBy: 'duty:1', settledAt: expect.stringMatching(/Z$/), note },
    });
    expect([await listed(), await listed(lambeth)]).toEqual([[], []]);
    expect(await listed(lambethDuty, ', settled: true')).toEqual([id]);
  });

  it('is settled once: the same again changes nothing, and another does not take its place', async () => {
    const { id } = await refused();
    const first = await settle({ message: id, note });
    expect(await settle({ message: id, note })).toEqual(first);
    const other = await settle({ message: id, note: 'It was seen to by somebody else.' });
    expect(other).toEqual({ settled: null, userErrors: [{ field: ['input', 'message'], code: 'ALREADY_SETTLED' }] });
    const colleague = duty(LAMBETH!, 'lambeth', 'duty:2');
    expect((await settle({ message: id, note }, colleague)).userErrors).toMatchObject([{ code: 'ALREADY_SETTLED' }]);
  });

  it('is settled by two at once by one of them', async () => {
    const { id } = await refused();
    const both = await Promise.all(['1', '2'].map((n) => settle({ message: id, note }, duty(LAMBETH!, 'lambeth', n))));
    expect(both.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 1]);
  });

  it('is settled by the system of its partnership for the person who did it at home, however often it says so', async () => {
    const { id } = await refused();
    const told = { message: id, note, person: 'kim', settledAt: '2026-03-02T10:00:00.000Z' };
    for (let time = 0; time < 2; time += 1) {
      const { settled } = await settle(told, lambeth);
      expect(settled.settlement).toEqual({ settledBy: 'kim', settledAt: told.settledAt, note });
    }
    const { id: other } = await refused();
    const { settled } = await settle({ ...told, message: other, settledAt: '2199-01-01T00:00:00Z' }, lambeth);
    expect(Date.parse(settled.settlement.settledAt)).toBeLessThanOrEqual(Date.now() + 60_000);
  });

  it.each([
    ['a note that says nothing', { note: '.' }, 'note', 'SAYS_NOTHING'],
    ['a note that names somebody', { note: 'Ring 020 7946 0012 at once.' }, 'note', 'NAMES_SOMEBODY'],
    ['a note that is too long', { note: 'It was wrong. '.repeat(80) }, 'note', 'TOO_LONG'],
    ['a person who names another', { person: 'kim' }, 'person', 'ROLE_MAY_NOT'],
    ['a message that there is not', { message: 'none' }, 'message', 'MESSAGE_UNKNOWN'],
  ])('is not settled by %s, and nothing is written', async (_, more, field, code) => {
    const { id } = await refused();
    const { settled, userErrors } = await settle({ message: id, note, ...more });
    expect({ settled, userErrors }).toEqual({ settled: null, userErrors: [{ field: ['input', field], code }] });
    expect(await listed()).toEqual([id]);
  });

  it('is not settled by a system for a person without an id', async () => {
    const { id } = await refused();
    const { userErrors } = await settle({ message: id, note, person: 'Kim Smith', settledAt: null }, lambeth);
    expect(userErrors).toMatchObject([{ code: 'PERSON_INVALID' }]);
  });

  it("is nobody else's to settle, and that somebody tried is on record with the child", async () => {
    const message = await refused();
    for (const who of [duty(CAMDEN!, 'lambeth'), duty(REDBRIDGE!, 'redbridge'), redbridge]) {
      expect((await settle({ message: message.id, note }, who)).userErrors).toMatchObject([
        { code: 'MESSAGE_UNKNOWN' },
      ]);
      const [row] = await london.dataSource.query<[{ body: string }]>(
        'SELECT body FROM audit.access_record ORDER BY seq DESC LIMIT 1',
      );
      expect(JSON.parse(row.body).unseen ?? JSON.parse(row.body).children).toEqual([message.data.childPseudonym]);
    }
    expect(await listed()).toEqual([message.id]);
  });

  it('is none, where it is recorded, or still waits for another', async () => {
    const [recorded, held] = [notice(), next(notice(), 'CLOSE')];
    await send(recorded);
    expect(await send(held)).toMatchObject({ outcome: 'HELD' });
    for (const { id } of [recorded, held]) {
      expect((await settle({ message: id, note })).userErrors).toMatchObject([{ code: 'NOT_REFUSED' }]);
    }
  });

  it('of a step on behalf of an authority outside the hub is for who recorded it', async () => {
    const notify = notice({ destination: ESSEX! });
    await send(notify);
    const accept = next(notify, 'ACCEPT', { recordedBy: LAMBETH!, evidence: 'ES/1' }, { side: 'DESTINATION' });
    const behalf = { ...accept, authority: ESSEX! };
    expect(await send(behalf)).toMatchObject({ code: 'OUT_OF_ORDER' });
    expect(await listed()).toEqual([behalf.id]);
    expect((await settle({ message: behalf.id, note })).userErrors).toEqual([]);
  });

  it('is counted for London while it is open, and not once it is settled', async () => {
    const counted = async () => {
      await publishAnew(london.dataSource);
      const query = '{ londonScp { undelivered { code count } } }';
      return (await ask(query, {}, requestIdentityOf('london-coordinator'))).londonScp.undelivered;
    };
    const messages = [];
    for (let more = 0; more < 5; more += 1) messages.push(await refused());
    expect(await counted()).toEqual([{ code: 'AUTHORITY_UNKNOWN', count: 5 }]);
    await settle({ message: messages[0]!.id, note });
    expect(await counted()).toEqual([]);
  });
});

describe('the feed, where a step is refused', () => {
  async function heardOf(work: () => Promise<unknown>): Promise<Data[]> {
    const heard: string[] = [];
    const runner = london.dataSource.createQueryRunner();
    const client = await runner.connect();
    client.on('notification', ({ payload }: { payload: string }) => heard.push(payload));
    await client.query('LISTEN hub_feed');
    await work();
    await client.query('SELECT 1');
    await client.query('UNLISTEN hub_feed');
    client.removeAllListeners('notification');
    await runner.release();
    return heard.map((payload) => JSON.parse(payload));
  }

  it('says so to whose step it was, once, and to nobody of the other side', async () => {
    const message = notice({ destination: 'E09000099' });
    const heard = await heardOf(async () => {
      await send(message);
      await send(message);
    });
    expect(heard).toEqual([
      { topic: 'refused', movement: message.movement, authorities: [LAMBETH], partnerships: ['lambeth'] },
    ]);
  });

  it('says so of a step that waited and is refused with what it waited for', async () => {
    const notify = notice();
    const close = next(notify, 'CLOSE');
    await send(close);
    const heard = await heardOf(() => send(notify));
    expect(heard).toContainEqual({
      ...{ topic: 'refused', movement: notify.movement, authorities: [LAMBETH], partnerships: ['lambeth'] },
    });
    expect(heard.map(({ topic }) => topic).sort()).toEqual(['movement', 'refused']);
  });

  it('tells an authority nothing of what another sends in its name', async () => {
    const message = notice();
    const heard = await heardOf(() => send(message, redbridge));
    expect(heard).toEqual([
      { topic: 'refused', movement: message.movement, authorities: [], partnerships: ['redbridge'] },
    ]);
  });

  it('says so of a step on behalf of an authority outside the hub to who recorded it', async () => {
    const notify = notice({ destination: ESSEX! });
    await send(notify);
    const accept = next(notify, 'ACCEPT', { recordedBy: LAMBETH!, evidence: 'ES/1' }, { side: 'DESTINATION' });
    const heard = await heardOf(() => send({ ...accept, authority: ESSEX! }));
    expect(heard).toMatchObject([{ topic: 'refused', authorities: [LAMBETH], partnerships: ['lambeth'] }]);
  });
});
