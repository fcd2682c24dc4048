import fc from 'fast-check';
import { Holdings } from './holdings';

const step = fc.record({
  isAdded: fc.boolean(),
  holder: fc.constantFrom<string[]>('a', 'b', 'c'),
  item: fc.nat(9),
  size: fc.integer({ min: 1, max: 5 }),
});

it('knows after any steps who holds what, and who most', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const holdings = new Holdings<number>();
      let held: { holder: string; item: number; size: number }[] = [];
      for (const { isAdded, ...one } of steps) {
        const isSame = ({ holder, item }: typeof one) => holder === one.holder && item === one.item;
        if (!isAdded) {
          holdings.remove(one.holder, one.item);
          held = held.filter((other) => !isSame(other));
        } else if (!held.some(isSame)) {
          holdings.add(one.holder, one.item, one.size);
          held.push(one);
        }
      }
      const of = (name: string) => held.filter(({ holder }) => holder === name);
      const sumOf = (name: string) => of(name).reduce((sum, { size }) => sum + size, 0);
      const names = ['a', 'b', 'c'];
      for (const name of names) {
        expect(holdings.itemsOf(name)).toEqual(of(name).map(({ item }) => item));
        expect(holdings.of(name)).toBe(sumOf(name));
      }
      expect(holdings.total).toBe(held.reduce((sum, { size }) => sum + size, 0));
      expect(holdings.holders().sort()).toEqual(names.filter((name) => sumOf(name) > 0));
      const greediest = holdings.greediest();
      if (held.length === 0) expect(greediest).toBeUndefined();
      else expect(sumOf(greediest!)).toBe(Math.max(...names.map(sumOf)));
    }),
  );
});
