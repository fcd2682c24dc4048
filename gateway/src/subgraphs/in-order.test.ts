import { array, assert, boolean, nat, property, record } from 'fast-check';
import { InOrder, Linked } from './in-order';

class Numbered extends Linked {
  constructor(readonly number: number) {
    super();
  }
}

it('has what was added and not taken out, the oldest first, after any steps', () => {
  const step = record({ isAdded: boolean(), which: nat() });
  assert(
    property(array(step), (steps) => {
      const list = new InOrder<Numbered>();
      const all: Numbered[] = [];
      let expected: Numbered[] = [];
      for (const { isAdded, which } of steps) {
        if (isAdded) {
          const item = new Numbered(all.length);
          list.add(item);
          all.push(item);
          expected.push(item);
        } else if (all.length > 0) {
          const item = all[which % all.length]!;
          expect(list.delete(item)).toBe(expected.includes(item));
          expected = expected.filter((one) => one !== item);
        }
        expect([...list]).toEqual(expected);
        expect([list.size, list.first]).toEqual([expected.length, expected[0]]);
      }
    }),
  );
});

it('goes through what is in it, though some of it is taken out meanwhile', () => {
  const list = new InOrder<Numbered>();
  const items = [0, 1, 2].map((number) => new Numbered(number));
  for (const item of items) list.add(item);
  const seen: number[] = [];
  for (const item of list) {
    seen.push(item.number);
    for (const one of items) list.delete(one);
  }
  expect(seen).toEqual([0, 1, 2]);
  expect([...list]).toEqual([]);
});

it('leaves what was taken out with no way to anything else', () => {
  const list = new InOrder<Numbered>();
  const items = [0, 1, 2].map((number) => new Numbered(number));
  for (const item of items) list.add(item);
  list.delete(items[1]!);
  expect(items[1]).toEqual(new Numbered(1));
  expect(items[0]!.after).toBe(items[2]);
});
