import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RequestIdentity } from '@hub/access';
import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { definePartnership } from '../../define-partnership';

const [HAMMERSMITH, KENSINGTON, REDBRIDGE, CAMDEN, ESSEX] = [
  ...['E09000013', 'E09000020', 'E09000026', 'E09000007', 'E10000012'],
] as [string, string, string, string, string];
/** Of the range that is never issued. */
const CHILD = '9990000018';
const own = { partnership: 'tri-borough', purpose: 'CROSS_BOUNDARY_MOVEMENT', isAtHome: true } as const;
const duty = (organisation = HAMMERSMITH, person = `duty-${organisation}`) =>
  requestIdentityOf('duty-team', { ...own, organisation, person });
const system = requestIdentityOf('partnership-system', { ...own, organisation: 'tri-borough' });
const note = 'The other side had closed it: agreed by telephone with them.';
const SETTLED = 'messageId code settlement { settledBy settledAt note }';

// A test reads answers as a client does: by their shape, not by a type of ours.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

let subgraph: OpenSubgraph;
beforeAll(async () => {
  const factsFolder = join(__dirname, '../../../../../subgraphs/tri-borough/facts');
  const covers = { localAuthorities: [HAMMERSMITH, KENSINGTON], factsFolder };
  const definition = definePartnership({ id: 'tri-borough', typeName: 'TriBoroughPartnership', ...covers });
  subgraph = await openSubgraph(definition, { demo: false });
});
afterAll(() => subgraph?.close());
afterEach(() => rows('TRUNCATE child_record, movement_outbox, movement_event'));

const rows = (sql: string, parameters: unknown[] = []) => subgraph.dataSource.query<Data[]>(sql, parameters);

async function ask(query: string, variables: object, who: RequestIdentity): Promise<Data> {
  const { data, errors } = await subgraph.askOwn(query, { ...variables }, who);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

async function record(name: string, input: object, who = duty()): Promise<Data> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${name}(input: $input) { movement state userErrors { field code } } }`;
  return (await ask(query, { input }, who)).done;
}

/** A notice, and the id of its message. */
async function notified(destination: string): Promise<{ movement: string; id: string }> {
  const id = randomUUID();
  const dateOfBirth = fromDayNumber(toDayNumber(todayInLondon()) - 9 * 365);
  const child = { nhsNumber: CHILD, dateOfBirth, category: 'CHILD_IN_NEED_PLAN' };
  const move = {
    origin: HAMMERSMITH,
    destination,
    permanence: 'PERMANENT',
    planning: 'PLANNED',
    hasStatutoryOrder: false,
  };
  const { movement, userErrors } = await record('notifyMovement', { id, ...child, ...move });
  expect(userErrors).toEqual([]);
  return { movement, id };
}

async function step(movement: string, move: string, more: object = {}, who = duty()): Promise<string> {
  const id = randomUUID();
  expect((await record('takeMovementStep', { id, movement, move, ...more }, who)).userErrors).toEqual([]);
  return id;
}

/** The hub's answer to messages, as the relay writes it down. */
const refuse = (id: string) =>
  rows(
    `UPDATE movement_outbox SET delivered_at = now(), outcome = 'REFUSED',
       refusal = '{"code": "OUT_OF_ORDER", "field": "move", "message": "It has ended."}' WHERE id = $1`,
    [id],
  );
const recordAtHub = (id: string, position: number) =>
  rows(
    `WITH sent AS (UPDATE movement_outbox SET delivered_at = now(), outcome = 'RECORDED' WHERE id = $1 RETURNING *)
     INSERT INTO movement_event (movement_id, position, message_id, recorded_at, body)
     SELECT movement_id, $2, id, date_trunc('milliseconds', now()), body -> 'event' || jsonb_build_object('recordedAt',
       to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) FROM sent`,
    [id, position],
  );

async function settle(input: object, who = duty()): Promise<Data> {
  const query = `mutation ($input: SettleRefusedStepInput!) { settleRefusedStep(input: $input) {
    settled { ${SETTLED} } userErrors { field code } } }`;
  return (await ask(query, { input }, who)).settleRefusedStep;
}

async function listed(who = duty(), more = ''): Promise<string[]> {
  const query = `{ partnership { ... on HoldsChildRecords { undeliveredMessages(first: 10 ${more}) {
    edges { node { ${SETTLED} } } } } } }`;
  const { partnership } = await ask(query, {}, who);
  return partnership.undeliveredMessages.edges.map(({ node }: Data) => node.messageId);
}

const movementOf = async (id: string, fields: string, who = duty()) =>
  (await ask(`query ($id: ID!) { movement(id: $id) { ${fields} } }`, { id }, who)).movement;

describe('a step that the hub refused', () => {
  const REFUSED = { code: 'OUT_OF_ORDER', field: 'move', message: 'It has ended.' };

  it('stands where it was taken, with why; the state is without it', async () => {
    const { movement, id } = await notified(REDBRIDGE);
    await recordAtHub(id, 0);
    const transferPack = [{ title: 'Chronology', sha256: 'a'.repeat(64) }];
    const refused = await step(movement, 'SHARE_INFORMATION', { transferPack });
    await refuse(refused);
    const order = await step(movement, 'RECORD_STATUTORY_ORDER', { hasStatutoryOrder: true });
    await recordAtHub(order, 1);
    const waits = await step(movement, 'ESCALATE', { reason: 'Nobody there has answered.' });
    const fields = 'state steps { id standing recordedAt refusal { code field message settlement { note } } }';
    expect(await movementOf(movement, fields)).toEqual({
      state: 'NOTIFIED',
      steps: [
        { id, standing: 'RECORDED', recordedAt: expect.any(String), refusal: null },
        { id: refused, standing: 'REFUSED', recordedAt: null, refusal: { ...REFUSED, settlement: null } },
        { id: order, standing: 'RECORDED', recordedAt: expect.any(String), refusal: null },
        { id: waits, standing: 'PENDING', recordedAt: null, refusal: null },
      ],
    });
    await settle({ message: refused, note });
    const { steps } = await movementOf(movement, fields);
    expect(steps[1].refusal).toEqual({ ...REFUSED, settlement: { note } });
  });

  it('is settled by a person of its authority: open no more, and kept with who, when and what', async () => {
    const { id } = await notified(REDBRIDGE);
    await refuse(id);
    const done = await settle({ message: id, note: ` ${note} ` });
    expect(done).toEqual({
      settled: {
        ...{ messageId: id, code: 'OUT_OF_ORDER' },
        settlement: { settledBy: `duty-${HAMMERSMITH}`, settledAt: expect.stringMatching(/Z$/), note },
      },
      userErrors: [],
    });
    expect(await settle({ message: id, note })).toEqual(done);
    expect([await listed(), await listed(system)]).toEqual([[], []]);
    expect([await listed(duty(), ', settled: true'), await listed(duty(KENSINGTON), ', settled: true')]).toEqual([
      [id],
      [],
    ]);
    const again = await settle({ message: id, note }, duty(HAMMERSMITH, 'a colleague'));
    expect(again.userErrors).toEqual([{ field: ['input', 'message'], code: 'ALREADY_SETTLED' }]);
  });

  it.each([
    ['a note that says nothing', { note: ' ' }, 'note', 'SAYS_NOTHING'],
    ['a note that names somebody', { note: 'Ring 020 7946 0012 at once.' }, 'note', 'NAMES_SOMEBODY'],
    ['a note that is too long', { note: 'It was wrong. '.repeat(80) }, 'note', 'TOO_LONG'],
    ['a message that there is not', { message: 'none' }, 'message', 'MESSAGE_UNKNOWN'],
  ])('is not settled by %s', async (_, more, field, code) => {
    const { id } = await notified(REDBRIDGE);
    await refuse(id);
    const done = await settle({ message: id, note, ...more });
    expect(done).toEqual({ settled: null, userErrors: [{ field: ['input', field], code }] });
    expect(await listed()).toEqual([id]);
  });

  it("is nobody else's to settle but the system's; and one on its way is not refused", async () => {
    const { id } = await notified(REDBRIDGE);
    expect((await settle({ message: id, note })).userErrors).toMatchObject([{ code: 'NOT_REFUSED' }]);
    await refuse(id);
    const other = await settle({ message: id, note }, duty(KENSINGTON));
    expect(other.userErrors).toMatchObject([{ code: 'MESSAGE_UNKNOWN' }]);
    expect((await settle({ message: id, note }, system)).userErrors).toEqual([]);
  });

  it('on behalf of an authority outside the hub is for all of the authority that recorded it', async () => {
    const { movement } = await notified(ESSEX);
    const id = await step(movement, 'ACKNOWLEDGE', { onBehalf: true, evidence: 'ES/1' });
    await refuse(id);
    const colleague = duty(HAMMERSMITH, 'a colleague');
    expect(await listed(colleague)).toContain(id);
    expect((await settle({ message: id, note }, colleague)).userErrors).toEqual([]);
  });
});

describe('a movement at home to an authority outside the hub', () => {
  const OUTSIDE = 'outside { side authority name isToldByHub toSend { step move sent { means reference } } }';

  it('says what has to be sent by hand, and what was', async () => {
    const { movement, id } = await notified(ESSEX);
    const before = await movementOf(movement, OUTSIDE);
    expect(before.outside).toEqual({
      ...{ side: 'DESTINATION', authority: ESSEX, name: 'Essex', isToldByHub: false },
      toSend: [{ step: id, move: 'NOTIFY', sent: null }],
    });
    const sent = { sends: [id], means: 'POST', evidence: 'L/7 of 2 March' };
    const sending = await step(movement, 'RECORD_SENT_BY_HAND', sent);
    const { outside, steps } = await movementOf(movement, `${OUTSIDE} steps { id sends means evidence }`);
    expect(outside.toSend).toEqual([
      { step: id, move: 'NOTIFY', sent: { means: 'POST', reference: 'L/7 of 2 March' } },
    ]);
    expect(steps.at(-1)).toEqual({ id: sending, ...sent });
  });

  it('says so of an authority of London once the hub has taken a step on its behalf', async () => {
    const { movement, id } = await notified(CAMDEN);
    expect(await movementOf(movement, OUTSIDE)).toEqual({ outside: null });
    const acknowledged = await step(movement, 'ACKNOWLEDGE', { onBehalf: true, evidence: 'CA/1' });
    expect(await movementOf(movement, OUTSIDE)).toEqual({ outside: null });
    await recordAtHub(id, 0);
    await recordAtHub(acknowledged, 1);
    expect((await movementOf(movement, OUTSIDE)).outside).toMatchObject({ authority: CAMDEN, isToldByHub: false });
  });

  it('takes no record of what was sent to a side of its own', async () => {
    const { movement, id } = await notified(KENSINGTON);
    const sent = { move: 'RECORD_SENT_BY_HAND', means: 'POST', evidence: 'L/7' };
    const refusedFor = async (input: object) =>
      (await record('takeMovementStep', { id: randomUUID(), ...input })).userErrors;
    expect(await refusedFor({ movement, ...sent, sends: [id] })).toEqual([
      { field: ['input', 'move'], code: 'NOT_OUTSIDE' },
    ]);
  });

  it('leaves a record that its owner has closed as it is, when what was sent is recorded after the end', async () => {
    const { movement } = await notified(ESSEX);
    const withdraw = await step(movement, 'WITHDRAW', { reason: 'They stay with us.' });
    const standing = () => rows('SELECT status, closed_on::text, ended_at FROM child_record');
    await rows(`UPDATE child_record SET status = 'CLOSED', closed_on = opened_on`);
    const closed = await standing();
    expect(closed).toMatchObject([{ status: 'CLOSED', ended_at: expect.any(Date) }]);
    const sent = { sends: [withdraw], means: 'POST', evidence: 'L/8' };
    await step(movement, 'RECORD_SENT_BY_HAND', sent);
    expect(await standing()).toEqual(closed);
  });
});

describe('a notice at home', () => {
  const READ = 'acknowledgedAt readAt readByRole';

  it('is delivered when the system of the destination has it, and read when a person takes a step', async () => {
    const { movement } = await notified(KENSINGTON);
    expect(await movementOf(movement, READ)).toEqual({ acknowledgedAt: null, readAt: null, readByRole: null });
    await step(movement, 'ACKNOWLEDGE', { authority: KENSINGTON }, system);
    expect(await movementOf(movement, READ)).toMatchObject({ acknowledgedAt: expect.any(String), readAt: null });
    await step(movement, 'ACKNOWLEDGE', {}, duty(KENSINGTON));
    expect(await movementOf(movement, READ)).toMatchObject({ readAt: expect.any(String), readByRole: 'duty-team' });
  });
});
