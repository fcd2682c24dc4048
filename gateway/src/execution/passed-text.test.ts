import fc from 'fast-check';
import { buildSchema, parse, type GraphQLObjectType, type OperationDefinitionNode } from 'graphql';
import { entityTexts, shapeOf, textSlot } from './passed-text';
import { namesAsTheyStand } from './selected-fields';

const schema = buildSchema(`
  type Query { all: [Body] }
  type Body { id: ID! name: String count: Int share: Float held: Boolean on: Day sector: Sector! seats: [Seat!]! }
  type Seat { title: String! places: [Int] under: Seat }
  enum Sector { HEALTH POLICE }
  scalar Day
`);
const SELECTED = `{
  __typename id name count share held on sector seats { title places under { title } }
}`;
const type = schema.getType('Body') as GraphQLObjectType;
const operation = parse(SELECTED).definitions[0] as OperationDefinitionNode;
const reader = { schema, fragments: new Map(), conditions: new Map(), namesOf: namesAsTheyStand };
const shape = shapeOf(reader, [operation.selectionSet.selections], type)!;
const slot = textSlot(shape, type, schema, Symbol('text'))!;
const passed = (text: string, count = 1) => entityTexts(text, [{ key: '_entities', count, slot }])?.[0];

const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '"', '\\', 'é', '\u2028', 'a\nb'),
);
const seat = fc.record({
  title: text,
  places: orNull(fc.array(orNull(fc.integer({ min: -999_999_999, max: 999_999_999 })), { maxLength: 3 })),
  under: orNull(fc.record({ title: text })),
});
const body = fc.record({
  __typename: fc.constant('Body'),
  id: text,
  name: orNull(text),
  count: orNull(fc.integer({ min: -999_999_999, max: 999_999_999 })),
  share: orNull(fc.integer({ min: -1e6, max: 1e6 }).map((eighths) => eighths / 8)),
  held: orNull(fc.boolean()),
  on: orNull(fc.oneof(text, fc.boolean(), fc.nat())),
  sector: fc.constantFrom('HEALTH', 'POLICE'),
  seats: fc.array(seat, { maxLength: 3 }),
});
const answer = (entities: unknown) => JSON.stringify({ data: { _entities: entities } });

it('entities that are of the shape pass, as they stand', () => {
  fc.assert(
    fc.property(fc.array(orNull(body), { maxLength: 4 }), (bodies) => {
      const texts = bodies.map((one) => one && JSON.stringify(one).slice(1, -1));
      expect(passed(answer(bodies), bodies.length)).toEqual(texts);
    }),
  );
});

/** What a field may hold, as the schema says: a second reading, over values. */
function fits(entity: unknown): boolean {
  const isText = (value: unknown) => typeof value === 'string';
  const isInt = (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 1e9;
  const or = (isIt: (value: unknown) => boolean) => (value: unknown) => value === null || isIt(value);
  const object = (fields: Record<string, (value: unknown) => boolean>) => (value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    JSON.stringify(Object.keys(value)) === JSON.stringify(Object.keys(fields)) &&
    Object.entries(fields).every(([name, isIt]) => isIt((value as Record<string, unknown>)[name]));
  const list = (isIt: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(isIt);
  return object({
    __typename: (value) => value === 'Body',
    id: isText,
    name: or(isText),
    count: or(isInt),
    share: or((value) => typeof value === 'number'),
    held: or((value) => typeof value === 'boolean'),
    on: or((value) => typeof value !== 'object'),
    sector: (value) => value === 'HEALTH' || value === 'POLICE',
    seats: list(object({ title: isText, places: or(list(or(isInt))), under: or(object({ title: isText })) })),
  })(entity);
}

it('an entity that is not passes to the parser: with a value of another kind, or a field too many, too few or elsewhere', () => {
  const values = fc.oneof(
    fc.constantFrom<unknown>(null, true, 0, -1, 0.5, 1e9, 'HEALTH', 'OTHER', '', [], {}, [null], [1], [{}]),
    fc.array(seat, { maxLength: 2 }),
  );
  const names = ['__typename', 'id', 'name', 'count', 'share', 'held', 'on', 'sector', 'seats'];
  const changed = fc
    .tuple(body, fc.constantFrom(...names), values, fc.constantFrom('set', 'remove', 'add', 'move'))
    .map(([one, name, value, change]) => {
      const entity: Record<string, unknown> = { ...one };
      if (change !== 'add') delete entity[name];
      if (change === 'set') return Object.fromEntries(names.map((key) => [key, key === name ? value : entity[key]]));
      if (change === 'add') entity['other'] = value;
      if (change === 'move') entity[name] = one[name as keyof typeof one];
      return entity;
    });
  fc.assert(
    fc.property(changed, (entity) => {
      expect(passed(answer([entity])) !== undefined).toBe(fits(entity));
    }),
    { numRuns: 1000 },
  );
});

describe('an answer that is anything but such entities is left to the parser', () => {
  const one = {
    ...{ __typename: 'Body', id: 'a/b', name: 'Board "é" \\ \n', count: -12, share: 0.5, held: true, on: '2026-01-31' },
    ...{ sector: 'HEALTH', seats: [{ title: 'Chair', places: [1, null], under: { title: 'Board' } }] },
  };
  const entity = JSON.stringify(one);

  it('as it is', () => expect(passed(answer([one]))).toEqual([entity.slice(1, -1)]));

  it.each([
    ['with a character changed', '\u0001'],
    ['with a quote too many', '"'],
    ['with a bracket too many', '}'],
    ['with a comma too many', ','],
    ['with half an escape', '\\'],
    ['with a space', ' '],
    ['with nothing', ''],
  ])('%s, wherever that is', (_, inserted) => {
    const whole = answer([one]);
    for (let at = 0; at < whole.length; at++) {
      const other = whole.slice(0, at) + inserted + whole.slice(inserted === '' ? at + 1 : at);
      const texts = passed(other);
      if (texts === undefined) continue;
      // Then another string or number stands in the place of one, and JSON says the same of it.
      const { data } = JSON.parse(other) as { data: { _entities: unknown[] } };
      expect([JSON.parse(`{${texts[0]}}`)]).toEqual(data._entities);
      expect(data._entities.map(fits)).toEqual([true]);
    }
  });

  it.each([
    ['errors', `{"data":{"_entities":[${entity}]},"errors":[]}`],
    ['extensions', `{"data":{"_entities":[${entity}]},"extensions":{}}`],
    ['another list', `{"data":{"_entities":[${entity}],"other":[]}}`],
    ['more after its end', `${answer([one])}\n`],
    ['one entity too many', answer([one, one])],
    ['one entity too few', answer([])],
  ])('with %s', (_, text) => expect(passed(text)).toBeUndefined());

  it('that is longer than can be kept count of', () => {
    const places = Array.from({ length: 3_000_000 }, () => 1);
    const huge = { ...one, seats: [{ title: '', places, under: null }] };
    expect([undefined, JSON.stringify(huge).slice(1, -1)]).toContainEqual(passed(answer([huge]))?.[0]);
  });
});

it('a shape with too many fields has no slot', () => {
  const wide = buildSchema(`type Query { all: Wide } type Wide { ${fields((name) => `${name}: String`)} }`);
  const wideType = wide.getType('Wide') as GraphQLObjectType;
  const { selectionSet } = parse(`{ ${fields((name) => name)} }`).definitions[0] as OperationDefinitionNode;
  const shape = shapeOf({ ...reader, schema: wide }, [selectionSet.selections], wideType)!;
  expect(textSlot(shape, wideType, wide, Symbol('text'))).toBeUndefined();
});

const fields = (text: (name: string) => string) =>
  Array.from({ length: 500 }, (_, index) => text(`f${index}`)).join(' ');
