import { RefusedPlaces } from './refused-places';

it('takes down a hundred places, and the first of each field that comes later', () => {
  const places = new RefusedPlaces();
  for (let index = 0; index < 1000; index++) places.add(['bodies', index, 'remit']);
  for (let index = 0; index < 1000; index++) places.add(['bodies', index, 'seats', 0, 'holder']);
  expect(places.all).toHaveLength(101);
  expect([places.all[99], places.all[100]]).toEqual([
    ['bodies', 99, 'remit'],
    ['bodies', 0, 'seats', 0, 'holder'],
  ]);
});

it('is bounded also where there are many fields', () => {
  const places = new RefusedPlaces();
  for (let index = 0; index < 1000; index++) places.add(['a', 0, `field${index}`]);
  expect(places.all).toHaveLength(100);
});
