import type { SendToSubgraph } from '../execution/execution';
import { TimedRequests } from './timed-requests';

/** What is told of one request. */
function told(variables: object, answer: Parameters<Parameters<SendToSubgraph>[3]>): unknown {
  const requests = new TimedRequests();
  const send = requests.timed((_subgraph, _body, _limits, answered) => answered(...answer));
  const got: unknown[] = [];
  send('lambeth', JSON.stringify({ query: '{ a }', variables }), { isRepeatable: true }, (...args) => got.push(args));
  expect(got).toEqual([answer]);
  const [{ entities, outcome }] = requests.all as [(typeof requests.all)[number]];
  return { entities, outcome };
}

const text = (data: unknown) => JSON.stringify({ data });

describe('what is told of a request', () => {
  it('is how many entities it was about, and how many of them were found', () => {
    expect(told({ representations: [{}, {}, {}] }, [null, text({ _entities: [{}, null, {}] })])).toEqual({
      entities: { asked: 3, found: 2 },
      outcome: 'ANSWERED',
    });
  });

  it('counts all that was merged into it, and no list of the client', () => {
    const variables = {
      e0_representations: [{}],
      e1_representations: [{}, {}],
      e1_ids: ['a', 'b'],
      representations_: [1],
    };
    expect(told(variables, [null, text({ e0: [{}], e1: [null, {}] })])).toMatchObject({
      entities: { asked: 3, found: 2 },
    });
  });

  it('is that it was about none where it asked for root fields', () => {
    expect(told({ ids: ['a'] }, [null, text({ partnerships: [{}, {}] })])).toMatchObject({ entities: null });
  });

  it.each(['', 'nonsense', '{"data":null,"errors":[{"message":"no"}]}'])(
    'is that nothing was found in %j',
    (answer) => {
      expect(told({ representations: [{}] }, [null, answer])).toMatchObject({ entities: { asked: 1, found: 0 } });
    },
  );

  it('is why there was no answer', () => {
    const failure = { reason: 'HTTP 500', code: 'SUBGRAPH_UNAVAILABLE' } as const;
    expect(told({ representations: [{}] }, [failure, ''])).toEqual({
      entities: { asked: 1, found: 0 },
      outcome: 'SUBGRAPH_UNAVAILABLE',
    });
  });
});
