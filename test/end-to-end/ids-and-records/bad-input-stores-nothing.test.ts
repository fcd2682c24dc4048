import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { databaseContents } from '../../support/access/database-contents';
import { groupTestHub } from '../../support/one-hub';
import type { Answer, Ask, TestHub } from '../../support/test-hub';
import { messagesOnTheirWay } from '../../support/messages-on-their-way';

const [LAMBETH, REDBRIDGE, HAVERING] = ['E09000022', 'E09000026', 'E09000016'];
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
/** Of the range that is never issued. */
const [CHILD, LEAVER, OTHER, GOOD] = ['9990000018', '9990000026', '9990000034', '9990000042'];
const daysFromNow = (days: number) => fromDayNumber(toDayNumber(todayInLondon()) + days);
const yearsAgo = (years: number) => daysFromNow(-Math.floor(years * 365.25));

const FIELDS = '{ movement state record { id } userErrors { field message code } }';
const NOTIFY = `mutation ($input: NotifyMovementInput!) { result: notifyMovement(input: $input) ${FIELDS} }`;
const ARRIVE = `mutation ($input: RecordArrivalInput!) { result: recordArrival(input: $input) ${FIELDS} }`;
const STEP = `mutation ($input: TakeMovementStepInput!) { result: takeMovementStep(input: $input) ${FIELDS} }`;
const UPDATE = `mutation ($input: UpdateChildRecordInput!) { result: updateChildRecord(input: $input) ${FIELDS} }`;

const notice = (more: object = {}) => ({
  ...{ id: randomUUID(), nhsNumber: OTHER, dateOfBirth: yearsAgo(9), category: 'CHILD_IN_NEED_PLAN' },
  ...{ origin: LAMBETH, destination: REDBRIDGE, permanence: 'PERMANENT', planning: 'PLANNED' },
  ...{ hasStatutoryOrder: false, ...more },
});
const arrival = (more: object = {}) => ({
  ...{ id: randomUUID(), nhsNumber: OTHER, dateOfBirth: yearsAgo(9), origin: REDBRIDGE, arrivedOn: daysFromNow(-3) },
  ...more,
});
const step = (move: string, more: object = {}) => ({ id: randomUUID(), movement, move, ...more });

let testHub: TestHub;
let atHome: Ask;
let throughTheHub: Ask;
/** Of a child who is notified already. */
let movement: string;

beforeAll(async () => {
  testHub = await groupTestHub();
  atHome = testHub.atHome('lambeth', 'duty-team', { organisation: LAMBETH, purpose });
  throughTheHub = testHub.as('duty-team', { partnership: 'lambeth', organisation: LAMBETH, purpose });
  const { data } = await atHome(NOTIFY, { input: notice({ nhsNumber: CHILD }) });
  movement = data.result.movement as string;
});
afterAll(() => testHub?.end());

/** Every row of every database, once nothing is on its way any more: a message is answered by another. */
async function settled(): Promise<Record<string, string>> {
  const deadline = Date.now() + 240_000;
  // One that moves on while it is looked for could be missed once, and not twice.
  for (let calm = 0; calm < 2;) {
    if (Date.now() > deadline) throw new Error('Messages were still on their way after a minute.');
    calm = (await messagesOnTheirWay(testHub)) === 0 ? calm + 1 : 0;
    if (calm === 0) await sleep(100);
  }
  return databaseContents(testHub);
}

/** As it was after the last that was tried. */
let known: Record<string, string> | undefined;

/** What somebody is told whose input is bad; nothing may have been written by it, at any partnership or the hub. */
async function refused(ask: () => Promise<Answer>): Promise<Answer> {
  const before = known ?? (await settled());
  const answer = await ask();
  known = await settled();
  expect(known).toEqual(before);
  expect(JSON.stringify(answer)).not.toMatch(/999000\d{4}/);
  return answer;
}

type Bad = [what: string, input: () => object, code: string, field: string, remedy: RegExp];

function expectRefusal({ data, errors }: Answer, [, , code, field, remedy]: Bad) {
  expect(errors).toBeUndefined();
  expect(data.result).toMatchObject({ movement: null, record: null });
  expect(data.result.userErrors).toContainEqual({
    ...{ code, field: ['input', ...field.split('.')], message: expect.stringMatching(remedy) },
  });
}

it('what is tried here would be stored, if it were not bad', async () => {
  const before = await settled();
  const good = notice({ nhsNumber: GOOD });
  expect((await atHome(NOTIFY, { input: good })).data.result).toMatchObject({ state: 'NOTIFIED', userErrors: [] });
  const leaver = { category: 'CARE_LEAVER', nhsNumber: LEAVER, dateOfBirth: yearsAgo(24.9) };
  expect((await atHome(NOTIFY, { input: notice(leaver) })).data.result.userErrors).toEqual([]);
  const after = await settled();
  expect(after['lambeth: public.child_record']).not.toBe(before['lambeth: public.child_record']);
  expect(after['lambeth: public.movement_outbox']).not.toBe(before['lambeth: public.movement_outbox']);
});

describe('a notice, which is given at home, is refused by field and remedy, and nothing is stored:', () => {
  const BAD: readonly Bad[] = [
    ['a child of 18', () => notice({ dateOfBirth: yearsAgo(18.1) }), 'TOO_OLD', 'dateOfBirth', /Compare the day/],
    [
      'a care leaver of 25',
      () => notice({ category: 'CARE_LEAVER', dateOfBirth: yearsAgo(25.1) }),
      ...(['TOO_OLD', 'dateOfBirth', /25/] as const),
    ],
    [
      'a child not yet born',
      () => notice({ dateOfBirth: daysFromNow(1) }),
      ...(['BORN_IN_THE_FUTURE', 'dateOfBirth', /not come yet/] as const),
    ],
    [
      'a notice in the future',
      () => notice({ occurredAt: `${daysFromNow(1)}T23:00:00Z` }),
      ...(['IN_THE_FUTURE', 'occurredAt', /has passed/] as const),
    ],
    [
      'an unknown authority',
      () => notice({ destination: 'E09000034' }),
      ...(['AUTHORITY_UNKNOWN', 'destination', /GSS code/] as const),
    ],
    [
      'a second notice for the same move',
      () => notice({ nhsNumber: CHILD }),
      ...(['MOVE_ALREADY_NOTIFIED', 'destination', /close or withdraw/] as const),
    ],
    [
      'a notice to oneself',
      () => notice({ destination: LAMBETH }),
      ...(['NOTICE_TO_ONESELF', 'destination', /Name the one/] as const),
    ],
    [
      "a notice of another authority's child",
      () => notice({ origin: HAVERING }),
      ...(['NOT_A_PARTY', 'origin', /own authority/] as const),
    ],
    [
      'a wrong check digit',
      () => notice({ nhsNumber: '9990000011' }),
      ...(['NHS_NUMBER_INVALID', 'nhsNumber', /Compare it/] as const),
    ],
    [
      "a sibling's wrong check digit",
      () => notice({ siblings: ['9990000011'] }),
      ...(['NHS_NUMBER_INVALID', 'siblings.0', /Compare it/] as const),
    ],
    [
      'an oversize text',
      () => notice({ reason: 'x'.repeat(1001) }),
      ...(['TOO_LONG', 'reason', /1000 characters/] as const),
    ],
    ['an id that is no UUID', () => notice({ id: '1' }), 'ID_INVALID', 'id', /random/],
  ];

  it.each(BAD)('%s', async (...bad) => {
    expectRefusal(await refused(() => atHome(NOTIFY, { input: bad[1]() })), bad);
  });

  it.each([
    ['dateOfBirth', '2026-02-30'],
    ['movedOn', '2026-13-01'],
    ['occurredAt', '2026-02-30T10:00:00Z'],
  ])('%s: %s, which is not a date', async (field, date) => {
    const { data, errors } = await refused(() => atHome(NOTIFY, { input: notice({ [field]: date }) }));
    expect(data?.result ?? null).toBeNull();
    expect(errors![0]!.message).toMatch(new RegExp(`input\\.${field}.* such as 2026-03-31`));
  });
});

describe('an arrival, which is recorded at home, is refused, and nothing is stored:', () => {
  const BAD: readonly Bad[] = [
    ['a child of 18', () => arrival({ dateOfBirth: yearsAgo(18.1) }), 'TOO_OLD', 'dateOfBirth', /Compare the day/],
    ['an arrival tomorrow', () => arrival({ arrivedOn: daysFromNow(1) }), 'DATE_IN_FUTURE', 'arrivedOn', /./],
    ['an unknown authority', () => arrival({ origin: 'E09000034' }), 'AUTHORITY_UNKNOWN', 'origin', /GSS code/],
    ['an arrival from oneself', () => arrival({ origin: LAMBETH }), 'NOT_FROM_ELSEWHERE', 'origin', /./],
    ['a wrong check digit', () => arrival({ nhsNumber: '9990000011' }), 'NHS_NUMBER_INVALID', 'nhsNumber', /Compare/],
  ];

  it.each(BAD)('%s', async (...bad) => {
    expectRefusal(await refused(() => atHome(ARRIVE, { input: bad[1]() })), bad);
  });
});

describe('through the gateway, too, nothing bad is stored:', () => {
  const STEPS: readonly Bad[] = [
    ['a move out of order', () => step('CLOSE'), 'OUT_OF_ORDER', 'move', /./],
    ["the other side's move", () => step('ACCEPT'), 'NOT_THIS_SIDE', 'side', /./],
    ['a move that leaves out what it must say', () => step('SHARE_INFORMATION'), 'REQUIRED', 'transferPack', /./],
    [
      'a move before the notice',
      () => step('WITHDRAW', { reason: 'A mistake.', occurredAt: '2020-01-01T09:00:00Z' }),
      ...(['TIME_GOES_BACK', 'occurredAt', /./] as const),
    ],
    [
      'an oversize reason',
      () => step('WITHDRAW', { reason: 'x'.repeat(1001) }),
      ...(['TOO_LONG', 'reason', /1000 characters/] as const),
    ],
    [
      'a step of a movement that there is not',
      () => step('WITHDRAW', { reason: 'x', movement: 'movement:NONE' }),
      ...(['MOVEMENT_UNKNOWN', 'movement', /./] as const),
    ],
  ];
  const UPDATES: readonly Bad[] = [
    [
      "an oversize name of the team, in place of the child's address",
      () => ({ movement, team: { name: 'x'.repeat(201), contact: '020 7946 0000' } }),
      ...(['TOO_LONG', 'team.name', /200/] as const),
    ],
    [
      'a plan that begins tomorrow',
      () => ({ movement, plan: 'CHILD_PROTECTION', planSince: daysFromNow(1) }),
      ...(['DATE_IN_FUTURE', 'planSince', /./] as const),
    ],
  ];

  it.each(STEPS)('%s', async (...bad) => {
    expectRefusal(await refused(() => atHome(STEP, { input: bad[1]() })), bad);
  });

  it.each(UPDATES)('%s', async (...bad) => {
    expectRefusal(await refused(() => atHome(UPDATE, { input: bad[1]() })), bad);
  });

  it.each([
    ['an impossible day', UPDATE, () => ({ movement, plan: 'CHILD_PROTECTION', planSince: '2026-02-30' }), 'planSince'],
    ['an impossible instant', STEP, () => step('WITHDRAW', { reason: 'x', occurredAt: '2026-02-30' }), 'occurredAt'],
  ] as const)('%s, by the name of the field', async (_, mutation, input, field) => {
    const { data, errors } = await refused(() => atHome(mutation, { input: input() }));
    expect(data?.result ?? null).toBeNull();
    expect(errors![0]!.message).toMatch(new RegExp(`input\\.${field}.* such as 2026-03-31`));
  });

  it.each([
    ['a notice', NOTIFY, notice],
    ['an arrival', ARRIVE, arrival],
    ['a step', STEP, () => step('WITHDRAW')],
    ['a change of a record', UPDATE, () => ({ movement, isShielded: true })],
  ] as const)('%s, which the hub does not take at all', async (_, mutation, input) => {
    const { data, errors } = await refused(() => throughTheHub(mutation, { input: input() }));
    expect(data).toBeUndefined();
    expect(errors![0]!.extensions!['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
