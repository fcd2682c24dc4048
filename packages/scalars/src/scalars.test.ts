import { GraphQLError, parseValue } from 'graphql';
import { DateScalar } from './date';
import { DateTimeScalar } from './date-time';
import { FinancialYear } from './financial-year';
import { PartialDate } from './partial-date';
import { Pence } from './pence';
import { SCALARS } from './scalars';

function errorOf(refuse: () => unknown): GraphQLError {
  try {
    refuse();
  } catch (error) {
    expect(error).toBeInstanceOf(GraphQLError);
    return error as GraphQLError;
  }
  throw new Error('It was taken.');
}

describe('scalars that are text', () => {
  it.each([
    [DateScalar, ['2026-03-31', '2024-02-29'], ['2026-02-29', '2026-3-1', '2026-03-31T00:00', '', 20260331, null]],
    [
      DateTimeScalar,
      ['2026-03-31T09:30:00Z', '2024-02-29T23:59:59.999999Z'],
      ['2026-02-30T09:30:00Z', '2026-03-31T25:00:00Z', '2026-03-31T09:30:00', '2026-03-31', '', null],
    ],
    [PartialDate, ['2022', '2022-12', '2022-12-31'], ['2022-13', '2023-02-29', '22', '', 2022]],
    [FinancialYear, ['2025-26', '1999-00'], ['2025', '2025-27', '2025-2026', '', 2025]],
  ])('%s takes what it should, unchanged, as a variable and in the query', (scalar, good, bad) => {
    for (const text of good) {
      expect(scalar.parseValue(text)).toBe(text);
      expect(scalar.parseLiteral(parseValue(`"${text}"`))).toBe(text);
      expect(scalar.serialize(text)).toBe(text);
    }
    for (const value of bad) {
      const refused = errorOf(() => scalar.parseValue(value));
      expect(refused.message).toMatch(new RegExp(`^${scalar.name} must be .+ such as .+, not `));
      expect(refused.extensions['code']).toBe('BAD_USER_INPUT');
    }
  });

  it.each([
    [DateScalar, ['0000-01-01', '1899-12-31', '2200-01-01', '9999-12-31']],
    [DateTimeScalar, ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999Z']],
    [PartialDate, ['0000', '9999-12', '1899-12-31']],
    [FinancialYear, ['0000-01', '9998-99']],
  ])('%s shows a year that nobody can mean, and does not take it', (scalar, texts) => {
    for (const text of texts) {
      expect(scalar.serialize(text)).toBe(text);
      const refused = `${scalar.name} must be of the years 1900 to 2199, not "${text}".`;
      expect(() => scalar.parseValue(text)).toThrow(refused);
      expect(() => scalar.parseLiteral(parseValue(`"${text}"`))).toThrow(refused);
    }
  });
});

describe('a refusal', () => {
  it('says where in the operation the value stands, and repeats no more than the beginning of it', () => {
    const long = `"${'9'.repeat(5000)}"`;
    for (const scalar of SCALARS) {
      const node = parseValue(long);
      const refused = errorOf(() => scalar.parseLiteral(node));
      expect(refused).toMatchObject({ nodes: [node], extensions: { code: 'BAD_USER_INPUT' } });
      expect(refused.message.length).toBeLessThan(200);
      expect(errorOf(() => scalar.parseValue(JSON.parse(long))).message).toBe(refused.message);
    }
  });
});

describe('Pence', () => {
  it.each([
    ['15771900', 15_771_900],
    [0, 0],
  ])('shows %p, as a database gives it', (stored, pence) => expect(Pence.serialize(stored)).toBe(pence));

  it.each(['', 'x', '1.5', true, null, '9007199254740993'])('does not show %p', (stored) =>
    expect(() => Pence.serialize(stored)).toThrow('Pence must be'),
  );

  it.each([0, -1, 15_771_900, Number.MAX_SAFE_INTEGER])('takes %d, as a variable and in the query', (pence) => {
    expect([Pence.parseValue(pence), Pence.parseLiteral(parseValue(String(pence)))]).toEqual([pence, pence]);
  });

  it.each(['1e308', '-9007199254740992', '1.5', '"1"', 'true', 'null', '[1]'])(
    'refuses %s as the caller’s mistake, as a variable and in the query',
    (text) => {
      const refused = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(() => Pence.parseValue(JSON.parse(text))).toThrow(refused);
      expect(() => Pence.parseLiteral(parseValue(text))).toThrow(refused);
    },
  );
});
