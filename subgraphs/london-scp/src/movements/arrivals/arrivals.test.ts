import { randomUUID } from 'node:crypto';
import type { RequestIdentity } from '@hub/access';
import { next, notice, transferPack, type Message } from '../../../../../test/support/movement-messages';
import { LAMBETH, REDBRIDGE } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { londonScp } from '../../london-scp';
import { removeEnded } from '../background/remove-ended';
import { renewClocks } from '../background/renew-clocks';
import { OPEN_QUESTIONS } from './open-questions';

const [HAVERING, KENT] = ['E09000016', 'E10000016'] as const;
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const PARTNERSHIPS: Record<string, string> = { [LAMBETH]: 'lambeth', [REDBRIDGE]: 'redbridge', [HAVERING]: 'havering' };
const system = (code: string) => requestIdentityOf('partnership-system', { partnership: PARTNERSHIPS[code]!, purpose });
const duty = (code: string) =>
  requestIdentityOf('duty-team', { organisation: code, partnership: PARTNERSHIPS[code]!, purpose });

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
type Data = any;

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
});
afterAll(() => london?.close());

async function ask(query: string, variables: object, who: RequestIdentity): Promise<Data> {
  const { data, errors } = await london.ask(query, { ...variables }, who);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

const newChild = () => `p1:1:${randomUUID()}`;

interface Arrival {
  id: string;
  childPseudonym: string;
  origin: string;
  destination: string;
  arrivedOn: string;
  isOpen: boolean;
}

const arrivalOf = (childPseudonym: string, more: Partial<Arrival> = {}): Arrival => ({
  ...{ id: `movement:${randomUUID()}`, childPseudonym, origin: LAMBETH, destination: REDBRIDGE },
  ...{ arrivedOn: '2026-03-02', isOpen: true, ...more },
});

async function tell(arrival: Arrival, who = system(arrival.destination)) {
  const { recordArrivals } = await ask(
    `mutation ($input: RecordArrivalsInput!) { recordArrivals(input: $input) { recorded userErrors { code } } }`,
    { input: { arrivals: [arrival] } },
    who,
  );
  return [recordArrivals.recorded.length, ...recordArrivals.userErrors.map(({ code }: { code: string }) => code)];
}

async function told(child: string, more: Partial<Arrival> = {}): Promise<Arrival> {
  const arrival = arrivalOf(child, more);
  expect(await tell(arrival)).toEqual([1]);
  return arrival;
}

const QUESTION = `id arrival childPseudonym asking asked isNamed isToldByHub arrivedOn isKnown reason evidence
  clock { code state dueOn }`;

async function questionsOf(code: string, child: string): Promise<Data[]> {
  const { arrivalQuestions } = await ask(
    `{ arrivalQuestions(first: 100) { edges { node { ${QUESTION} } } } }`,
    {},
    duty(code),
  );
  return arrivalQuestions.edges
    .map(({ node }: Data) => node)
    .filter(({ childPseudonym }: Data) => childPseudonym === child);
}

const askedOf = async (code: string, child: string) => (await questionsOf(code, child)).map(({ asked }) => asked);

async function answer(arrival: Arrival, asked: string, input: object, who = duty(asked)): Promise<Data> {
  const { answerArrival } = await ask(
    `mutation ($input: AnswerArrivalInput!) { answerArrival(input: $input) {
       question { isKnown reason evidence clock { state } } userErrors { field code } } }`,
    { input: { question: `${arrival.id}/${asked}`, ...input } },
    who,
  );
  return answerArrival;
}

async function send(...messages: Message[]) {
  for (const message of messages) {
    const { recordMovementMessages } = await ask(
      `mutation ($input: RecordMovementMessagesInput!) { recordMovementMessages(input: $input) { receipts { outcome } } }`,
      { input: { messages: [{ ...message, data: JSON.stringify(message.data) }] } },
      system(message.authority),
    );
    expect(recordMovementMessages.receipts).toEqual([{ outcome: 'RECORDED' }]);
  }
}

const noticeTo = (child: string, from: string, to: string) =>
  notice(
    { childPseudonym: child, origin: from, destination: to, category: 'CHILD_IN_NEED_PLAN' as never },
    { authority: from },
  );

function handover(child: string, from: string, to: string): Message[] {
  const notify = noticeTo(child, from, to);
  const share = next(notify, 'SHARE_INFORMATION', { transferPack }, { authority: from });
  const by = { side: 'DESTINATION', authority: to } as const;
  const accept = next(share, 'ACCEPT', {}, by);
  return [notify, share, accept, next(accept, 'ACCEPT_RESPONSIBILITY', { confirmation: 'Letter 1' }, by)];
}

async function due(code: string, child: string, isOwn = false): Promise<Data[]> {
  const { dueSteps } = await ask(
    `query ($isOwn: Boolean!) { dueSteps(first: 100, isOwn: $isOwn) { edges { node { movement { id } step { move }
       claim { childPseudonym movement owner clock { state dueOn } } question { childPseudonym asked clock { state } } } } } }`,
    { isOwn },
    duty(code),
  );
  return dueSteps.edges
    .map(({ node }: Data) => node)
    .filter(({ claim, question }: Data) => (claim ?? question)?.childPseudonym === child);
}

const responsibleFor = async (child: string): Promise<string | undefined> => {
  const rows = await london.dataSource.query<{ authority: string }[]>(
    'SELECT authority FROM child_responsibility WHERE child_pseudonym = $1 AND until_at IS NULL',
    [child],
  );
  return rows[0]?.authority;
};

describe('an arrival without a notice', () => {
  it('asks the authority that the child is said to come from, and both see it; a third does not', async () => {
    const child = newChild();
    const { id } = await told(child);
    const question = {
      ...{ id: `${id}/${LAMBETH}`, arrival: id, childPseudonym: child, asking: REDBRIDGE, asked: LAMBETH },
      ...{ isNamed: true, isToldByHub: true, arrivedOn: '2026-03-02', isKnown: null, reason: null, evidence: null },
      clock: { code: 'ARRIVAL_ANSWER', state: 'NOT_SPECIFIED', dueOn: null },
    };
    for (const code of [LAMBETH, REDBRIDGE]) expect(await questionsOf(code, child)).toEqual([question]);
    expect(await questionsOf(HAVERING, child)).toEqual([]);
  });

  it('changes nothing of who is responsible, and is no movement', async () => {
    const child = newChild();
    const arrival = await told(child);
    expect(await responsibleFor(child)).toBeUndefined();
    await answer(arrival, LAMBETH, { isKnown: true });
    expect(await responsibleFor(child)).toBeUndefined();
    expect(
      (await ask('query ($id: ID!) { movement(id: $id) { id } }', { id: arrival.id }, duty(LAMBETH))).movement,
    ).toBe(null);
  });

  it('asks whoever is responsible too, where that is another than it names, and the arriving side sees who', async () => {
    const child = newChild();
    await send(...handover(child, LAMBETH, HAVERING));
    await told(child);
    expect((await questionsOf(REDBRIDGE, child)).map(({ asked, isNamed }) => [asked, isNamed])).toEqual(
      expect.arrayContaining([
        [LAMBETH, true],
        [HAVERING, false],
      ]),
    );
    // Each who is asked sees its own question, and not who else is asked.
    expect(await askedOf(LAMBETH, child)).toEqual([LAMBETH]);
    expect(await askedOf(HAVERING, child)).toEqual([HAVERING]);
  });

  it('from nobody knows where asks whoever is responsible, and nobody where no notice names any', async () => {
    const [known, unknown] = [newChild(), newChild()];
    await send(noticeTo(known, LAMBETH, HAVERING));
    await told(known, { origin: 'UNKNOWN' });
    await told(unknown, { origin: 'UNKNOWN' });
    expect(await askedOf(LAMBETH, known)).toEqual([LAMBETH]);
    expect(await questionsOf(REDBRIDGE, unknown)).toEqual([]);
    await send(noticeTo(unknown, HAVERING, LAMBETH));
    expect(await askedOf(HAVERING, unknown)).toEqual([HAVERING]);
  });

  it('asks whoever becomes responsible while it waits, and whoever was is asked no more', async () => {
    const child = newChild();
    const [notify, ...rest] = handover(child, LAMBETH, HAVERING);
    await send(notify!);
    await told(child, { origin: 'UNKNOWN' });
    await send(...rest);
    expect(await askedOf(REDBRIDGE, child)).toEqual([HAVERING]);
  });

  it('is over with the notice of who is asked, whichever comes first', async () => {
    const [child, crossing] = [newChild(), newChild()];
    await told(child);
    await send(noticeTo(child, LAMBETH, REDBRIDGE));
    await send(noticeTo(crossing, LAMBETH, REDBRIDGE));
    await told(crossing);
    for (const one of [child, crossing]) expect(await questionsOf(REDBRIDGE, one)).toEqual([]);
    const [row] = await london.dataSource.query<{ known: boolean; met: boolean }[]>(
      `SELECT is_known AS known, met_at IS NOT NULL AS met FROM arrival_question JOIN child_arrival ON id = arrival_id
       WHERE child_pseudonym = $1`,
      [child],
    );
    expect(row).toEqual({ known: true, met: true });
  });

  it('is asked of another once its origin is put right, and of nobody once its record is closed', async () => {
    const child = newChild();
    const arrival = await told(child);
    expect(await tell({ ...arrival, origin: HAVERING })).toEqual([1]);
    expect(await askedOf(REDBRIDGE, child)).toEqual([HAVERING]);
    expect(await questionsOf(LAMBETH, child)).toEqual([]);
    expect(await tell({ ...arrival, origin: HAVERING, isOpen: false })).toEqual([1]);
    expect(await questionsOf(REDBRIDGE, child)).toEqual([]);
  });

  it('of a child by a local reference is one of the child it is linked to', async () => {
    const [byReference, byNumber] = [`p2:1:${randomUUID()}`, newChild()];
    await send(noticeTo(byNumber, HAVERING, LAMBETH));
    await told(byReference, { origin: 'UNKNOWN' });
    expect(await questionsOf(REDBRIDGE, byReference)).toEqual([]);
    const own = noticeTo(byReference, LAMBETH, HAVERING);
    await send(own, next(own, 'LINK_CHILD', { childPseudonym: byNumber }, { authority: LAMBETH }));
    expect(await askedOf(REDBRIDGE, byNumber)).toEqual(expect.arrayContaining([HAVERING]));
  });

  it.each([
    ['by another partnership’s system', {}, HAVERING, 'NOT_YOUR_AUTHORITY'],
    ['with a number in the place of a pseudonym', { childPseudonym: '9990000018' }, REDBRIDGE, 'NOT_A_PSEUDONYM'],
    ['from the own area', { origin: REDBRIDGE }, REDBRIDGE, 'NOT_FROM_ELSEWHERE'],
    ['from no authority', { origin: 'E09000099' }, REDBRIDGE, 'AUTHORITY_UNKNOWN'],
    ['that has not come', { arrivedOn: '2199-01-01' }, REDBRIDGE, 'DATE_IN_FUTURE'],
  ])('is not taken %s', async (_, more, by, code) => {
    expect(await tell(arrivalOf(newChild(), more), system(by))).toEqual([0, code]);
  });

  it('of another partnership is changed by nobody else', async () => {
    const { id, childPseudonym } = await told(newChild());
    expect(await tell(arrivalOf(childPseudonym, { id, origin: REDBRIDGE, destination: HAVERING }))).toEqual([
      ...[0, 'ID_TAKEN'],
    ]);
  });

  it('is told by systems alone', async () => {
    const { errors } = await london.ask(
      'mutation { recordArrivals(input: { arrivals: [] }) { recorded } }',
      {},
      duty(REDBRIDGE),
    );
    expect(errors?.[0]?.extensions['code']).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });

  it('leaves once it has been over for the period', async () => {
    const arrival = await told(newChild());
    await tell({ ...arrival, isOpen: false });
    await london.dataSource.query("UPDATE child_arrival SET over_at = over_at - interval '101 days' WHERE id = $1", [
      arrival.id,
    ]);
    await removeEnded(london.dataSource, 100);
    const left = await london.dataSource.query<object[]>('SELECT 1 FROM arrival_question WHERE arrival_id = $1', [
      arrival.id,
    ]);
    expect(left).toEqual([]);
  });
});

describe('the answer to an arrival', () => {
  it('says that the child is not known, and why; and may be put right', async () => {
    const child = newChild();
    const arrival = await told(child);
    expect(await answer(arrival, LAMBETH, { isKnown: false, reason: 'No record under this number.' })).toMatchObject({
      question: { isKnown: false, reason: 'No record under this number.', clock: { state: 'NOT_SPECIFIED' } },
      userErrors: [],
    });
    expect(await questionsOf(REDBRIDGE, child)).toMatchObject([{ isKnown: false }]);
    await answer(arrival, LAMBETH, { isKnown: true });
    expect(await questionsOf(REDBRIDGE, child)).toMatchObject([{ isKnown: true, reason: null }]);
  });

  it('that is the same again changes nothing', async () => {
    const arrival = await told(newChild());
    const when = async () =>
      london.dataSource.query<object[]>('SELECT answered_at FROM arrival_question WHERE arrival_id = $1', [arrival.id]);
    await answer(arrival, LAMBETH, { isKnown: true });
    const first = await when();
    await answer(arrival, LAMBETH, { isKnown: true });
    expect(await when()).toEqual(first);
  });

  it.each([
    ['is not another’s to give', { isKnown: true }, HAVERING, 'QUESTION_UNKNOWN'],
    ['is not the asking side’s to give, of one in the hub', { isKnown: true }, REDBRIDGE, 'QUESTION_UNKNOWN'],
    ['says why, where the child is not known', { isKnown: false }, LAMBETH, 'SAYS_NOTHING'],
    ['names nobody', { isKnown: false, reason: 'Ring 020 7946 0012 at once.' }, LAMBETH, 'NAMES_SOMEBODY'],
    ['is by whom the token names', { isKnown: true, person: 'another' }, LAMBETH, 'ROLE_MAY_NOT'],
  ])('%s', async (_, input, by, code) => {
    const arrival = await told(newChild());
    expect((await answer(arrival, LAMBETH, input, duty(by))).userErrors).toMatchObject([{ code }]);
  });

  it('of an authority outside the hub is recorded by whoever asks, with what it is known by', async () => {
    const child = newChild();
    const arrival = await told(child, { origin: KENT });
    expect(await questionsOf(REDBRIDGE, child)).toMatchObject([{ asked: KENT, isToldByHub: false }]);
    const who = duty(REDBRIDGE);
    expect((await answer(arrival, KENT, { isKnown: true }, who)).userErrors).toMatchObject([{ code: 'REQUIRED' }]);
    expect(await answer(arrival, KENT, { isKnown: true, evidence: 'Letter of 3 March.' }, who)).toMatchObject({
      question: { isKnown: true, evidence: 'Letter of 3 March.' },
    });
  });

  it('comes too late once nobody asks it any more', async () => {
    const arrival = await told(newChild());
    await tell({ ...arrival, isOpen: false });
    expect((await answer(arrival, LAMBETH, { isKnown: true })).userErrors).toMatchObject([{ code: 'ARRIVAL_OVER' }]);
  });
});

describe('what waits for an answer', () => {
  it('is listed as due: to who is to answer, and to who waits, until it is answered', async () => {
    const child = newChild();
    const arrival = await told(child);
    const silent = [{ question: { asked: LAMBETH, clock: { state: 'NOT_SPECIFIED' } }, movement: null, step: null }];
    expect(await due(LAMBETH, child, true)).toMatchObject(silent);
    expect(await due(REDBRIDGE, child)).toMatchObject(silent);
    expect(await due(REDBRIDGE, child, true)).toEqual([]);
    await answer(arrival, LAMBETH, { isKnown: true });
    expect(await due(LAMBETH, child)).toEqual([]);
  });

  it('is, of a claim, due of whoever is responsible, who sees no movement of others', async () => {
    const child = newChild();
    await send(noticeTo(child, LAMBETH, REDBRIDGE));
    const claiming = noticeTo(child, HAVERING, REDBRIDGE);
    await send(claiming);
    const waiting = [{ claim: { movement: claiming.movement, owner: LAMBETH }, movement: null, step: null }];
    expect(await due(LAMBETH, child, true)).toMatchObject(waiting);
    expect(await due(HAVERING, child)).toMatchObject(waiting);
    await ask(
      `mutation ($input: AnswerResponsibilityClaimInput!) { answerResponsibilityClaim(input: $input) { userErrors { code } } }`,
      { input: { movement: claiming.movement, isRight: false, answer: 'The child is ours.' } },
      duty(LAMBETH),
    );
    expect(await due(LAMBETH, child)).toEqual([]);
    const { responsibilityClaims } = await ask(
      '{ responsibilityClaims(first: 100) { edges { node { movement owner clock { state } } } } }',
      {},
      duty(HAVERING),
    );
    expect(responsibilityClaims.edges.map(({ node }: Data) => node)).toContainEqual({
      ...{ movement: claiming.movement, owner: HAVERING, clock: { state: 'NOT_SPECIFIED' } },
    });
  });

  it('is timed by a rule of the London procedures once there is one, from when it was asked', async () => {
    const [asked, claimed] = [newChild(), newChild()];
    await told(asked);
    await send(noticeTo(claimed, LAMBETH, REDBRIDGE), noticeTo(claimed, HAVERING, REDBRIDGE));
    for (const code of ['ARRIVAL_ANSWER', 'CLAIM_ANSWER']) {
      await london.dataSource.query(
        `INSERT INTO procedure_rule (id, procedure_id, code, amount, unit, starts_at, counts_start_day, valid_from, stated_by,
           source, is_reference) VALUES ($1, 'london-procedures', $2, 2, 'WORKING_DAYS', 'ASKED', false, '2026-01', 'A test', 'None', false)`,
        [`test:${code}`, code],
      );
    }
    await renewClocks(london.dataSource);
    const rows = await london.dataSource.query<{ due: Date | null }[]>(
      `SELECT due_at AS due FROM arrival_question JOIN child_arrival ON id = arrival_id WHERE child_pseudonym = $1
       UNION ALL SELECT due_at FROM responsibility_claim WHERE child_pseudonym = $2`,
      [asked, claimed],
    );
    expect(rows).toEqual([{ due: expect.any(Date) }, { due: expect.any(Date) }]);
  });

  it('is read by an index', async () => {
    const plan = await london.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL enable_seqscan = off');
      return manager.query<object[]>(`EXPLAIN ${OPEN_QUESTIONS}`, ['-infinity', '', '', [LAMBETH], 11]);
    });
    expect(JSON.stringify(plan)).toContain('arrival_question_open');
  });
});
