import type { SubgraphContext } from '@hub/subgraph-kit';
import * as fc from 'fast-check';
import { reduceOver, withAnswers, type Answered } from './reduce-over';

const mockDirectory = ['a', 'b', 'c'].map((id) => ({ id }));
jest.mock('./directory-loaders', () => ({ partnerships: () => Promise.resolve(mockDirectory) }));

const context = {} as SubgraphContext;
const list = fc.option(fc.array(fc.nat()), { freq: 2 });
const answer = fc.option(fc.record({ meetings: list, hubs: list }, { requiredKeys: [] }), { freq: 3 });
type Answer = { meetings: number[]; hubs: number[] };

const both = reduceOver('keepers', 'meetings hubs { id }', (answered: Answered<Answer>) => answered);

describe('what is reduced over the partnerships of the directory', () => {
  it('is given those that answered all that is required, an empty list too, each at its own partnership', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(answer, answer, answer), async (keepers) => {
        const { answers, coverage } = await both.reduce({ keepers }, context);
        const expected = keepers.flatMap((one, place) =>
          one?.meetings && one.hubs ? [{ ...one, partnership: mockDirectory[place] }] : [],
        );
        expect(answers).toEqual(expected);
        expect(coverage).toEqual({
          ...{ answered: expected.length, expected: 3 },
          missing: mockDirectory.filter((one) => !expected.some(({ partnership }) => partnership === one)),
        });
      }),
    );
  });

  it('is not hindered by the silence about what another field requires', async () => {
    const meetings = reduceOver('keepers', 'meetings', ({ answers }: Answered<Answer>) => answers.length);
    expect(await meetings.reduce({ keepers: [{ meetings: [] }, null, { hubs: [1] }] }, context)).toBe(1);
  });

  it('is refused where it cannot be told whose answer is whose', async () => {
    const refused = '3 partnerships were asked, and 1 places hold answers.';
    await expect(both.reduce({ keepers: [null] }, context)).rejects.toThrow(refused);
    await expect(both.reduce({}, context)).rejects.toThrow('3 partnerships were asked, and 0 places hold answers.');
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
