import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { fromDayNumber, MovementCategory, PlacementDistance, toDayNumber, todayInLondon } from '@hub/contract';
import { DescribedExchanges, type Exchange, type OpenApi } from '../support/openapi/described-exchange';
import { servePartnership } from '../support/openapi/served-partnership';

const BAD_NOTICES = Number(process.env['BAD_NOTICES'] ?? 300);
const [HAMMERSMITH, KENSINGTON, REDBRIDGE] = ['E09000013', 'E09000020', 'E09000026'];
/** Of the range that is never issued. */
const [CHILD, OTHER, AMENDED] = ['9990000018', '9990000034', '9990000042'];
const today = toDayNumber(todayInLondon());
const nineYearsAgo = fromDayNumber(today - 9 * 365);

/** What is described, with what each body may say. */
type Document = OpenApi & { components: { schemas: Record<string, { properties: object }> } };

let home: Awaited<ReturnType<typeof servePartnership>>;
let described: DescribedExchanges;
let document: Document;
let duty: Record<string, string>;

beforeAll(async () => {
  home = await servePartnership([HAMMERSMITH!, KENSINGTON!]);
  document = (await (await fetch(`${home.origin}/movements/openapi.json`)).json()) as Document;
  described = new DescribedExchanges(document);
  duty = await home.headersOf('duty-team', HAMMERSMITH!);
});
afterAll(() => home?.close());

const notice = (more: object = {}) => ({
  ...{ nhsNumber: CHILD, dateOfBirth: nineYearsAgo, category: 'CHILD_PROTECTION_PLAN', hasStatutoryOrder: false },
  ...{ origin: HAMMERSMITH, destination: REDBRIDGE, permanence: 'PERMANENT', planning: 'PLANNED' },
  ...more,
});

/** Asks as is described, and is answered so. */
async function ask(request: Parameters<typeof home.ask>[0], isDescribed = true) {
  const answer = await home.ask({ ...request, headers: { ...duty, ...request.headers } });
  if (isDescribed) expect(described.problemsOfRequest(answer)).toEqual([]);
  expectDescribed(answer);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
  return answer as typeof answer & { answered: any };
}

function expectDescribed(answer: Exchange) {
  expect([answer.status, answer.answered, described.problemsOfAnswer(answer)]).toEqual([
    answer.status,
    answer.answered,
    [],
  ]);
}

const keyed = (key: string = randomUUID()) => ({ 'idempotency-key': key });
const notify = (body: unknown, headers: Record<string, string> = keyed(), isDescribed = true) =>
  ask({ operationId: 'notifyMovement', method: 'POST', path: '/movements/notices', body, headers }, isDescribed);

async function stored(): Promise<number> {
  const { count } = await home.rowOf<{ count: string }>(
    'SELECT (SELECT count(*) FROM movement_outbox) + (SELECT count(*) FROM child_record) AS count',
  );
  return Number(count);
}

describe('movements at home, by plain HTTP', () => {
  const key = randomUUID();
  let movement: string;

  it('a notice is taken, and pending until the hub has it; the same again changes nothing', async () => {
    const first = await notify(notice(), keyed(key));
    expect(first).toMatchObject({ status: 202, answered: { state: 'NOTIFIED', step: 'PENDING' } });
    movement = first.answered.movement as string;
    const before = await stored();
    expect(await notify(notice(), keyed(key))).toMatchObject({ status: 202, answered: first.answered });
    expect(await stored()).toBe(before);
  });

  it('another notice under the same key is refused, and nothing of it is stored', async () => {
    const before = await stored();
    const { status, answered } = await notify(notice({ category: 'CHILD_IN_NEED_PLAN' }), keyed(key));
    expect([status, answered.code, answered.errors[0].field]).toEqual([409, 'ID_TAKEN', 'Idempotency-Key']);
    expect(await stored()).toBe(before);
  });

  it('what is null is not said', async () => {
    const nothing = { becameAwareAt: null, movedOn: null, placementStartsOn: null, accommodationAvailableOn: null };
    const more = {
      distance: null,
      isEmergency: null,
      transferPack: null,
      reason: null,
      occurredAt: null,
      authority: null,
    };
    expect(await notify(notice({ ...nothing, ...more }), keyed(key))).toMatchObject({
      status: 202,
      answered: { movement },
    });
    const step = await ask({
      ...{ operationId: 'takeMovementStep', method: 'POST', path: `/movements/${movement}/steps`, headers: keyed() },
      body: { move: 'CLOSE', transferPack: null, reason: null, returnedAt: null, approver: null },
    });
    expect(step).toMatchObject({ status: 409, answered: { code: 'OUT_OF_ORDER' } });
  });

  it('a step is taken, and one out of order is a conflict', async () => {
    const step = (body: object) =>
      ask({
        ...{ operationId: 'takeMovementStep', method: 'POST', path: `/movements/${movement}/steps`, body },
        headers: keyed(),
      });
    const transferPack = [{ title: 'Child protection plan', sha256: 'a'.repeat(64) }];
    const shared = await step({ move: 'SHARE_INFORMATION', transferPack });
    expect(shared).toMatchObject({ status: 202, answered: { state: 'INFORMATION_SHARED' } });
    expect(await step({ move: 'CLOSE' })).toMatchObject({ status: 409, answered: { code: 'OUT_OF_ORDER' } });
    expect(await step({ move: 'ACCEPT' })).toMatchObject({ status: 422, answered: { code: 'NOT_THIS_SIDE' } });
  });

  it('it is looked up and listed; whoever has it already is told so, and no more', async () => {
    const lookUp = { operationId: 'lookUpOwnMovement', path: `/movements/${movement}` };
    const found = await ask(lookUp);
    expect(found).toMatchObject({ status: 200, answered: { id: movement, record: { status: 'OPEN' } } });
    expect(found.answered.steps.map(({ move, standing }: Record<string, string>) => [move, standing])).toEqual([
      ['NOTIFY', 'PENDING'],
      ['SHARE_INFORMATION', 'PENDING'],
    ]);
    const etag = found.headers.get('etag')!;
    expect(await ask({ ...lookUp, headers: { 'if-none-match': etag } })).toMatchObject({ status: 304, answered: null });
    const arrival = { nhsNumber: OTHER, dateOfBirth: nineYearsAgo, origin: REDBRIDGE, arrivedOn: todayInLondon() };
    const recorded = await ask({
      ...{ operationId: 'recordArrival', method: 'POST', path: '/movements/arrivals', body: arrival },
      headers: keyed(),
    });
    expect(recorded).toMatchObject({ status: 200, answered: { step: null } });
    const page = async (query: string) =>
      (await ask({ operationId: 'listOwnMovements', path: `/movements${query}` })).answered;
    const first = await page('?first=1');
    const second = await page(`?first=1&after=${encodeURIComponent(first.next)}`);
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(
      [movement, recorded.answered.movement].sort(),
    );
    expect([second.next, (await page('?status=CLOSED')).items]).toEqual([null, []]);
    const undelivered = await ask({ operationId: 'listOwnUndelivered', path: '/movements/undelivered' });
    expect(undelivered.answered.items).toHaveLength(2);
    expect((await ask({ operationId: 'listOwnInbox', path: '/movements/inbox' })).answered.items).toEqual([]);
  });

  it('the own record is changed by what is sent of it', async () => {
    const change = (body: object) =>
      ask({ operationId: 'updateChildRecord', method: 'PATCH', path: `/movements/${movement}/record`, body });
    expect(await change({ team: { name: 'Fulham', contact: '020 7946 0000' } })).toMatchObject({ status: 200 });
    expect(await change({ planSince: '2026-01-05' })).toMatchObject({
      status: 422,
      answered: { code: 'PLAN_REQUIRED' },
    });
    const { answered } = await ask({ operationId: 'lookUpOwnMovement', path: `/movements/${movement}` });
    expect(answered.record.team).toEqual({ name: 'Fulham', contact: '020 7946 0000' });
  });

  it('another authority of the partnership sees nothing of it, and that it asked is on record', async () => {
    const headers = await home.headersOf('duty-team', KENSINGTON!);
    const answer = await ask({ operationId: 'lookUpOwnMovement', path: `/movements/${movement}`, headers });
    expect(answer).toMatchObject({ status: 404, answered: { code: 'NOT_FOUND' } });
    const latest = 'SELECT body FROM audit.access_record ORDER BY seq DESC LIMIT 1';
    expect(JSON.parse((await home.rowOf<{ body: string }>(latest)).body)).toMatchObject({
      ...{ operation: 'LookUpOwnMovement', organisation: KENSINGTON },
      unseen: [expect.stringMatching(/^p1:/)],
    });
  });

  it.each([
    ['without a token', { authorization: '' }, 401, 'UNAUTHENTICATED'],
    ['with a bad token', { authorization: 'Bearer x.y.z' }, 401, 'UNAUTHENTICATED'],
    ['without a purpose', { 'x-purpose': '' }, 400, 'PURPOSE_REQUIRED'],
    ['without a reason', { 'x-reason': '' }, 400, 'PURPOSE_REQUIRED'],
    ['for a purpose that the role has not', { 'x-purpose': 'AUDIT' }, 403, 'PURPOSE_NOT_ALLOWED'],
  ])('%s there is no answer', async (_, headers, status, code) => {
    const answer = await ask({ operationId: 'listOwnMovements', path: '/movements', headers });
    expect([answer.status, answer.answered.code]).toEqual([status, code]);
  });

  it('what cannot be read is refused as what it is', async () => {
    const post = async (body: string, headers: Record<string, string> = {}) => {
      const response = await fetch(`${home.origin}/movements/notices`, {
        ...{ method: 'POST', body },
        headers: { ...duty, ...keyed(), 'content-type': 'application/json', ...headers },
      });
      const answered = (await response.json()) as { code: string };
      expectDescribed({
        ...{ operationId: 'notifyMovement', status: response.status, type: response.headers.get('content-type') },
        answered,
      });
      return [response.status, answered.code];
    };
    expect(await post('{')).toEqual([400, 'BAD_REQUEST']);
    expect(await post('null')).toEqual([400, 'REQUIRED']);
    expect(await post('{}', { 'content-type': 'text/plain' })).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(await post(`{"reason":"${'x'.repeat(2 ** 20)}"}`)).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(await post(JSON.stringify(notice()), { 'idempotency-key': '' })).toEqual([400, 'REQUIRED']);
    expect(await post(JSON.stringify(notice()), { 'idempotency-key': '1' })).toEqual([422, 'ID_INVALID']);
    const nowhere = await fetch(`${home.origin}/movements/a/b/c`, { headers: duty });
    expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([
      404,
      expect.stringMatching(/^application\/problem/),
    ]);
  });

  it('all that is wrong with the fields of a notice is said at once', async () => {
    const bad = { ...notice({ category: 'CAT', dateOfBirth: '2026-02-30', team: 1 }), origin: undefined };
    const { status, answered } = await notify(bad, keyed(), false);
    expect(status).toBe(400);
    expect(answered.errors.map(({ field, code }: Record<string, string>) => [field, code]).sort()).toEqual([
      ['category', 'NOT_VALID'],
      ['dateOfBirth', 'NOT_VALID'],
      ['origin', 'REQUIRED'],
      ['team', 'UNKNOWN_FIELD'],
    ]);
  });
});

describe('bad notices and bad amendments', () => {
  const anything = fc.oneof(
    fc.constantFrom(null, '', ' ', 0, -1, true, [], {}, '9990000011', '2026-02-30', '1899-12-31', 'E99999999'),
    fc.constantFrom('UNKNOWN', 'ABROAD:FR', 'ABROAD:XX', 'ABROAD:', [null], [['CARE_LEAVER']], ['MISSING', 'MISSING']),
    fc.string({ unit: 'binary', maxLength: 2_500 }),
    // Halves of characters, which no database keeps.
    fc.constantFrom('\ud800', 'a\u0000b'),
    fc.integer(),
    fc.double(),
    fc.array(fc.string(), { maxLength: 60 }),
    fc.array(fc.constantFrom(...Object.values(MovementCategory)), { maxLength: 4 }),
    fc.object(),
    fc.integer({ min: today - 60_000, max: today + 60_000 }).map(fromDayNumber),
  );
  const bad = fc.record({
    category: fc.constantFrom(...Object.values(MovementCategory)),
    distance: fc.constantFrom(...Object.values(PlacementDistance)),
    changes: fc.array(fc.tuple(fc.nat(), fc.option(anything, { nil: undefined })), { minLength: 1, maxLength: 4 }),
    key: fc.oneof(
      { weight: 20, arbitrary: fc.uuid() },
      { weight: 1, arbitrary: fc.constantFrom('', '1', 'x'.repeat(200)) },
    ),
  });
  type Bad = typeof bad extends fc.Arbitrary<infer Value> ? Value : never;

  /** Anything in the place of what a body may say, or of what it may not. */
  const changed = (schema: string, { changes }: Bad) => {
    const fields = [...Object.keys(document.components.schemas[schema]!.properties), 'x'];
    return Object.fromEntries(changes.map(([place, value]) => [fields[place % fields.length]!, value]));
  };
  const sent = {
    notice: (one: Bad) =>
      notify(
        { ...notice({ category: one.category, distance: one.distance }), ...changed('NotifyMovement', one) },
        keyed(one.key),
        false,
      ),
    amendment: (one: Bad) =>
      ask(
        {
          ...{ operationId: 'amendNotice', method: 'PATCH', path: `/movements/${movement}/notice` },
          ...{ body: { reason: 'As the family said.', ...changed('AmendNotice', one) }, headers: keyed(one.key) },
        },
        false,
      ),
  };
  let movement: string;
  beforeAll(async () => (movement = (await notify(notice({ nhsNumber: AMENDED }))).answered.movement as string));

  it.each(['notice', 'amendment'] as const)(
    'each %s is refused with its field and a remedy, and nothing is stored; none is an error of the server',
    async (kind) => {
      let before = await stored();
      const seen = new Map<number, number>();
      await fc.assert(
        fc.asyncProperty(bad, async (one) => {
          const { status, answered } = await sent[kind](one);
          seen.set(status, (seen.get(status) ?? 0) + 1);
          expect([200, 202, 400, 403, 409, 422]).toContain(status);
          const after = await stored();
          if (status >= 400) {
            expect(after).toBe(before);
            expect(answered.code).toMatch(/^[A-Z_]+$/);
            for (const { field, message } of answered.errors) expect([field, message]).not.toContain('');
          }
          before = after;
        }),
        { numRuns: BAD_NOTICES },
      );
      // Else nothing would have been shown.
      expect((seen.get(400) ?? 0) + (seen.get(422) ?? 0)).toBeGreaterThan(BAD_NOTICES / 2);
    },
    300_000 + BAD_NOTICES * 300,
  );
});
