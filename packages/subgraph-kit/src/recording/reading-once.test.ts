import { EntityManager, In, Like, Not, Raw } from 'typeorm';
import { readingOnce } from './reading-once';

class Body {}
class Seat {}

function counting() {
  const asked: string[] = [];
  const manager = Object.create(EntityManager.prototype) as EntityManager;
  const answer =
    (name: string) =>
    (...given: unknown[]) =>
      Promise.resolve(asked.push(`${name} ${(given[0] as Function).name}`));
  Object.assign(manager, { findBy: answer('findBy'), existsBy: answer('existsBy'), insert: answer('insert') });
  return { asked, reading: readingOnce(manager) };
}

test('what is asked again is read once, until it is forgotten', async () => {
  const { asked, reading } = counting();
  for (const _ of [1, 2]) await reading.manager.findBy(Body, { id: In(['a', 'b']) });
  expect(asked).toHaveLength(1);
  reading.forget();
  await reading.manager.findBy(Body, { id: In(['a', 'b']) });
  expect(asked).toHaveLength(2);
});

test('what differs in anything is read apart', async () => {
  const { asked, reading } = counting();
  const conditions = [
    { id: In(['a', 'b']) },
    { id: In(['a', 'c']) },
    { id: Not(In(['a', 'b'])) },
    { id: Like('a') },
    { id: 'a' },
    { seat: 'a' },
    { id: Raw((column) => `${column} = :given`, { given: 'a' }) },
    { id: Raw((column) => `lower(${column}) = :given`, { given: 'a' }) },
    { id: Raw((column) => `lower(${column}) = :given`, { given: 'b' }) },
  ];
  for (const where of conditions) {
    for (const target of [Body, Seat]) {
      await reading.manager.findBy(target, where as never);
      await reading.manager.existsBy(target, where as never);
    }
  }
  expect(asked).toHaveLength(conditions.length * 4);
});

test('it is known what was read, and a statement of its own may read anything', async () => {
  const { asked, reading } = counting();
  await reading.manager.findBy(Body, { id: 'a' });
  for (const _ of [1, 2]) await reading.manager.insert(Seat, {});
  expect([reading.hasRead(Body), reading.hasRead(Seat)]).toEqual([true, false]);
  expect(asked).toEqual(['findBy Body', 'insert Seat', 'insert Seat']);
  void reading.manager.query;
  expect(reading.hasRead(Seat)).toBe(true);
});
