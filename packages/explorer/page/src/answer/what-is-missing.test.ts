import { whatIsMissing } from './what-is-missing';

const DOWN = { message: 'Lambeth did not answer.', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } };

describe('what is missing of an answer', () => {
  it('is nothing where there is no error, and every partnership answered', () => {
    const coverage = { expected: 2, answered: 2, missing: [] };
    expect(whatIsMissing({ data: { a: 1 } })).toEqual({ extent: 'nothing', reasons: [], coverage: null });
    expect(whatIsMissing({ data: { a: 1 }, extensions: { coverage } })).toEqual({
      extent: 'nothing',
      reasons: [],
      coverage,
    });
  });

  it('is a part, each reason once with its places', () => {
    const { extent, reasons } = whatIsMissing({
      data: { partnerships: [] },
      errors: [
        { ...DOWN, path: ['partnerships', 2, 'bodies'] },
        { ...DOWN, path: ['partnerships', 2, 'meetings', 'edges'] },
        { ...DOWN, path: ['partnerships', 2, 'bodies'] },
        { message: 'It has no code.' },
      ],
    });
    expect(extent).toBe('part');
    expect(reasons).toEqual([
      {
        message: 'Lambeth did not answer.',
        code: 'SUBGRAPH_UNAVAILABLE',
        places: ['partnerships[2].bodies', 'partnerships[2].meetings.edges'],
      },
      { message: 'It has no code.', code: null, places: [] },
    ]);
  });

  it('is where the hub says, as exactly as it says it', () => {
    const errors = [
      { ...DOWN, extensions: { ...DOWN.extensions, paths: ['partnerships.bodies'] } },
      { message: 'Cannot query field "b".', locations: [{ line: 3, column: 5 }] },
    ];
    expect(whatIsMissing({ data: {}, errors }).reasons.map(({ places }) => places)).toEqual([
      ['partnerships.bodies'],
      ['line 3, column 5'],
    ]);
  });

  it('is everything where there is no data', () => {
    expect(whatIsMissing({ errors: [DOWN] }).extent).toBe('everything');
    expect(whatIsMissing({ data: null, errors: [DOWN] }).extent).toBe('everything');
  });

  it('is a part where a partnership did not answer, also without an error', () => {
    const missing = [{ id: 'lambeth', code: 'SUBGRAPH_UNAVAILABLE', reason: 'Lambeth did not answer.' }];
    const coverage = { expected: 2, answered: 1, missing };
    expect(whatIsMissing({ data: {}, extensions: { coverage } })).toEqual({
      extent: 'part',
      reasons: [{ message: 'Lambeth did not answer.', code: 'SUBGRAPH_UNAVAILABLE', places: [] }],
      coverage,
    });
  });
});
