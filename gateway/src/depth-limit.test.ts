import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { depthLimit } from './depth-limit';

const schema = buildSchema('type Query { a: A } type A { a: A b: Int }');
const problems = (query: string) => validate(schema, parse(query), [depthLimit(3)]);

describe('depthLimit', () => {
  it('counts fields, through fragments of both kinds', () => {
    expect(problems('{ a { a { b } } }')).toEqual([]);
    const deep = '{ a { ... { a { ...F } } } } fragment F on A { a { b } }';
    expect(problems(deep)[0]).toMatchObject({
      message: 'The operation is 4 levels deep; the limit is 3.',
      extensions: { code: 'OPERATION_TOO_DEEP' },
    });
  });

  it('ends on a cycle of fragments, and leaves introspection alone', () => {
    expect(problems('{ a { ...F } } fragment F on A { a { ...F } }')).toEqual([]);
    expect(problems(getIntrospectionQuery())).toEqual([]);
  });
});
