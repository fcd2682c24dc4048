import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Kind, parse } from 'graphql';
import { pino } from 'pino';
import { startGateway, type RunningGateway } from '../gateway-server';
import { ask } from '../../testing/ask';
import { toyConfig } from '../../testing/toy-config';
import { ToySubgraph } from '../../testing/toy-subgraphs';

const API = join(__dirname, '../../../docs/reference/schema/api.graphql');
const SCALARS = parse(readFileSync(API, 'utf8')).definitions.flatMap((node) =>
  node.kind === Kind.SCALAR_TYPE_DEFINITION ? [node.name.value] : [],
);
const STANDARD = ['Int', 'Boolean'];

const toy = new ToySubgraph({
  name: 'london-scp',
  sdl: `type Query @tag(name: "public") { other: String ${[...SCALARS, ...STANDARD].map(fieldsFor).join(' ')} }
    ${SCALARS.map((name) => `scalar ${name}`).join(' ')}
    ${[...SCALARS, ...STANDARD].map((name) => `input In${name} { value: ${name} values: [${name}!] in: [In${name}!] }`).join(' ')}`,
  query: { other: 'other' },
});
const warnings: { scalars: string[] }[] = [];
const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(JSON.parse(line)) });
let gateway: RunningGateway;

beforeAll(async () => {
  await toy.start();
  gateway = await startGateway(toyConfig([toy], { RATE_LIMIT_PER_MINUTE: '1000000' }), log);
});
afterAll(async () => {
  await gateway?.stop();
  await toy.kill();
});

function fieldsFor(name: string): string {
  return `of${name}(value: ${name}, values: [${name}!], in: In${name}): String`;
}

/** A day that is one, by another way than the hub's: JavaScript's own calendar, day by day. */
function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const isOfOurTime = (year: string) => Number(year) >= 1900 && Number(year) < 2200;

/** Which values each scalar takes: a second reading of their descriptions. */
const TAKES: Record<string, (value: unknown) => boolean> = {
  Date: (value) => typeof value === 'string' && isDay(value) && isOfOurTime(value.slice(0, 4)),
  DateTime: (value) => {
    if (typeof value !== 'string') return false;
    const match = /^(.{10})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z$/.exec(value);
    return match !== null && isDay(match[1]!) && isOfOurTime(value.slice(0, 4));
  },
  FinancialYear: (value) => {
    const match = typeof value === 'string' ? /^(\d\d\d\d)-(\d\d)$/.exec(value) : null;
    return match !== null && isOfOurTime(match[1]!) && (Number(match[1]) + 1) % 100 === Number(match[2]);
  },
  PartialDate: (value) => {
    if (typeof value !== 'string' || !isOfOurTime(value.slice(0, 4))) return false;
    return [value, `${value}-01`, `${value}-01-01`].some(isDay);
  },
  Pence: (value) => typeof value === 'number' && Math.abs(value) < 2 ** 53 && value % 1 === 0,
  Int: (value) => typeof value === 'number' && value % 1 === 0 && value >= -(2 ** 31) && value < 2 ** 31,
  Boolean: (value) => value === true || value === false,
};

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }).map((all) => all.join(''));
const part = fc.constantFrom('00', '01', '02', '12', '13', '29', '30', '31', '32', '60', '99', '2024', '2026', '0000');
const dateLike = fc
  .tuple(fc.constantFrom('2026', '2024', '1900', '1899', '2199', '2200', '0000', '-0001', '10000'), part, part)
  .map((parts) => parts.join('-'));
const time = fc.constantFrom(
  '',
  'T00:00:00Z',
  'T23:59:60Z',
  'T24:00:00Z',
  'T09:30:00.1234567Z',
  'T09:30:00+01:00',
  ' ',
);

/** Values near those that are taken, and any others. */
const anyValue = fc.oneof(
  dateLike,
  fc.tuple(dateLike, time).map((both) => both.join('')),
  fc.tuple(fc.constantFrom('1999', '2025', '1899', '0000'), part).map((both) => both.join('-')),
  digits,
  fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(2 ** 31, 2 ** 53, -(2 ** 53), 1e300, 0.5, -1)),
  fc.boolean(),
  fc.constantFrom('', '\0', 'a\0', '\ud800', '2026-01-01\0', 'null', '1e3'),
  fc.string({ maxLength: 12 }),
  fc.dictionary(fc.constantFrom('value', 'a'), fc.integer(), { minKeys: 1 }),
);

/** A value, written into an operation. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([name, one]) => `${name}: ${literal(one)}`)}}`;
}

/** Where a value can stand among the arguments of a field. */
const PLACES: ((value: unknown) => object)[] = [
  (value) => ({ value }),
  (value) => ({ values: [value] }),
  (value) => ({ in: { value } }),
  (value) => ({ in: { values: [value] } }),
  (value) => ({ in: { in: [{ in: [{ values: [value] }] }] } }),
];

const asked = fc.record({
  value: anyValue,
  place: fc.constantFrom(...PLACES),
  isLiteral: fc.boolean(),
});

it.each([...SCALARS, ...STANDARD])(
  '%s: what it does not take is refused at the gateway with its place, and no subgraph is asked; the rest passes',
  async (name) => {
    const type: Record<string, string> = { value: name, values: `[${name}!]`, in: `In${name}` };
    const counts = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(asked, async ({ value, place, isLiteral }) => {
        toy.received.length = 0;
        const args = place(value);
        const [argument] = Object.keys(args) as [string];
        const query = isLiteral
          ? `{ other of${name}(${argument}: ${literal(Object.values(args)[0])}) }`
          : `query ($${argument}: ${type[argument]}) { other of${name}(${argument}: $${argument}) }`;
        const { status, data, errors } = await ask(gateway.url, query, isLiteral ? {} : { variables: args });
        if (TAKES[name]!(value)) {
          counts.taken += 1;
          expect([status, data]).toEqual([200, { other: 'other', [`of${name}`]: null }]);
          return;
        }
        counts.refused += 1;
        expect([status, data, toy.received]).toEqual([400, undefined, []]);
        expect(errors!.length).toBeGreaterThan(0);
        for (const error of errors!) {
          expect(error).toMatchObject({
            locations: [{ line: expect.any(Number), column: expect.any(Number) }],
            extensions: {
              code: expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED)$/),
            },
          });
        }
      }),
      { numRuns: 100 },
    );
    expect(counts.refused).toBeGreaterThan(10);
  },
);

it('every scalar of the published schema has its rules here', () => {
  expect(SCALARS.length).toBeGreaterThan(4);
  expect(warnings.filter(({ scalars }) => scalars)).toEqual([]);
  expect(Object.keys(TAKES)).toEqual(expect.arrayContaining(SCALARS));
});
