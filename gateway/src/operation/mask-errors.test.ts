import { maskError, maskSubgraphError, mergeErrors } from './mask-errors';

describe('maskSubgraphError', () => {
  it.each([undefined, 'INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED', 7])(
    'hides a failure of the subgraph itself: code %s',
    (code) => {
      const error = { message: 'SELECT * FROM child', path: ['a', 0], extensions: { code, sql: '…' } };
      expect(maskSubgraphError(error, 'lambeth', 'r1')).toEqual({
        message: 'The partnership lambeth could not complete its part. Quote request r1.',
        path: ['a', 0],
        extensions: { code: 'SUBGRAPH_FAILED', subgraph: 'lambeth', requestId: 'r1' },
      });
    },
  );

  it('calls the hub by its name', () => {
    expect(maskSubgraphError({ message: 'x' }, 'london-scp', 'r1').message).toBe(
      'The London SCP subgraph could not complete its part. Quote request r1.',
    );
  });

  it('passes the message and code of an error that has one, and nothing else', () => {
    const extensions = { code: 'FORBIDDEN', subgraph: 'forged', http: { status: 500 } };
    expect(maskSubgraphError({ message: 'No.', extensions }, 'lambeth', 'r1')).toEqual({
      message: 'No.',
      extensions: { code: 'FORBIDDEN', subgraph: 'lambeth', requestId: 'r1' },
    });
  });
});

describe('maskError', () => {
  it('passes what graphql-js says about the client’s own mistake', () => {
    const error = {
      message: 'Cannot query field "x" on type "Query".',
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    };
    expect(maskError(error)).toEqual(error);
  });

  it('hides everything it does not know', () => {
    const error = { message: 'EACCES /etc', extensions: { code: 'ODD', stacktrace: ['at …'] } };
    expect(maskError(error).message).not.toContain('/etc');
    expect(maskError(error).extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it('drops what the executor adds to a subgraph’s error', () => {
    const extensions = { code: 'FORBIDDEN', subgraph: 'lambeth', serviceName: 'lambeth' };
    expect(maskError({ message: 'No.', locations: [], extensions })).toEqual({
      message: 'No.',
      extensions: { code: 'FORBIDDEN', subgraph: 'lambeth' },
    });
  });
});

describe('mergeErrors', () => {
  const down = (subgraph: string, ...paths: string[]) => ({
    message: `${subgraph} did not answer.`,
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph, paths },
  });

  it('makes one error of a subgraph that is down, with every path once', () => {
    expect(mergeErrors([down('a', 'y', 'x'), down('b', 'x'), down('a', 'x', 'z')], 'r1')).toEqual([
      down('a', 'x', 'y', 'z'),
      down('b', 'x'),
    ]);
  });

  it('keeps errors that stand at different places of the response', () => {
    const at = (index: number) => ({ message: 'No.', path: ['a', index] });
    expect(mergeErrors([at(0), at(1)], 'r1')).toHaveLength(2);
  });

  it('writes the request id into the hub’s own failures', () => {
    const [error] = mergeErrors([maskError({ message: 'boom' })], 'r1');
    expect(error?.message).toBe('The hub could not complete the request. Quote request r1.');
    expect(error?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'r1' });
  });
});
