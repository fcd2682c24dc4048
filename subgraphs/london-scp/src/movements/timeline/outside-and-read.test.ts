import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { next, notice, transferPack, type Message } from '../../../../../test/support/movement-messages';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { londonScp } from '../../london-scp';

const [LAMBETH, ESSEX, CAMDEN] = ['E09000022', 'E10000012', 'E09000007'] as const;
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const lambeth = requestIdentityOf('partnership-system', { partnership: 'lambeth', purpose });
const redbridge = requestIdentityOf('partnership-system', { partnership: 'redbridge', purpose });

// A test reads answers as a client does: by their shape, not by a type of ours.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
});
afterAll(() => london?.close());

async function ask(query: string, variables: object, who: typeof lambeth): Promise<Data> {
  const { data, errors } = await london.ask(query, { ...variables }, who);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

async function receipt(message: Message, from = lambeth): Promise<Data> {
  const messages = [{ ...message, data: JSON.stringify(message.data) }];
  const query = `mutation ($input: RecordMovementMessagesInput!) { recordMovementMessages(input: $input) {
    receipts { outcome code field } } }`;
  return (await ask(query, { input: { messages } }, from)).recordMovementMessages.receipts[0];
}
async function recorded(message: Message, from = lambeth): Promise<Message> {
  expect(await receipt(message, from)).toMatchObject({ outcome: 'RECORDED' });
  return message;
}
const movement = async ({ movement: id }: Message, fields: string, who = lambeth) =>
  (await ask(`query ($id: ID!) { movement(id: $id) { ${fields} } }`, { id }, who)).movement;

const OUTSIDE = `outside { side authority name isToldByHub toSend { step move transferPack { title } confirmation
  sent { person role means reference } } }`;
const told = { recordedBy: LAMBETH, evidence: 'Letter ES/1 of 3 March.' };
const ofEssex = { side: 'DESTINATION', authority: ESSEX } as const;

/** A child in need moves from Lambeth to Essex, which accepts by letters that Lambeth records. */
async function toEssex() {
  const notify = await recorded(notice({ destination: ESSEX, category: 'CHILD_IN_NEED_PLAN' as never }));
  const share = await recorded(next(notify, 'SHARE_INFORMATION', { transferPack }));
  const accept = await recorded(next(share, 'ACCEPT', told, ofEssex));
  const data = { ...told, confirmation: 'ES/2' };
  const inWriting = await recorded(next(accept, 'ACCEPT_RESPONSIBILITY', data, ofEssex));
  return { notify, share, inWriting };
}

describe('a movement to an authority outside the hub', () => {
  it('says that nobody there was told by the hub, and what has to be sent by hand', async () => {
    const { notify, share, inWriting } = await toEssex();
    const sent = { sends: [notify.id, share.id], means: 'POST' as never, evidence: 'L/7 of 2 March' };
    await recorded(next(inWriting, 'RECORD_SENT_BY_HAND', sent, { person: 'kim' }));
    const by = { person: 'kim', role: 'duty-team', means: 'POST', reference: 'L/7 of 2 March' };
    expect(await movement(notify, OUTSIDE)).toEqual({
      outside: {
        ...{ side: 'DESTINATION', authority: ESSEX, name: 'Essex', isToldByHub: false },
        toSend: [
          { step: notify.id, move: 'NOTIFY', transferPack: null, confirmation: null, sent: by },
          {
            ...{ step: share.id, move: 'SHARE_INFORMATION', transferPack: [{ title: 'Child protection plan' }] },
            ...{ confirmation: null, sent: by },
          },
        ],
      },
    });
    expect((await movement(notify, 'timeline { id move sends means evidence }')).timeline.at(-1)).toMatchObject({
      ...{ move: 'RECORD_SENT_BY_HAND', sends: [notify.id, share.id], means: 'POST', evidence: 'L/7 of 2 March' },
    });
  });

  it('says on whose word alone that authority is responsible', async () => {
    const { notify } = await toEssex();
    const fields = 'responsible responsibleOnWordOf responsibility { authority onWordOf } timeline { move recordedBy }';
    expect(await movement(notify, fields)).toMatchObject({
      ...{ responsible: ESSEX, responsibleOnWordOf: LAMBETH },
      responsibility: [
        { authority: LAMBETH, onWordOf: null },
        { authority: ESSEX, onWordOf: LAMBETH },
      ],
      timeline: [{}, {}, { move: 'ACCEPT', recordedBy: LAMBETH }, { recordedBy: LAMBETH }],
    });
  });

  it('may be recorded as sent once it has ended', async () => {
    const notify = await recorded(notice({ destination: ESSEX }));
    const withdraw = await recorded(next(notify, 'WITHDRAW', { reason: 'They stay with us.' }));
    const sent = { sends: [withdraw.id], means: 'SECURE_EMAIL' as never, evidence: 'Mail of 4 March' };
    await recorded(next(withdraw, 'RECORD_SENT_BY_HAND', sent));
    const { state, outside } = await movement(notify, `state ${OUTSIDE}`);
    expect([state, outside.toSend.map((one: Data) => [one.move, one.sent?.reference ?? null])]).toEqual([
      'WITHDRAWN',
      [
        ['NOTIFY', null],
        ['WITHDRAW', 'Mail of 4 March'],
      ],
    ]);
  });

  it('is one also where an authority of London has no partnership here', async () => {
    const notify = await recorded(notice({ destination: CAMDEN }));
    expect((await movement(notify, 'outside { authority isToldByHub }')).outside).toEqual({
      ...{ authority: CAMDEN, isToldByHub: false },
    });
  });
});

describe('a movement between two authorities of the hub', () => {
  it('has no side that is not told, and nothing that is sent by hand', async () => {
    const notify = await recorded(notice());
    expect(await movement(notify, OUTSIDE)).toEqual({ outside: null });
    const sent = { sends: [notify.id], means: 'POST' as never, evidence: 'L/7' };
    expect(await receipt(next(notify, 'RECORD_SENT_BY_HAND', sent))).toEqual({
      ...{ outcome: 'REFUSED', code: 'NOT_OUTSIDE', field: 'move' },
    });
  });

  it('was delivered when the system of the destination has it, and read when a person says so', async () => {
    const fields = 'acknowledgedAt readAt readByRole';
    const notify = await recorded(notice());
    expect(await movement(notify, fields)).toEqual({ acknowledgedAt: null, readAt: null, readByRole: null });
    const byDestination = { side: 'DESTINATION' as const };
    const bySystem = next(notify, 'ACKNOWLEDGE', {}, { ...byDestination, role: 'partnership-system' });
    await recorded(bySystem, redbridge);
    expect(await movement(notify, fields)).toEqual({
      ...{ acknowledgedAt: bySystem.occurredAt, readAt: null, readByRole: null },
    });
    const byPerson = await recorded(next(bySystem, 'ACKNOWLEDGE', {}, byDestination), redbridge);
    expect(await movement(notify, fields)).toEqual({
      ...{ acknowledgedAt: bySystem.occurredAt, readAt: byPerson.occurredAt, readByRole: 'duty-team' },
    });
  });
});
