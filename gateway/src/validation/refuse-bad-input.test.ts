import { pino } from 'pino';
import { startGateway, type RunningGateway } from '../gateway-server';
import { ask } from '../../testing/ask';
import { toyConfig } from '../../testing/toy-config';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import { ToySubgraph } from '../../testing/toy-subgraphs';

const toy = new ToySubgraph({
  name: 'london-scp',
  sdl: `type Query @tag(name: "public") {
      other: String
      list(first: Int! = 5): String
      need(id: ID!): String
      paid(input: Paid, payments: [Payment!]): String
    }
    input Paid { reason: String payments: [Payment!] }
    input Payment { on: Date! amount: Pence! }
    scalar Date scalar Pence scalar Shade`,
  query: { other: 'other' },
});
const warnings: Record<string, unknown>[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(JSON.parse(line)) });
let gateway: RunningGateway;

beforeAll(async () => {
  await toy.start();
  gateway = await startGateway(toyConfig([toy], { RATE_LIMIT_PER_MINUTE: '1000000' }), log);
});
beforeEach(() => void (toy.received.length = 0));
afterAll(async () => {
  await gateway?.stop();
  await toy.kill();
});

const PAID = 'query ($input: Paid, $extra: Boolean = true) { paid(input: $input) other @include(if: $extra) }';
const payment = (on: unknown, amount: unknown = 100) => ({
  input: {
    payments: [
      { on: '2026-01-05', amount: 1 },
      { on, amount },
    ],
  },
});

describe('values that cannot be taken are a mistake of the client, and the answer says where it stands', () => {
  it.each([
    [
      'a day that is none',
      PAID,
      payment('2026-02-30'),
      '"input.payments[1].on"; Date must be a day such as 2026-03-31, not "2026-02-30"',
    ],
    [
      'a year that nobody can mean',
      PAID,
      payment('0000-01-01'),
      '"input.payments[1].on"; Date must be of the years 1900 to 2199',
    ],
    [
      'pence beyond what can be counted',
      PAID,
      payment('2026-01-05', 2 ** 53),
      '"input.payments[1].amount"; Pence must be a whole number',
    ],
    [
      'a required value that is missing',
      PAID,
      { input: { payments: [{ on: '2026-01-05' }] } },
      '"input.payments[0]"; Field "amount" of required type "Pence!" was not provided',
    ],
    [
      'a field that is not there',
      PAID,
      { input: { reasons: 'x' } },
      '"$input" got an invalid value; Field "reasons" is not defined by type "Paid"',
    ],
    ['NUL', PAID, { input: { reason: 'a\0b' } }, '$input.reason has a character that cannot be kept'],
    ['half of a surrogate pair', PAID, { input: { reason: '\udfff' } }, '$input.reason has a character'],
    ['NUL in the operation', '{ other need(id: "a\\u0000") }', {}, 'id has a character'],
    [
      'null where a condition stands',
      PAID,
      { extra: null },
      'Variable "$extra" is null, and "if" needs "Boolean!" there',
    ],
    [
      'null where a condition stands in a fragment',
      'query ($on: Boolean = false) { ...F } fragment F on Query { other @skip(if: $on) }',
      { on: null },
      'Variable "$on" is null',
    ],
    [
      'null over the default of a variable',
      'query ($id: ID = "a") { other need(id: $id) }',
      { id: null },
      'Variable "$id" is null, and "id" needs "ID!" there',
    ],
    [
      'null over the default of an argument',
      'query ($n: Int) { other list(first: $n) }',
      { n: null },
      'Variable "$n" is null, and "first" needs "Int!" there',
    ],
    [
      'null in an input object',
      'query ($on: Date = "2026-01-05") { paid(payments: [{ on: $on, amount: 1 }]) }',
      { on: null },
      'Variable "$on" is null, and "payments" needs "Date!" there',
    ],
    [
      'a null that may not be',
      'query ($id: ID!) { need(id: $id) }',
      { id: null },
      'Variable "$id" of non-null type "ID!" must not be null',
    ],
    [
      'nothing at all',
      'query ($id: ID!) { need(id: $id) }',
      {},
      'Variable "$id" of required type "ID!" was not provided',
    ],
    [
      'a whole number that is too large',
      'query ($n: Int!) { list(first: $n) }',
      { n: 2 ** 31 },
      'Variable "$n" got an invalid value; Int cannot represent',
    ],
  ])('%s', async (_, query, variables, says) => {
    const { status, data, errors } = await ask(gateway.url, query, { variables });
    expect([status, data, toy.received]).toEqual([400, undefined, []]);
    expect(errors).toEqual([
      {
        message: expect.stringContaining(says),
        locations: [{ line: 1, column: expect.any(Number) }],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it.each([
    [
      'a day that is none',
      '{ other paid(payments: [{ on: "2026-02-30", amount: 1 }]) }',
      'Date must be a day such as',
      31,
    ],
    [
      'half a penny',
      '{ other paid(payments: [{ on: "2026-02-03", amount: 0.5 }]) }',
      'Pence must be a whole number such as 15771900, not 0.5',
      53,
    ],
    [
      'a default that is no day',
      'query ($on: Date! = "2026") { other paid(payments: [{ on: $on, amount: 1 }]) }',
      'Date must be',
      21,
    ],
  ])('written into the operation: %s', async (_, query, says, column) => {
    const { status, data, errors } = await ask(gateway.url, query);
    expect([status, data, toy.received]).toEqual([400, undefined, []]);
    const message = expect.stringContaining(says);
    expect(errors).toEqual([
      { message, locations: [{ line: 1, column }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it('all of them at once, up to twenty, in a few words each', async () => {
    const payments = Array.from({ length: 100 }, () => ({ on: 'x'.repeat(5000), amount: 'y' }));
    const { errors, text } = await ask(gateway.url, PAID, { variables: { input: { payments } } });
    expect(errors).toHaveLength(20);
    expect(text.length).toBeLessThan(20 * 500);
  });
});

describe('an operation of a kind that is not served', () => {
  it.each([
    ['mutation { pay }', 'GRAPHQL_VALIDATION_FAILED', 'There is no mutation here.'],
    ['subscription { movements { id } }', 'SUBSCRIPTION_NOT_SERVED', 'There are no subscriptions here. GET /feed'],
  ])('is refused with its place: %s', async (query, code, says) => {
    const { status, data, errors } = await ask(gateway.url, query);
    expect([status, data]).toEqual([400, undefined]);
    const message = expect.stringContaining(says);
    expect(errors).toContainEqual({ message, locations: [{ line: 1, column: 1 }], extensions: { code } });
  });
});

describe('what is asked in the right way is answered', () => {
  it.each([
    ['a default that is left to stand', PAID, {}, { paid: null, other: 'other' }],
    ['a null where one may be', PAID, { input: null, extra: true }, { paid: null, other: 'other' }],
    [
      'a null that stands where nothing is asked',
      'query ($id: ID = "a", $with: Boolean!) { other need(id: $id) @include(if: $with) }',
      { id: null, with: false },
      { other: 'other' },
    ],
    [
      'a null in a fragment that is left out',
      'query ($id: ID = "a") { other ...F @include(if: false) } fragment F on Query { need(id: $id) }',
      { id: null },
      { other: 'other' },
    ],
    [
      'a null of another operation',
      'query A { other } query B($id: ID = "a") { need(id: $id) }',
      { id: null },
      { other: 'other' },
    ],
  ])('%s', async (_, query, variables, data) => {
    const operationName = /query A/.test(query) ? 'A' : undefined;
    const body = await ask(gateway.url, query, { variables, operationName });
    expect([body.status, body.data, body.errors]).toEqual([200, data, undefined]);
  });
});

it('a scalar whose rules nobody knows is named in the log at the start', () => {
  expect(warnings.filter(({ scalars }) => scalars)).toEqual([expect.objectContaining({ scalars: ['Shade'] })]);
});

describe('a variable that is named as one of the planner’s', () => {
  const toys = [toyLondon(), toyBorough('Lambeth'), toyBorough('Havering')];
  let london: RunningGateway;

  beforeAll(async () => {
    await Promise.all(toys.map((one) => one.start()));
    london = await startGateway(toyConfig(toys), pino({ level: 'silent' }));
  });
  afterAll(async () => {
    await london?.stop();
    await Promise.all(toys.map((one) => one.kill()));
  });

  it.each([
    [
      'given',
      'query ($representations: Int) { partnerships { id bodies(first: $representations) { name } } }',
      { representations: 1 },
      1,
    ],
    [
      'by default',
      'query ($representations: Int = 1) { partnerships { id bodies(first: $representations) { name } } }',
      {},
      1,
    ],
    [
      'in a fragment',
      'query ($representations: Int, $representations_: Int) { partnerships { ...F } } fragment F on LocalPartnership { id bodies(first: $representations) { name } again: bodies(first: $representations_) { name } }',
      { representations: 1, representations_: 2 },
      1,
    ],
    [
      'in a condition',
      'query ($representations: Boolean!) { partnerships { id bodies @include(if: $representations) { name } } }',
      { representations: true },
      2,
    ],
  ])('works: %s', async (_, query, variables, count) => {
    const { data, errors } = await ask(london.url, query, { variables });
    expect(errors).toBeUndefined();
    expect(data.partnerships.map(({ bodies }: { bodies: unknown[] }) => bodies.length)).toEqual([count, count]);
  });
});
