import fc from 'fast-check';
import { connectionFrom } from './connection-from';
import { decodeCursor, encodeCursor } from './cursor';
import { pageSize } from './page-size';

describe('pages of a list', () => {
  it('allows 1 to 100 items and names the argument otherwise', () => {
    expect(pageSize(1)).toBe(1);
    expect(pageSize(100)).toBe(100);
    for (const first of [0, -1, 101, 1.5]) expect(() => pageSize(first)).toThrow(/^first must be from 1 to 100/);
  });

  it('gives every cursor back as the sort key it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (key) => {
        expect(decodeCursor(encodeCursor(key), key.length)).toEqual(key);
      }),
    );
  });

  it.each(['', 'x', encodeCursor(['one part']), Buffer.from('{}').toString('base64url')])(
    'refuses the cursor "%s" with the remedy',
    (cursor) => {
      expect(() => decodeCursor(cursor, 2)).toThrow('after must be an endCursor that an earlier page');
    },
  );

  it('refuses a cursor of the right shape that no row of the list can have', () => {
    const isSeq = ([seq]: string[]) => /^\d+$/.test(seq!);
    expect(decodeCursor(encodeCursor(['7']), 1, isSeq)).toEqual(['7']);
    expect(() => decodeCursor(encodeCursor(['seven']), 1, isSeq)).toThrow('after must be an endCursor');
  });

  it('visits every row once, in order, whatever the page size', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: 1, max: 100 }), (ids, size) => {
        const sorted = [...ids].sort((a, b) => a - b);
        const visited: number[] = [];
        let after: number | undefined;
        for (;;) {
          const rest = after === undefined ? sorted : sorted.filter((id) => id > after!);
          const page = connectionFrom(rest.slice(0, size + 1), size, (id) => [String(id)], after !== undefined);
          visited.push(...page.edges.map((edge) => edge.node));
          if (!page.pageInfo.hasNextPage) break;
          after = Number(decodeCursor(page.pageInfo.endCursor!, 1)[0]);
        }
        expect(visited).toEqual(sorted);
      }),
    );
  });
});
