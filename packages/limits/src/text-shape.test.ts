import { TEXT_LIMITS } from './limits';
import { passedLimit, textShape } from './text-shape';

const whatOf = (text: string) => passedLimit(textShape(text, TEXT_LIMITS), TEXT_LIMITS)?.what;
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

describe('a document before it is parsed', () => {
  it('is read by its words', () => {
    const text = 'query Q($a: [Int!]) { a(b: {c: "{"}) { a ...F ... on T { x } } } fragment F on T { a } # { { {';
    expect(textShape(text, TEXT_LIMITS)).toMatchObject({
      nesting: 3,
      definitions: 2,
      // Three times a, and twice the name of a type.
      pairs: 3 + 1,
      spreads: 1,
    });
  });

  it.each([
    ['tokens', `{ ${times(8_000, (i) => `a${i} @b`)} }`],
    ['brackets inside each other', '{a'.repeat(5_000)],
    ['brackets inside each other', `{ a(b: ${'['.repeat(7_000)}) }`],
    ['operations and fragments', times(3_000, (i) => `query Q${i} { a }`)],
    ['operations and fragments', times(101, () => '{ a }')],
    ['operations and fragments', `{ a } ${times(2_000, (i) => `fragment F${i} on T { a }`)}`],
    ['pairs of fields of the same name', `{ ${times(3_000, () => 'name')} }`],
    ['pairs of fields of the same name', `{ ${times(3_000, (i) => `a: name${i}`)} }`],
    [
      'pairs of fields of the same name',
      `{ ${times(100, (i) => `x { ${times(20, (j) => `a${j}`)} ${i} }`)} ${times(700, () => 'x')} }`,
    ],
    ['fragments used', `{ ${times(501, (i) => `...F${i}`)} }`],
  ])('may not have too many %s', (what, text) => {
    expect(whatOf(text)).toBe(what);
  });

  it('may be a long one', () => {
    expect(whatOf(`{ ${times(400, (i) => `a${i}: partnership(id: "x") { id }`)} }`)).toBeUndefined();
  });

  it('that is none of GraphQL is left to the parser', () => {
    for (const text of ['', '}}}}', '{ a ', '"', '\u0000', '{ a(b: "']) expect(whatOf(text)).toBeUndefined();
  });
});
