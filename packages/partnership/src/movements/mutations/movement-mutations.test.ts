import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RequestIdentity } from '@hub/access';
import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { mutationNamed } from '../../../../../test/support/mutation-named';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { definePartnership } from '../../define-partnership';

const [HAMMERSMITH, KENSINGTON, REDBRIDGE, ESSEX] = ['E09000013', 'E09000020', 'E09000026', 'E10000012'] as const;
/** Of the range that is never issued. */
const [CHILD, SIBLING, OTHER] = ['999 000 0018', '9990000026', '9990000034'];
const purpose = 'CROSS_BOUNDARY_MOVEMENT' as const;
const duty = (organisation: string, partnership = 'tri-borough') =>
  requestIdentityOf('duty-team', {
    person: `duty-${organisation}`,
    organisation,
    partnership,
    purpose,
    isAtHome: true,
  });
const chair = requestIdentityOf('conference-chair', {
  organisation: HAMMERSMITH,
  partnership: 'tri-borough',
  purpose,
  isAtHome: true,
});
const system = requestIdentityOf('partnership-system', {
  organisation: 'tri-borough',
  partnership: 'tri-borough',
  purpose,
  isAtHome: true,
});
const yearsAgo = (years: number) => fromDayNumber(toDayNumber(todayInLondon()) - Math.floor(years * 365.25));

const daysAgo = (days: number) => fromDayNumber(toDayNumber(todayInLondon()) - days);
const PLACEMENT = { category: 'LOOKED_AFTER_PLACEMENT', distance: 'AT_A_DISTANCE', isEmergency: false };

interface Payload {
  movement: string | null;
  state: string | null;
  /** Of a notice and a step alone. */
  step?: string;
  record: { id: string; status: string; side: string; openedOn: string | null; closedOn: string | null } | null;
  userErrors: { field: string[]; message: string; code: string }[];
}

let subgraph: OpenSubgraph;
beforeAll(async () => {
  subgraph = await openSubgraph(
    definePartnership({
      id: 'tri-borough',
      typeName: 'TriBoroughPartnership',
      localAuthorities: [HAMMERSMITH, KENSINGTON],
      factsFolder: join(__dirname, '../../../../../subgraphs/tri-borough/facts'),
    }),
    { demo: false },
  );
});
afterAll(() => subgraph?.close());
afterEach(async () => {
  await subgraph.dataSource.query('TRUNCATE child_record, movement_outbox, movement_event');
});

type Mutation = 'AmendNotice' | 'NotifyMovement' | 'TakeMovementStep' | 'UpdateChildRecord' | 'RecordArrival';
const ask = (name: Mutation, input: object, requestIdentity: RequestIdentity) =>
  subgraph.ask(
    `mutation ($input: ${name}Input!) { result: ${mutationNamed(name)}(input: $input) {
       movement state ${name === 'UpdateChildRecord' || name === 'RecordArrival' ? '' : 'step'}
       record { id status side openedOn closedOn } userErrors { field message code } } }`,
    { input },
    requestIdentity,
  );
async function run(
  name: Mutation,
  input: object,
  requestIdentity: RequestIdentity = duty(HAMMERSMITH),
): Promise<Payload> {
  const { data, errors } = await ask(name, input, requestIdentity);
  expect(errors).toBeUndefined();
  return data!['result'] as Payload;
}
const rows = async <Row>(sql: string) => subgraph.dataSource.query<Row[]>(sql);
const counts = async () => {
  const [row] = await rows<object>(
    `SELECT (SELECT count(*)::int FROM child_record) AS records, (SELECT count(*)::int FROM movement_outbox) AS messages`,
  );
  return row;
};

const notice = (more: object = {}) => ({
  ...{ id: randomUUID(), nhsNumber: CHILD, dateOfBirth: yearsAgo(9), category: 'CHILD_IN_NEED_PLAN' },
  ...{ origin: HAMMERSMITH, destination: REDBRIDGE, permanence: 'PERMANENT', planning: 'PLANNED' },
  ...{ hasStatutoryOrder: false, ...more },
});
const arrival = (more: object = {}) => ({
  ...{ id: randomUUID(), nhsNumber: CHILD, dateOfBirth: yearsAgo(9), origin: REDBRIDGE, arrivedOn: yearsAgo(0.1) },
  ...more,
});
const step = (movement: string | null, move: string, more: object = {}) => ({
  id: randomUUID(),
  movement,
  move,
  ...more,
});
/** What a step of an authority outside the hub is known by. */
const evidence = 'Letter ES/1 of 3 March.';
const transferPack = [{ title: 'Chronology', sha256: 'a'.repeat(64) }];
async function notified(more: object = {}, requestIdentity?: RequestIdentity): Promise<string> {
  const { movement, userErrors } = await run('NotifyMovement', notice(more), requestIdentity);
  expect(userErrors).toEqual([]);
  return movement!;
}

describe('a notice', () => {
  it('makes an open record and one message for the hub, and keeps no number and no day of birth', async () => {
    const input = notice({ siblings: [SIBLING], siblingsApart: [OTHER], movedOn: todayInLondon() });
    const { movement, state, record, userErrors } = await run('NotifyMovement', input);
    expect(userErrors).toEqual([]);
    expect(movement).toMatch(/^movement:[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect({ state, record }).toEqual({
      state: 'NOTIFIED',
      record: {
        ...{ id: `tri-borough/${movement}/origin`, status: 'OPEN', side: 'ORIGIN' },
        ...{ openedOn: todayInLondon(), closedOn: null },
      },
    });
    const [{ body }] = await rows<{ body: { after: null; event: { data: Record<string, unknown> } } }>(
      'SELECT body FROM movement_outbox',
    ).then((all) => all as [(typeof all)[0]]);
    expect(body).toMatchObject({
      after: null,
      event: {
        ...{ id: input.id, movement, move: 'NOTIFY', side: 'ORIGIN', authority: HAMMERSMITH, role: 'duty-team' },
        data: { siblings: [expect.stringMatching(/^p1:1:/)], siblingsApart: [expect.stringMatching(/^p1:1:/)] },
      },
    });
    const stored = JSON.stringify(await rows('SELECT o, c FROM movement_outbox AS o, child_record AS c'));
    for (const said of [CHILD, CHILD!.replaceAll(' ', ''), SIBLING, OTHER, input.dateOfBirth]) {
      expect(stored).not.toContain(said);
    }
  });

  it('again changes nothing and answers the same; something else under its id is refused', async () => {
    const input = notice();
    const first = await run('NotifyMovement', input);
    expect(await run('NotifyMovement', input)).toEqual(first);
    expect(await run('NotifyMovement', { ...input, permanence: 'TEMPORARY' })).toMatchObject({
      movement: null,
      userErrors: [{ field: ['input', 'id'], code: 'ID_TAKEN' }],
    });
    expect(await counts()).toEqual({ records: 1, messages: 1 });
  });

  it('given twice at once is one', async () => {
    const input = notice();
    const both = await Promise.all([run('NotifyMovement', input), run('NotifyMovement', input)]);
    expect(both[0]).toEqual(both[1]);
    expect(await counts()).toEqual({ records: 1, messages: 1 });
  });

  it('of one move by two people at once is one notice, and one refusal', async () => {
    const both = await Promise.all([run('NotifyMovement', notice()), run('NotifyMovement', notice())]);
    expect(both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['MOVE_ALREADY_NOTIFIED']);
    expect(await counts()).toEqual({ records: 1, messages: 1 });
  });

  it('to an authority of the same partnership makes a record at both sides', async () => {
    const movement = await notified({ destination: KENSINGTON });
    expect(await rows('SELECT movement_id, side, authority, status FROM child_record ORDER BY side DESC')).toEqual([
      { movement_id: movement, side: 'ORIGIN', authority: HAMMERSMITH, status: 'OPEN' },
      { movement_id: movement, side: 'DESTINATION', authority: KENSINGTON, status: 'KNOWN' },
    ]);
  });

  it('of an origin outside the hub is recorded by its destination, on its behalf', async () => {
    const input = notice({ origin: ESSEX, originName: 'Essex', destination: HAMMERSMITH, onBehalf: true, evidence });
    expect(await run('NotifyMovement', input)).toMatchObject({
      state: 'NOTIFIED',
      record: { side: 'DESTINATION', status: 'KNOWN', openedOn: null },
    });
    const [{ event }] = (await rows<{ event: object }>("SELECT body -> 'event' AS event FROM movement_outbox")) as [
      { event: object },
    ];
    expect(event).toMatchObject({ side: 'ORIGIN', authority: ESSEX, data: { recordedBy: HAMMERSMITH, evidence } });
  });

  it("by a partnership's system names the authority that it acts for", async () => {
    const named = notice({ authority: HAMMERSMITH });
    const { data } = await ask('NotifyMovement', named, system);
    expect(data!['result']).toMatchObject({ state: 'NOTIFIED', record: null, userErrors: [] });
    const without = await ask('NotifyMovement', notice({ nhsNumber: OTHER }), system);
    expect(without.data!['result']).toMatchObject({ userErrors: [{ code: 'NOT_YOUR_AUTHORITY' }] });
  });
});

describe('a notice is refused, with the field and the remedy, and nothing is kept:', () => {
  const tomorrow = fromDayNumber(toDayNumber(todayInLondon()) + 1);
  it.each<[string, object, string, string[], RegExp]>([
    ['a child of 18', { dateOfBirth: yearsAgo(18.1) }, 'TOO_OLD', ['dateOfBirth'], /Compare the day/],
    ['a care leaver of 25', { category: 'CARE_LEAVER', dateOfBirth: yearsAgo(25.1) }, 'TOO_OLD', ['dateOfBirth'], /25/],
    ['a child not yet born', { dateOfBirth: tomorrow }, 'BORN_IN_THE_FUTURE', ['dateOfBirth'], /not come yet/],
    [
      'a child born after the notice',
      { dateOfBirth: yearsAgo(1), occurredAt: '2020-01-01T09:00:00Z' },
      'BORN_LATER',
      ['dateOfBirth'],
      /both days/,
    ],
    ['a wrong check digit', { nhsNumber: '9990000011' }, 'NHS_NUMBER_INVALID', ['nhsNumber'], /Compare it/],
    ['a dummy', { nhsNumber: '000 000 0000' }, 'NHS_NUMBER_INVALID', ['nhsNumber'], /dummy.*GP/],
    ['a range that nobody has', { nhsNumber: '943 476 5919' }, 'NHS_NUMBER_INVALID', ['nhsNumber'], /issued.*Compare/],
    ["a sibling's dummy", { siblings: ['1111111111'] }, 'NHS_NUMBER_INVALID', ['siblings', '0'], /dummy/],
    ['that of one who stays', { siblingsApart: ['7777777777'] }, 'NHS_NUMBER_INVALID', ['siblingsApart', '0'], /dummy/],
    ["a sibling's wrong check digit", { siblings: ['9990000011'] }, 'NHS_NUMBER_INVALID', ['siblings', '0'], /Compare/],
    ['the child as its own sibling', { siblings: [CHILD] }, 'CHILD_TWICE', ['siblings', '0'], /once/],
    [
      'a sibling together and apart',
      { siblings: [SIBLING], siblingsApart: [SIBLING] },
      'CHILD_TWICE',
      ['siblingsApart', '0'],
      /once/,
    ],
    [
      'an authority that does not exist',
      { destination: 'E09000034' },
      'AUTHORITY_UNKNOWN',
      ['destination'],
      /GSS code/,
    ],
    ['a ward', { destination: 'E05000026' }, 'AUTHORITY_UNKNOWN', ['destination'], /not of a ward/],
    ['a code that nobody has', { destination: 'E88888888' }, 'AUTHORITY_UNKNOWN', ['destination'], /GSS code/],
    [
      'a county that is no more',
      { destination: 'E10000006' },
      'AUTHORITY_REPLACED',
      ['destination'],
      /since.*Name that/,
    ],
    ['a notice to oneself', { destination: HAMMERSMITH }, 'NOTICE_TO_ONESELF', ['destination'], /Name the one/],
    ['a reason of 1001 characters', { reason: 'x'.repeat(1001) }, 'TOO_LONG', ['reason'], /1000 characters/],
    [
      'a name of 201 characters',
      { destination: ESSEX, destinationName: 'x'.repeat(201) },
      'TOO_LONG',
      ['destinationName'],
      /200/,
    ],
    [
      'no checksum',
      { transferPack: [{ title: 'Plan', sha256: 'none' }] },
      'CHECKSUM_INVALID',
      ['transferPack', '0', 'sha256'],
      /64/,
    ],
    ['a move of another authority', { origin: 'E09000001' }, 'NOT_A_PARTY', ['origin'], /own authority/],
    ['an id that is no UUID', { id: '1' }, 'ID_INVALID', ['id'], /random/],
    ['a notice in the future', { occurredAt: `${tomorrow}T23:00:00Z` }, 'IN_THE_FUTURE', ['occurredAt'], /has passed/],
    ['unplanned, without when', { planning: 'UNPLANNED' }, 'REQUIRED', ['becameAwareAt'], /aware/],
    [
      'an NHS number in a reason',
      { reason: 'As 943 476 5919.' },
      'NAMES_SOMEBODY',
      ['reason'],
      /an NHS number.*nobody/,
    ],
    ['a birthday', { reason: 'Born on 3 March 2014.' }, 'NAMES_SOMEBODY', ['reason'], /a date of birth/],
    ['a postcode in a name', { originName: 'SW1A 1AA' }, 'NAMES_SOMEBODY', ['originName'], /a postcode/],
    ['an address in a letter', { confirmation: 'zoe@example.org' }, 'NAMES_SOMEBODY', ['confirmation'], /e-mail/],
    [
      'a telephone number in a title',
      { transferPack: [...transferPack, { title: 'Plan 020 7946 0001', sha256: 'a'.repeat(64) }] },
      'NAMES_SOMEBODY',
      ['transferPack', '1', 'title'],
      /telephone/,
    ],
    ['a reason that says nothing', { reason: '.' }, 'SAYS_NOTHING', ['reason'], /two different words/],
    ['a move in 1900', { movedOn: '1900-01-01' }, 'DATE_IMPLAUSIBLE', ['movedOn'], /around the notice/],
    ['a move before birth', { dateOfBirth: daysAgo(3), movedOn: daysAgo(9) }, 'BORN_LATER', ['movedOn'], /both days/],
    [
      'a notice given a year ago',
      { occurredAt: `${daysAgo(365)}T09:00:00Z` },
      'DATE_IMPLAUSIBLE',
      ['occurredAt'],
      /source/,
    ],
    [
      'a placement of ten years ago',
      { ...PLACEMENT, placementStartsOn: daysAgo(3652) },
      'DATE_IMPLAUSIBLE',
      ['placementStartsOn'],
      /around the notice/,
    ],
    [
      'a distance that the map does not have',
      { ...PLACEMENT, distance: 'OUT_OF_AREA', placementStartsOn: daysAgo(1) },
      'DISTANCE_WRONG',
      ['distance'],
      /it is AT_A_DISTANCE/,
    ],
    ['a null character', { reason: 'A family\0moves.' }, 'NOT_A_TEXT', ['reason'], /Leave them out/],
  ])('%s', async (_, more, code, field, remedy) => {
    const { movement, record, userErrors } = await run('NotifyMovement', notice(more));
    expect({ movement, record }).toEqual({ movement: null, record: null });
    expect(userErrors).toContainEqual({ code, field: ['input', ...field], message: expect.stringMatching(remedy) });
    expect(JSON.stringify(userErrors)).not.toContain('999');
    expect(await counts()).toEqual({ records: 0, messages: 0 });
  });

  it.each([
    ['dateOfBirth', '2026-02-30'],
    ['movedOn', '2026-13-01'],
    ['occurredAt', 'yesterday'],
  ])('a %s of %s, before anything is looked at', async (field, day) => {
    const { errors } = await ask('NotifyMovement', notice({ [field]: day }), duty(HAMMERSMITH));
    expect(errors![0]!.message).toMatch(new RegExp(`input\\.${field}.* such as 2026-03-31`));
    expect(await counts()).toEqual({ records: 0, messages: 0 });
  });

  it('a second one of the same move, of which the first is open', async () => {
    const movement = await notified();
    const { userErrors } = await run('NotifyMovement', notice({ nhsNumber: CHILD!.replaceAll(' ', '') }));
    expect(userErrors).toEqual([
      {
        field: ['input', 'destination'],
        code: 'MOVE_ALREADY_NOTIFIED',
        message: `${movement} is open and notifies this child's move to ${REDBRIDGE}. Take its steps, or close or withdraw it first.`,
      },
    ]);
    expect(await counts()).toEqual({ records: 1, messages: 1 });
  });

  it('one to another borough, while the first is open: an authority hands a child to one other at a time', async () => {
    const movement = await notified();
    const { userErrors } = await run('NotifyMovement', notice({ destination: KENSINGTON }));
    expect(userErrors).toMatchObject([{ code: 'MOVE_ALREADY_NOTIFIED', field: ['input', 'destination'] }]);
    expect(userErrors[0]!.message).toContain(movement);
    await notified({ destination: KENSINGTON, category: 'MISSING' });
    expect(await counts()).toEqual({ records: 3, messages: 2 });
  });

  it('for an authority outside the hub, where nothing says what it is known by', async () => {
    const input = notice({ origin: ESSEX, originName: 'Essex', destination: HAMMERSMITH, onBehalf: true });
    expect((await run('NotifyMovement', input)).userErrors).toMatchObject([
      { code: 'REQUIRED', field: ['input', 'evidence'] },
    ]);
    expect(await counts()).toEqual({ records: 0, messages: 0 });
  });

  it('by a duty team of another partnership, and on behalf of who speaks for themselves', async () => {
    const stranger = await run('NotifyMovement', notice({ origin: REDBRIDGE, destination: ESSEX }), duty(REDBRIDGE));
    expect(stranger.userErrors).toMatchObject([{ code: 'NOT_YOUR_AUTHORITY', field: ['input', 'authority'] }]);
    const behalf = notice({ origin: KENSINGTON, destination: HAMMERSMITH, onBehalf: true });
    expect((await run('NotifyMovement', behalf)).userErrors).toMatchObject([
      { code: 'NOT_YOUR_AUTHORITY', field: ['input', 'onBehalf'] },
    ]);
    expect(await counts()).toEqual({ records: 0, messages: 0 });
  });
});

describe('a step', () => {
  it('brings the record on at both sides, until the origin closes', async () => {
    const movement = await notified({ destination: KENSINGTON });
    const at = (side: 'o' | 'd', move: string, more?: object) =>
      run('TakeMovementStep', step(movement, move, more), duty(side === 'o' ? HAMMERSMITH : KENSINGTON));
    expect(await at('d', 'ACKNOWLEDGE')).toMatchObject({ state: 'NOTIFIED', record: { status: 'KNOWN' } });
    expect(await at('o', 'SHARE_INFORMATION', { transferPack })).toMatchObject({ state: 'INFORMATION_SHARED' });
    expect(await at('d', 'ACCEPT')).toMatchObject({ record: { status: 'OPEN', openedOn: todayInLondon() } });
    expect(await at('d', 'ACCEPT_RESPONSIBILITY', { confirmation: 'Letter 1' })).toMatchObject({
      ...{ state: 'RESPONSIBILITY_ACCEPTED', userErrors: [] },
    });
    expect(await at('o', 'CLOSE')).toMatchObject({ record: { status: 'CLOSED', closedOn: todayInLondon() } });
    expect(await rows('SELECT side, status, ended_at IS NOT NULL AS ended FROM child_record ORDER BY side')).toEqual([
      { side: 'DESTINATION', status: 'OPEN', ended: true },
      { side: 'ORIGIN', status: 'CLOSED', ended: true },
    ]);
    const afters = await rows<{ id: string; after: string | null }>(
      "SELECT id, body ->> 'after' AS after FROM movement_outbox ORDER BY sequence",
    );
    expect(afters.map(({ after }) => after)).toEqual([null, ...afters.slice(0, -1).map(({ id }) => id)]);
  });

  it('withdrawn, leaves the child with the origin and closes the record of who only knew of it', async () => {
    const movement = await notified({ destination: KENSINGTON });
    await run('TakeMovementStep', step(movement, 'WITHDRAW', { reason: 'The family stays.' }));
    expect(await rows('SELECT side, status FROM child_record ORDER BY side')).toEqual([
      { side: 'DESTINATION', status: 'CLOSED' },
      { side: 'ORIGIN', status: 'OPEN' },
    ]);
  });

  it('is pending until the hub has recorded it, also when asked again, and is told where the hub refuses it', async () => {
    const movement = await notified();
    const share = step(movement, 'SHARE_INFORMATION', { transferPack });
    expect(await run('TakeMovementStep', share)).toMatchObject({ step: 'PENDING' });
    for (const [outcome, refusal, standing] of [
      ['HELD', null, 'PENDING'],
      ['RECORDED', null, 'RECORDED'],
      ['REFUSED', { code: 'OUT_OF_ORDER', field: 'move', message: 'It cannot follow.' }, 'REFUSED'],
    ] as const) {
      await subgraph.dataSource.query(
        'UPDATE movement_outbox SET delivered_at = now(), outcome = $2, refusal = $3 WHERE id = $1',
        [share.id, outcome, refusal && JSON.stringify(refusal)],
      );
      expect(await run('TakeMovementStep', share)).toMatchObject({ step: standing, userErrors: [] });
    }
  });

  it("ends no work that the other side has begun: the receiving authority's record stays open until it closes it", async () => {
    const arrived = { destination: KENSINGTON, origin: HAMMERSMITH };
    await run('RecordArrival', arrival({ origin: HAMMERSMITH }), duty(KENSINGTON));
    const movement = await notified(arrived);
    const close = (day: string | null) => run('UpdateChildRecord', { movement, closedOn: day }, duty(KENSINGTON));
    expect((await close(todayInLondon())).userErrors).toMatchObject([{ code: 'MOVEMENT_OPEN' }]);
    await run('TakeMovementStep', step(movement, 'WITHDRAW', { reason: 'It was the wrong child.' }));
    const standing = () => rows('SELECT side, status FROM child_record ORDER BY side');
    const isOpen = [
      { side: 'DESTINATION', status: 'OPEN' },
      { side: 'ORIGIN', status: 'OPEN' },
    ];
    expect(await standing()).toEqual(isOpen);
    expect((await close('2001-01-01')).userErrors).toMatchObject([{ code: 'CLOSED_BEFORE_OPENED' }]);
    expect((await close(todayInLondon())).record).toMatchObject({ status: 'CLOSED', closedOn: todayInLondon() });
    expect(await standing()).toEqual([{ side: 'DESTINATION', status: 'CLOSED' }, isOpen[1]]);
    expect((await close(null)).record).toMatchObject({ status: 'OPEN', closedOn: null });
  });

  it('of withdrawal needs the other side once that has accepted, and takes effect when it agrees', async () => {
    const movement = await notified({ destination: KENSINGTON });
    const at = (side: 'o' | 'd', move: string, more?: object) =>
      run('TakeMovementStep', step(movement, move, more), duty(side === 'o' ? HAMMERSMITH : KENSINGTON));
    const reason = 'It was the wrong child.';
    await at('o', 'SHARE_INFORMATION', { transferPack });
    await at('d', 'ACCEPT');
    expect((await at('o', 'WITHDRAW', { reason })).userErrors).toMatchObject([{ code: 'AGREEMENT_REQUIRED' }]);
    expect((await at('d', 'AGREE_WITHDRAWAL')).userErrors).toMatchObject([{ code: 'NOT_PROPOSED' }]);
    expect(await at('o', 'PROPOSE_WITHDRAWAL', { reason })).toMatchObject({ state: 'ACCEPTED', userErrors: [] });
    expect(await at('d', 'AGREE_WITHDRAWAL')).toMatchObject({ state: 'WITHDRAWN', record: { status: 'CLOSED' } });
  });

  it('again changes nothing, also after later steps; something else under its id is refused', async () => {
    const movement = await notified();
    const share = step(movement, 'SHARE_INFORMATION', { transferPack });
    await run('TakeMovementStep', share);
    await run('TakeMovementStep', step(movement, 'WITHDRAW', { reason: 'The family stays.' }));
    expect(await run('TakeMovementStep', share)).toMatchObject({ movement, state: 'WITHDRAWN', userErrors: [] });
    const other = { ...share, transferPack: [{ title: 'Plan', sha256: 'b'.repeat(64) }] };
    expect((await run('TakeMovementStep', other)).userErrors).toMatchObject([{ code: 'ID_TAKEN' }]);
    expect(await counts()).toEqual({ records: 1, messages: 3 });
  });

  it('of two people at once follows the other', async () => {
    const movement = await notified();
    const share = () => run('TakeMovementStep', step(movement, 'SHARE_INFORMATION', { transferPack }));
    await Promise.all([share(), share()]);
    const after = await rows<{ after: string }>("SELECT DISTINCT body ->> 'after' AS after FROM movement_outbox");
    expect(after).toHaveLength(3);
  });

  it.each([
    ['out of order', 'CLOSE', {}, 'OUT_OF_ORDER', 'move'],
    ['of the other side', 'ACCEPT', {}, 'NOT_THIS_SIDE', 'side'],
    ['that does not say what it must', 'SHARE_INFORMATION', {}, 'REQUIRED', 'transferPack'],
    [
      'before the notice',
      'WITHDRAW',
      { reason: 'A mistake.', occurredAt: '2020-01-01T09:00:00Z' },
      'TIME_GOES_BACK',
      'occurredAt',
    ],
    [
      'for a reason that names somebody',
      'WITHDRAW',
      { reason: 'The child is 9990000018.' },
      'NAMES_SOMEBODY',
      'reason',
    ],
    ['for a reason that says nothing', 'WITHDRAW', { reason: 'xxx xxx' }, 'SAYS_NOTHING', 'reason'],
    ['with too long a reason', 'WITHDRAW', { reason: 'x'.repeat(1001) }, 'TOO_LONG', 'reason'],
  ])('%s is refused, and nothing is kept', async (_, move, more, code, field) => {
    const movement = await notified();
    const { userErrors } = await run('TakeMovementStep', step(movement, move, more));
    expect(userErrors).toMatchObject([{ code, field: ['input', field] }]);
    expect(await counts()).toEqual({ records: 1, messages: 1 });
  });

  it('that says of a missing child a return of years before, or an interview before the return, is refused', async () => {
    const movement = await notified({ category: 'MISSING' });
    const back = (days: number) => step(movement, 'RECORD_RETURN', { returnedAt: `${daysAgo(days)}T01:00:00Z` });
    expect((await run('TakeMovementStep', back(1461))).userErrors).toMatchObject([
      { code: 'DATE_IMPLAUSIBLE', field: ['input', 'returnedAt'], message: expect.stringContaining('source') },
    ]);
    await run('TakeMovementStep', back(1));
    const interview = step(movement, 'RECORD_RETURN_HOME_INTERVIEW', { occurredAt: `${daysAgo(2)}T01:00:00Z` });
    expect((await run('TakeMovementStep', interview)).userErrors).toMatchObject([{ field: ['input', 'occurredAt'] }]);
    expect(await counts()).toEqual({ records: 1, messages: 2 });
  });

  it('of who is not a party is refused as of a movement that does not exist', async () => {
    const movement = await notified();
    const refusalOf = async (id: string) => {
      const { userErrors } = await run('TakeMovementStep', step(id, 'ESCALATE', { reason: 'x' }), duty(KENSINGTON));
      return JSON.stringify(userErrors).replaceAll(id, 'it');
    };
    expect(await refusalOf(movement)).toContain('MOVEMENT_UNKNOWN');
    expect(await refusalOf(movement)).toBe(await refusalOf('movement:NONE'));
  });

  it('of who is not a party leaves on record which child was meant', async () => {
    const movement = await notified();
    const take = step(movement, 'ESCALATE', { reason: 'x' });
    await run('TakeMovementStep', take, duty(KENSINGTON));
    await run('UpdateChildRecord', { movement, plan: null }, duty(KENSINGTON));
    const bodies = await rows<{ body: string }>('SELECT body FROM audit.access_record ORDER BY seq DESC LIMIT 2');
    const [child] = await rows<{ pseudonym: string }>('SELECT child_pseudonym AS pseudonym FROM child_record');
    for (const { body } of bodies) {
      expect(JSON.parse(body)).toMatchObject({ children: [child!.pseudonym], unseen: [child!.pseudonym] });
      expect((JSON.parse(body) as { asked: string[] }).asked).toContain(movement);
    }
  });

  it('that takes approval is for who may approve', async () => {
    const near = { ...PLACEMENT, destination: 'E09000018', distance: 'OUT_OF_AREA' };
    const movement = await notified({ ...near, placementStartsOn: todayInLondon() });
    const approve = step(movement, 'APPROVE_PLACEMENT', { approver: 'NOMINATED_OFFICER' });
    expect((await run('TakeMovementStep', approve)).userErrors).toMatchObject([
      { code: 'ROLE_MAY_NOT', field: ['input', 'move'] },
    ]);
    expect((await run('TakeMovementStep', approve, chair)).userErrors).toEqual([]);
  });
});

describe('a child who arrived without a notice', () => {
  it('has an open record and no message, once', async () => {
    const input = arrival();
    const first = await run('RecordArrival', input);
    expect(first).toMatchObject({ state: null, record: { status: 'OPEN', side: 'DESTINATION' }, userErrors: [] });
    expect(await run('RecordArrival', input)).toEqual(first);
    expect((await run('RecordArrival', { ...input, arrivedOn: todayInLondon() })).userErrors).toMatchObject([
      { code: 'ID_TAKEN' },
    ]);
    expect((await run('RecordArrival', arrival())).userErrors).toMatchObject([{ code: 'ARRIVAL_ALREADY_RECORDED' }]);
    expect(await counts()).toEqual({ records: 1, messages: 0 });
  });

  it.each([
    ['from its own area', { origin: HAMMERSMITH }, 'NOT_FROM_ELSEWHERE', 'origin'],
    ['from nowhere', { origin: 'E09000099' }, 'AUTHORITY_UNKNOWN', 'origin'],
    ['from a county that is no more', { origin: 'E10000006' }, 'AUTHORITY_REPLACED', 'origin'],
    ['tomorrow', { arrivedOn: fromDayNumber(toDayNumber(todayInLondon()) + 1) }, 'DATE_IN_FUTURE', 'arrivedOn'],
    ['ten years ago', { dateOfBirth: yearsAgo(15), arrivedOn: yearsAgo(10) }, 'DATE_IMPLAUSIBLE', 'arrivedOn'],
    ['grown up', { dateOfBirth: yearsAgo(19) }, 'TOO_OLD', 'dateOfBirth'],
    ['under no number', { nhsNumber: '9990000011' }, 'NHS_NUMBER_INVALID', 'nhsNumber'],
    ['under a dummy', { nhsNumber: '5555555555' }, 'NHS_NUMBER_INVALID', 'nhsNumber'],
  ])('%s is refused, and nothing is kept', async (_, more, code, field) => {
    expect((await run('RecordArrival', arrival(more))).userErrors).toMatchObject([{ code, field: ['input', field] }]);
    expect(await counts()).toEqual({ records: 0, messages: 0 });
  });

  const late = () =>
    notified({ origin: ESSEX, originName: 'Essex', destination: HAMMERSMITH, onBehalf: true, evidence });

  it('keeps the record made then once the notice comes, and is not found twice', async () => {
    const input = arrival({ origin: ESSEX });
    await run('RecordArrival', input);
    const movement = await late();
    expect(await rows('SELECT movement_id, status, movement_state FROM child_record')).toEqual([
      { movement_id: movement, status: 'OPEN', movement_state: 'NOTIFIED' },
    ]);
    expect(await run('RecordArrival', input)).toMatchObject({ movement, userErrors: [] });
  });

  it('and has been adopted since is linked by nothing: the notice makes a record of its own', async () => {
    const { movement } = await run('RecordArrival', arrival({ origin: ESSEX }));
    await run('UpdateChildRecord', { movement, isAdopted: true });
    const notice = await late();
    expect(notice).not.toBe(movement);
    expect(await rows('SELECT movement_id, status FROM child_record ORDER BY arrived_on')).toEqual([
      { movement_id: movement, status: 'OPEN' },
      { movement_id: notice, status: 'KNOWN' },
    ]);
  });
});

describe('the own record', () => {
  it('takes team, plan and need, leaves what is left out, and gives way to null', async () => {
    const movement = await notified();
    const team = { name: ' Team 2 ', contact: '020 7946 0001' };
    const set = { plan: 'CHILD_IN_NEED', planSince: yearsAgo(1), categoryOfNeed: 'ABUSE_OR_NEGLECT' };
    expect((await run('UpdateChildRecord', { movement, team, ...set })).userErrors).toEqual([]);
    await run('UpdateChildRecord', { movement, isShielded: true });
    const read = () => rows('SELECT team, plan, category_of_need, is_shielded FROM child_record');
    const kept = { team: { name: 'Team 2', contact: '020 7946 0001' }, category_of_need: 'ABUSE_OR_NEGLECT' };
    expect(await read()).toEqual([{ ...kept, plan: 'CHILD_IN_NEED', is_shielded: true }]);
    await run('UpdateChildRecord', { movement, plan: null });
    expect(await read()).toEqual([{ ...kept, plan: null, is_shielded: true }]);
    // The notice, and that the child is shielded: the other side honours it too.
    expect(await counts()).toEqual({ records: 1, messages: 2 });
  });

  it.each([
    [{ team: { name: 'x'.repeat(201), contact: '1' } }, 'TOO_LONG', ['team', 'name']],
    [{ team: { name: 'Team', contact: ' ' } }, 'TEXT_BLANK', ['team', 'contact']],
    [{ planSince: '2020-01-01' }, 'PLAN_REQUIRED', ['planSince']],
    [{ plan: 'CARE', planSince: '2199-01-01' }, 'DATE_IN_FUTURE', ['planSince']],
    [{ plan: 'CARE', planSince: '1926-01-01' }, 'DATE_IMPLAUSIBLE', ['planSince']],
  ])('refuses %j', async (more, code, field) => {
    const movement = await notified();
    const { userErrors } = await run('UpdateChildRecord', { movement, ...more });
    expect(userErrors).toMatchObject([{ code, field: ['input', ...field] }]);
  });

  it("is nobody else's to change, not even the other side's", async () => {
    const movement = await notified({ destination: KENSINGTON });
    await run('UpdateChildRecord', { movement, isShielded: true }, duty(KENSINGTON));
    expect(await rows('SELECT side FROM child_record WHERE is_shielded')).toEqual([{ side: 'DESTINATION' }]);
    const third = await run('UpdateChildRecord', { movement, isShielded: true }, duty(REDBRIDGE));
    expect(third.userErrors).toMatchObject([{ code: 'NOT_YOUR_AUTHORITY' }]);
  });
});

describe('what the hub has not recorded', () => {
  const undelivered = async (requestIdentity: RequestIdentity, page = 'first: 10') => {
    const { data, errors } = await subgraph.ask(
      `{ _entities(representations: [{ __typename: "TriBoroughPartnership", id: "tri-borough" }]) {
           ... on HoldsChildRecords { undeliveredMessages(${page}) { pageInfo { endCursor hasNextPage } edges { node {
             messageId movement move attempts lastProblem code field reason owner } } } } } }`,
      {},
      requestIdentity,
    );
    return { page: (data!['_entities'] as [{ undeliveredMessages: never }])[0].undeliveredMessages, errors } as {
      page: { edges: { node: { messageId: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } | null;
      errors: typeof errors;
    };
  };

  it('is listed oldest first with reason and owner, for its authority and the system, in pages', async () => {
    const refused = await notified();
    const waits = await notified({ nhsNumber: SIBLING });
    await notified({ nhsNumber: OTHER, origin: KENSINGTON }, duty(KENSINGTON));
    await subgraph.dataSource.query(
      `UPDATE movement_outbox SET delivered_at = now(), outcome = 'REFUSED',
         refusal = '{"code": "DISTANCE_WRONG", "field": "distance", "message": "Say so."}' WHERE movement_id = $1`,
      [refused],
    );
    await subgraph.dataSource.query(
      `UPDATE movement_outbox SET attempts = 3, last_problem = 'The hub did not answer.' WHERE movement_id = $1`,
      [waits],
    );
    const { page } = await undelivered(duty(HAMMERSMITH));
    const owner = `duty-${HAMMERSMITH}`;
    expect(page!.edges.map(({ node }) => node)).toMatchObject([
      { movement: refused, move: 'NOTIFY', code: 'DISTANCE_WRONG', field: 'distance', reason: 'Say so.', owner },
      { movement: waits, attempts: 3, lastProblem: 'The hub did not answer.', code: null },
    ]);
    const all = await undelivered(system, 'first: 2');
    expect(all.page).toMatchObject({ edges: [{}, {}], pageInfo: { hasNextPage: true } });
    const rest = await undelivered(system, `first: 2, after: "${all.page!.pageInfo.endCursor}"`);
    expect(rest.page!.edges).toHaveLength(1);
  });

  it("is not another partnership's to see, nor what was recorded anybody's", async () => {
    await notified();
    const other = await undelivered(duty(REDBRIDGE, 'redbridge'));
    expect(other.page).toBeNull();
    expect(other.errors![0]!.extensions['code']).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    await subgraph.dataSource.query("UPDATE movement_outbox SET delivered_at = now(), outcome = 'RECORDED'");
    expect((await undelivered(system)).page!.edges).toEqual([]);
  });
});

describe('a notice that was given wrongly', () => {
  const amend = (movement: string, more: object, requestIdentity?: RequestIdentity) =>
    run('AmendNotice', { id: randomUUID(), movement, reason: 'Put down wrongly.', ...more }, requestIdentity);

  it('is amended, keeps its movement and its record, and is one more message for the hub', async () => {
    const movement = await notified();
    expect(
      await amend(movement, { destination: ESSEX, movedOn: daysAgo(1), circumstances: ['MISSING'] }),
    ).toMatchObject({
      ...{ movement, state: 'NOTIFIED', step: 'PENDING', record: { status: 'OPEN', openedOn: todayInLondon() } },
      userErrors: [],
    });
    expect(await rows('SELECT destination_code FROM child_record')).toEqual([{ destination_code: ESSEX }]);
    expect(
      await rows("SELECT body #> '{event,data}' AS data FROM movement_outbox ORDER BY sequence DESC LIMIT 1"),
    ).toEqual([
      {
        data: {
          ...{ reason: 'Put down wrongly.', destination: ESSEX, movedOn: daysAgo(1), circumstances: ['MISSING'] },
        },
      },
    ]);
  });

  it('once, however often it is sent', async () => {
    const movement = await notified();
    const input = { id: randomUUID(), movement, reason: 'Put down wrongly.', category: 'CHILD_PROTECTION_PLAN' };
    for (const _ of [1, 2]) expect(await run('AmendNotice', input)).toMatchObject({ userErrors: [] });
    expect(await counts()).toEqual({ records: 1, messages: 2 });
    expect(await run('AmendNotice', { ...input, category: 'ASSESSMENT' })).toMatchObject({
      userErrors: [{ code: 'ID_TAKEN' }],
    });
  });

  it.each<[string, object, string, string]>([
    ['nothing', { category: 'CHILD_IN_NEED_PLAN' }, 'NOTHING_AMENDED', 'move'],
    ['a ward', { destination: 'E05000001' }, 'AUTHORITY_UNKNOWN', 'destination'],
    ['its own origin', { destination: HAMMERSMITH }, 'NOTICE_TO_ONESELF', 'destination'],
    ['a year that is not meant', { movedOn: daysAgo(3650) }, 'DATE_IMPLAUSIBLE', 'movedOn'],
    [
      'a day that has not come',
      { accommodationAvailableOn: daysAgo(-3) },
      'DATE_IN_FUTURE',
      'accommodationAvailableOn',
    ],
    ['a reason that says nothing', { movedOn: daysAgo(1), reason: '.' }, 'SAYS_NOTHING', 'reason'],
    ['somebody', { movedOn: daysAgo(1), reason: 'Ring 020 7946 0018 about it.' }, 'NAMES_SOMEBODY', 'reason'],
  ])('and is refused where it says %s, with nothing written', async (_, more, code, field) => {
    const movement = await notified();
    expect((await amend(movement, more)).userErrors).toMatchObject([{ code, field: ['input', field] }]);
    expect(await counts()).toEqual({ records: 1, messages: 1 });
  });

  it('by nobody else', async () => {
    const movement = await notified();
    expect((await amend(movement, { movedOn: daysAgo(1) }, duty(KENSINGTON))).userErrors).toMatchObject([
      { code: 'MOVEMENT_UNKNOWN' },
    ]);
  });

  it('to another move of the child that is open already, is refused and names that', async () => {
    const placed = { ...PLACEMENT, distance: 'OUT_OF_AREA', placementStartsOn: todayInLondon() };
    const other = await notified({ ...placed, destination: ESSEX, distance: 'AT_A_DISTANCE' });
    const movement = await notified();
    expect((await amend(movement, { destination: ESSEX })).userErrors).toMatchObject([
      { code: 'MOVE_ALREADY_NOTIFIED', message: expect.stringContaining(other) as string },
    ]);
  });

  it('from one of the partnership’s own authorities to the other passes the record to that', async () => {
    const movement = await notified({ origin: KENSINGTON, destination: REDBRIDGE }, duty(KENSINGTON));
    expect(await amend(movement, { destination: HAMMERSMITH }, duty(KENSINGTON))).toMatchObject({ userErrors: [] });
    expect(await rows('SELECT side, authority, status FROM child_record ORDER BY side')).toEqual([
      { side: 'DESTINATION', authority: HAMMERSMITH, status: 'KNOWN' },
      { side: 'ORIGIN', authority: KENSINGTON, status: 'OPEN' },
    ]);
  });
});
