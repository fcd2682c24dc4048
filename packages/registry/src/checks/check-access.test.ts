import { checkAccess } from './check-access';
import { CompositionFailed } from '../composition-failed';
import { composeSupergraph } from '../compose-supergraph';
import { requireDecisions } from './require-decisions';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@inaccessible", "@tag", "@authenticated", "@requiresScopes"])`;
const PUBLIC = '@tag(name: "public")';
const BUDGET = '@requiresScopes(scopes: [["budget:read"]])';

const compose = (lambeth: string) =>
  composeSupergraph([
    {
      name: 'london-scp',
      url: 'http://127.0.0.1:4001/graphql',
      sdl: `${LINK}
        type Query ${PUBLIC} { partnerships: [LambethPartnership!]! }
        type LambethPartnership @key(fields: "id") { id: ID! ${PUBLIC} }`,
    },
    { name: 'lambeth', url: 'http://127.0.0.1:4002/graphql', sdl: `${LINK} ${lambeth}` },
  ]).supergraphSdl;

/** What is found in Lambeth's partnership type, and in whatever it needs. */
const found = (fields: string, others = '') =>
  checkAccess(compose(`type LambethPartnership @key(fields: "id") { id: ID! ${PUBLIC} ${fields} } ${others}`)).map(
    ({ code, coordinate, subgraphs }) => `${code} ${coordinate} ${subgraphs.join('+')}`,
  );

describe('a decision on every field', () => {
  it.each([
    ['public by choice', `name: String! ${PUBLIC}`],
    ['for whoever presents a token', 'name: String @authenticated'],
    ['for a scope', `reserves: Int ${BUDGET}`],
  ])('is content with a field that is %s', (_, field) => {
    expect(found(field)).toEqual([]);
  });

  it('finds a field that nobody decided, and the subgraph that resolves it', () => {
    expect(found('name: String')).toEqual(['FIELD_WITHOUT_DECISION LambethPartnership.name lambeth']);
  });

  it('takes the decision of a type for its fields, not that of the type which a field returns', () => {
    const reserve = `type Reserve ${BUDGET} { openingPence: Int! }`;
    expect(found(`reserve: Reserve ${PUBLIC}`, reserve)).toEqual([]);
    expect(found('reserve: Reserve', reserve)).toEqual(['FIELD_WITHOUT_DECISION LambethPartnership.reserve lambeth']);
  });

  it('takes no other tag for a decision', () => {
    expect(found('name: String @tag(name: "internal")')).toHaveLength(1);
  });

  it('asks no decision on what no client can see', () => {
    expect(found('exactMeasures: [Measure!] @inaccessible', 'type Measure @inaccessible { value: Int! }')).toEqual([]);
  });
});

describe('what goes beyond its parent', () => {
  it('may be null', () => {
    expect(found(`reserves: Int ${BUDGET}`)).toEqual([]);
    expect(found(`reserves: Int! ${BUDGET}`)).toEqual([
      'GUARDED_FIELD_NOT_NULLABLE LambethPartnership.reserves lambeth',
    ]);
  });

  it('counts what the type asks that a field returns, in lists too', () => {
    expect(found(`reserves: [Reserve!]! ${PUBLIC}`, `type Reserve ${BUDGET} { openingPence: Int! }`)).toEqual([
      'GUARDED_FIELD_NOT_NULLABLE LambethPartnership.reserves lambeth',
    ]);
  });

  it('need not be null where whoever sees the parent sees it too', () => {
    const either = '@requiresScopes(scopes: [["budget:read"], ["governance:read"]])';
    expect(
      found(
        `reserve: Reserve ${BUDGET}`,
        `type Reserve ${BUDGET} { charges: [Charge!]! } type Charge ${either} { pence: Int! @authenticated }`,
      ),
    ).toEqual([]);
    expect(
      found(
        `reserve: Reserve ${BUDGET}`,
        `type Reserve ${either} { charges: [Charge!]! } type Charge ${BUDGET} { pence: Int! }`,
      ),
    ).toEqual(['GUARDED_FIELD_NOT_NULLABLE Reserve.charges lambeth']);
  });
});

describe('scopes', () => {
  it('are those of the table, or the right to write in the records of a subgraph', () => {
    expect(found('a: Int @requiresScopes(scopes: [["lambeth:write"]])')).toEqual([]);
    expect(found('a: Int @requiresScopes(scopes: [["budget:read", "camden:write"]])')).toEqual([
      'SCOPE_UNKNOWN LambethPartnership.a lambeth',
    ]);
    expect(found('a: A @authenticated', 'type A @requiresScopes(scopes: [["budgets:read"]]) { b: Int }')).toEqual([
      'SCOPE_UNKNOWN A lambeth',
    ]);
  });
});

describe('requireDecisions', () => {
  it('refuses with the name of the field, and says what to do', () => {
    const sdl = compose(`type LambethPartnership @key(fields: "id") { id: ID! ${PUBLIC} newField: String }`);
    expect(() => requireDecisions(sdl)).toThrow(CompositionFailed);
    expect(() => requireDecisions(sdl)).toThrow(
      'FIELD_WITHOUT_DECISION (lambeth): Nobody decided who may see LambethPartnership.newField.',
    );
    expect(checkAccess(sdl)[0]?.remedy).toContain('@requiresScopes');
  });
});
