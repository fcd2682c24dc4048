import { isMet } from '@hub/access';
import { buildASTSchema, type GraphQLObjectType, parse } from 'graphql';
import { guardsOf } from './guards-of';

const directives = `
  directive @authenticated on OBJECT | FIELD_DEFINITION
  directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | FIELD_DEFINITION
  directive @inaccessible on OBJECT | FIELD_DEFINITION
`;

/** The guard of `Query.it`, which returns an `It` that the SDL declares. */
function guardOfIt(sdl: string, type = 'It') {
  const document = parse(`${directives} type Query { it: [${type}!] } ${sdl}`);
  const schema = buildASTSchema(document);
  const query = schema.getType('Query') as GraphQLObjectType;
  return guardsOf(schema, document).ofField(query, query.getFields()['it']!);
}

const mayPass = (guard: ReturnType<typeof guardOfIt>, ...scopes: string[]) =>
  guard === null || guard.requirements.every((requirement) => isMet(requirement, { scopes: new Set(scopes) }));
const one = 'type One implements It @requiresScopes(scopes: [["one"]]) { id: ID }';
const two = 'type Two implements It @requiresScopes(scopes: [["two"]]) { id: ID }';
const it_ = 'interface It { id: ID }';

test('a field of a guarded type is guarded', () => {
  expect(mayPass(guardOfIt('type It @requiresScopes(scopes: [["one"]]) { id: ID }'), 'two')).toBe(false);
});

test('a field of a type that is there for the hub is for the hub', () => {
  expect(guardOfIt('type It @inaccessible { id: ID }')).toMatchObject({ coordinate: 'Query.it', isForHub: true });
});

test('a public field has no guard', () => {
  expect(guardOfIt('type It { id: ID }')).toBeNull();
});

describe('a field of an interface or a union', () => {
  test('takes what one of its types takes', () => {
    const guard = guardOfIt(`${it_} ${one} ${two}`);
    expect([mayPass(guard, 'one'), mayPass(guard, 'two'), mayPass(guard, 'three')]).toEqual([true, true, false]);
    const union = guardOfIt(`${it_} ${one} ${two} union Both = One | Two`, 'Both');
    expect([mayPass(union, 'one'), mayPass(union, 'three')]).toEqual([true, false]);
  });

  test('takes a caller, whoever it is, where one of its types takes no more', () => {
    const guard = guardOfIt(`${it_} ${one} type Two implements It @authenticated { id: ID }`);
    expect([mayPass(guard), guard!.requirements.every((rule) => isMet(rule, null))]).toEqual([true, false]);
  });

  test('takes nothing where one of its types is public', () => {
    expect(guardOfIt(`${it_} ${one} type Two implements It { id: ID }`)).toBeNull();
    expect(
      guardOfIt(`${it_} type One implements It @authenticated { id: ID } type Two implements It { id: ID }`),
    ).toBeNull();
  });
});
