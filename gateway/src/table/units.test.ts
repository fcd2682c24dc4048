import fc from 'fast-check';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { cellOf, headingOf, unitOf } from './units';

const schema = buildSchema(`
  scalar Pence
  type Query { paidPence: Pence pence: Pence given: Pence pencePerChild: Float basisPoints: Int spence: Float count: Int }
`);
const unitNamed = (name: string) => {
  const { type } = (schema.getType('Query') as GraphQLObjectType).getFields()[name]!;
  return unitOf({ name, type: type as never });
};
const [pounds, percent] = [unitNamed('paidPence'), unitNamed('basisPoints')];

describe('the heading of a column', () => {
  it.each([
    ['paidPence', ['budget', 'paidPence'], 'budget.paid (£)'],
    ['paidPence', ['budget', 'spent'], 'budget.spent (£)'],
    ['pence', ['byPartnership', 'pence'], 'byPartnership (£)'],
    ['given', ['given'], 'given (£)'],
    ['pencePerChild', ['pencePerChild'], 'perChild (£)'],
    ['basisPoints', ['share', 'basisPoints'], 'share (%)'],
    ['basisPoints', ['basisPoints'], '(%)'],
    ['spence', ['spence'], 'spence'],
    ['count', ['bodies', 'count'], 'bodies.count'],
  ])('of %s at %j is %s', (field, path, heading) => expect(headingOf(path, unitNamed(field))).toBe(heading));
});

describe('a cell', () => {
  it('has pence in pounds and basis points in percent, to the last of them', () => {
    const whole = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
    fc.assert(
      fc.property(whole, (hundredths) => {
        for (const unit of [pounds, percent]) {
          const written = String(cellOf(hundredths, unit));
          expect(written).toMatch(/^-?\d+(\.\d{1,2})?$/);
          const [, sign = '', units = '', rest = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(written)!;
          expect(BigInt(units) * 100n + BigInt(rest.padEnd(2, '0'))).toBe(BigInt(Math.abs(hundredths)));
          expect(sign === '-').toBe(hundredths < 0);
        }
      }),
    );
  });

  it.each([
    [null, null],
    [undefined, null],
    [false, false],
    ['Lambeth', 'Lambeth'],
    [['POLICE', 'HEALTH'], 'POLICE; HEALTH'],
    [[], ''],
    [[null, 1], '; 1'],
    [{ a: [1] }, '{"a":[1]}'],
  ])('of %j is %j', (value, cell) => expect(cellOf(value, null)).toBe(cell));

  it('has a list of amounts in pounds', () => expect(cellOf([150, 200], pounds)).toBe('1.5; 2'));
});
