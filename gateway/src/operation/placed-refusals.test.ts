import { GraphQLError } from 'graphql';
import { placedRefusals } from './placed-refusals';

const extensions = { code: 'UNAUTHORIZED_FIELD_OR_TYPE' };
const refusal = (...path: string[]) => new GraphQLError('You may not see this.', { path, extensions });
const placed = (path: string[], places: (string | number)[][]) =>
  placedRefusals([refusal(...path)], places).map((error) => ({ path: error.path, extensions: error.extensions }));

it('a refusal is told at each place at which its null stands', () => {
  const places = [
    ['notices', 1, 'other'],
    ['notices', 1, 'contact'],
    ['notices', 2, 'contact'],
  ];
  expect(placed(['notices', '@', 'contact'], places)).toEqual([
    { path: ['notices', 1, 'contact'], extensions },
    { path: ['notices', 2, 'contact'], extensions },
  ]);
  expect(placed(['contact'], places)).toEqual([{ path: ['contact'], extensions }]);
});

it('a list inside a list has two integers, and an alias that looks like one is none', () => {
  const path = ['grid', '@', '@', 'secret'];
  expect(
    placed(path, [
      ['grid', 0, 'secret'],
      ['grid', 0, 3, 'secret'],
    ]),
  ).toEqual([{ path: ['grid', 0, 3, 'secret'], extensions }]);
  expect(placed(['a', '@', 'b'], [['a', 'c', 'b']])).toMatchObject([{ path: undefined }]);
});

it('where no null stands it says what would lead there', () => {
  expect(placed(['notices', '@', 'contact'], [])).toEqual([
    { path: undefined, extensions: { ...extensions, paths: ['notices.contact'] } },
  ]);
});
