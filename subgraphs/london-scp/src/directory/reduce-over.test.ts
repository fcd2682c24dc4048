import type { SubgraphContext } from '@hub/subgraph-kit';
import * as fc from 'fast-check';
import { reduceOver, withAnswers, type Answered } from './reduce-over';

const mockDirectory = ['a', 'b', 'c'].map((id) => ({ id }));
jest.mock('./directory-loaders', () => ({ partnerships: () => Promise.resolve(mockDirectory) }));

const context = {} as SubgraphContext;
const list = fc.option(fc.array(fc.nat()), { freq: 2 });
/** As the gateway brings it: nothing of a partnership without the capability, and null of one that failed. */
const answer = fc.option(
  fc.oneof(fc.record({ meetings: list, hubs: list }), fc.constant<Partial<Record<'meetings' | 'hubs', number[]>>>({})),
  { freq: 3 },
);
type Answer = { meetings: number[]; hubs: number[] };

const both = reduceOver('keepers', 'KeepsBoth', 'meetings hubs { id }', (answered: Answered<Answer>) => answered);

describe('what is reduced over the partnerships of the directory', () => {
  it('is given those that answered all that is required, an empty list too, each at its own partnership, and tells silence from what is not done through the hub', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(answer, answer, answer), async (keepers) => {
        const { answers, coverage } = await both.reduce({ keepers }, context);
        const expected = keepers.flatMap((one, place) =>
          one?.meetings && one.hubs ? [{ ...one, partnership: mockDirectory[place] }] : [],
        );
        expect(answers).toEqual(expected);
        const notThroughHub = mockDirectory.filter((_, place) => keepers[place] && !('meetings' in keepers[place]));
        expect(coverage).toEqual({
          ...{ answered: expected.length, expected: 3 - notThroughHub.length, notThroughHub },
          missing: mockDirectory.filter(
            (one) => !notThroughHub.includes(one) && !expected.some(({ partnership }) => partnership === one),
          ),
          answeredBy: new Set(expected.map(({ partnership }) => partnership!.id)),
        });
      }),
    );
  });

  it('is required of those alone that claim the capability', () => {
    expect(both.required).toBe('keepers { ... on KeepsBoth { meetings hubs { id } } }');
  });

  it('is not hindered by the silence about what another field requires', async () => {
    const meetings = reduceOver('keepers', 'Meets', 'meetings', ({ answers }: Answered<Answer>) => answers.length);
    expect(await meetings.reduce({ keepers: [{ meetings: [] }, null, { hubs: [1] }] }, context)).toBe(1);
  });

  it('is refused where it cannot be told whose answer is whose', async () => {
    const refused = '3 partnerships were asked, and 1 places hold answers.';
    await expect(both.reduce({ keepers: [null] }, context)).rejects.toThrow(refused);
  });

  it('rests on nobody where nobody has the capability, of whom nothing is brought then', async () => {
    const { answers, coverage } = await both.reduce({}, context);
    expect(answers).toEqual([]);
    expect(coverage).toMatchObject({ answered: 0, expected: 0, missing: [], notThroughHub: mockDirectory });
  });

  it('is found on a copy of the row, beside which others have answers of their own', () => {
    class Row {
      id = 'x';
    }
    const row = new Row();
    const copy = withAnswers(row, { __typename: 'Row', id: 'x', keepers: [null], other: 1 }, 'keepers');
    expect(copy).toBeInstanceOf(Row);
    expect({ ...copy }).toEqual({ id: 'x', keepers: [null] });
    expect({ ...row }).toEqual({ id: 'x' });
    expect(withAnswers(undefined, {}, 'keepers')).toBeNull();
  });
});
