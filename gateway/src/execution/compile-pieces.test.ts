import { PlannedWorld } from '../../testing/planned-world';
import { SmallLondon } from '../../testing/small-london';
import type { CompiledOperation } from './compile-operation';
import type { InPieces } from './in-turns';

const world = new PlannedWorld(new SmallLondon().toys);

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Does work piece by piece, and counts for each the characters of code that the engine was given to read. */
function charactersOf(work: InPieces<CompiledOperation>): { compiled: CompiledOperation; pieces: number[] } {
  const original = globalThis.Function;
  const pieces: number[] = [];
  let characters = 0;
  globalThis.Function = new Proxy(original, {
    construct(made, given: string[]) {
      characters += given.at(-1)!.length;
      return Reflect.construct(made, given) as object;
    },
  });
  try {
    for (;;) {
      characters = 0;
      const { done, value } = work.next();
      pieces.push(characters);
      if (done) return { compiled: value, pieces };
    }
  } finally {
    globalThis.Function = original;
  }
}

/** What is all of one kind that may be legal and much. */
const LARGE: [string, string, number][] = [
  ['fields of one object', `{ noted { ${many(2000, (index) => `a${index}: name`)} } }`, 150_000],
  [
    'lists under one object',
    `{ partnerships { ... on LambethPartnership { ${many(150, (index) => `a${index}: bodies(first: ${index}) { name }`)} } } }`,
    40_000,
  ],
  [
    'aliases of a list, with a field of its own in each',
    `{ ${many(20, (index) => `a${index}: networks { id name b${index}: kind members { id name c${index}: name } }`)} }`,
    30_000,
  ],
];

describe('compiling', () => {
  it.each(LARGE)('gives the engine no more to read in one piece than it reads quickly: %s', async (_, query, all) => {
    const { compiled, pieces } = charactersOf(world.pieces({ query }));
    expect(pieces.reduce((sum, one) => sum + one)).toBeGreaterThan(all);
    expect(Math.max(...pieces)).toBeLessThan(40_000);
    const { errors, data } = await world.ask({ query }, compiled);
    expect(errors).toEqual([]);
    expect(Object.values(data as object).length).toBeGreaterThan(0);
  });
});
