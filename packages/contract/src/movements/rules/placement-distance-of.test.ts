import { placementDistanceOf } from './placement-distance-of';

/** Land borders of Lambeth. */
const ADJOINING = new Set(['E09000006', 'E09000008', 'E09000024', 'E09000028', 'E09000032']);

describe('a placement by Lambeth', () => {
  it.each([
    ['in Lambeth', 'E09000022', null],
    ['in Southwark, which adjoins it', 'E09000028', 'OUT_OF_AREA'],
    ['in Redbridge, which does not', 'E09000026', 'AT_A_DISTANCE'],
    ['outside London', 'E10000016', 'AT_A_DISTANCE'],
  ])('%s', (_, host, distance) => {
    expect(placementDistanceOf('E09000022', host, ADJOINING)).toBe(distance);
  });
});
