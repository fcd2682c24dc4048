import { askedOf } from './asked-of';

const [X, Y, Z] = ['E09000022', 'E09000016', 'E09000026'] as const;

describe('an arrival at Z without a notice', () => {
  it.each([
    ['from X, of whom there is no notice', X, null, [[X, true]]],
    ['from X, who is responsible', X, X, [[X, true]]],
    [
      'from X, while Y is responsible',
      X,
      Y,
      [
        [X, true],
        [Y, false],
      ],
    ],
    ['from X, while Z is responsible already', X, Z, [[X, true]]],
    ['from nobody knows where', 'UNKNOWN', null, []],
    ['from nobody knows where, while Y is responsible', 'UNKNOWN', Y, [[Y, false]]],
    ['from nobody knows where, while Z is responsible already', 'UNKNOWN', Z, []],
    [
      'from another country, while Y is responsible',
      'ABROAD:FR',
      Y,
      [
        ['ABROAD:FR', true],
        [Y, false],
      ],
    ],
  ])('%s', (_, origin, responsible, asked) => {
    const found = askedOf({ origin, destination: Z }, responsible);
    expect(found.map(({ authority, isNamed }) => [authority, isNamed])).toEqual(asked);
  });
});
