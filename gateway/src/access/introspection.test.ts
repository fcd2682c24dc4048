import { getIntrospectionQuery, buildClientSchema, type IntrospectionQuery } from 'graphql';
import { startGuardedGateway } from '../../testing/guarded-gateway';

let gateway: Awaited<ReturnType<typeof startGuardedGateway>>;

beforeAll(async () => (gateway = await startGuardedGateway()));
afterAll(() => gateway.stop());

const introspect = async (scopes?: string[]) => {
  const { data } = await gateway.ask(getIntrospectionQuery(), scopes);
  return buildClientSchema(data as IntrospectionQuery);
};

describe('introspection', () => {
  it('shows an outsider what is public, and what is reached by it', async () => {
    const schema = await introspect();
    const names = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));
    expect(names.sort()).toEqual(
      ['Boolean', 'Bulletin', 'ID', 'Int', 'LambethPartnership', 'Mutation', 'Notice', 'Query', 'Record', 'Strict']
        .concat('String', 'Topic')
        .sort(),
    );
    const fieldsOf = (type: 'Query' | 'Mutation' | 'Notice' | 'Record' | 'Strict') =>
      Object.keys((schema.getType(type) as { getFields(): object } | undefined)!.getFields()).sort();
    expect(fieldsOf('Query')).toEqual(['notice', 'notices', 'partnership', 'records', 'strict']);
    expect(fieldsOf('Mutation')).toEqual(['subscribe']);
    expect([fieldsOf('Notice'), fieldsOf('Record'), fieldsOf('Strict')]).toEqual([
      ['id', 'title'],
      ['id', 'title'],
      ['open'],
    ]);
  });

  it.each([
    [[], ['Query.whoAmI', 'Strict.kept'], ['Movement', 'Budget', 'Found']],
    [['movements:read'], ['Query.movements', 'Query.found', 'Notice.movements', 'Movement.reason'], ['Budget']],
    [['networks:read'], ['Notice.contact', 'Record.contact', 'Query.whoAmI'], ['Movement', 'Budget']],
    [['budget:read'], ['Query.budget', 'Budget.total'], ['Movement', 'Budget.secret', 'Query.ledger']],
    [['budget:read', 'decisions:read'], ['Query.ledger'], ['Budget.secret']],
    [['budget:write', 'budget:read'], ['Query.ledger', 'Budget.secret'], ['Movement']],
    [['procedures:write'], ['Mutation.publishNotice', 'Mutation.subscribe'], ['Notice.contact']],
  ])('shows a caller with the scopes %j what they open, and no more', async (scopes, shown, hidden) => {
    const schema = await introspect(scopes);
    const isShown = (coordinate: string) => {
      const [name, field] = coordinate.split('.') as [string, string?];
      const type = schema.getType(name) as { getFields?(): object } | undefined;
      return field === undefined ? type !== undefined : field in (type?.getFields?.() ?? {});
    };
    expect(shown.filter((coordinate) => !isShown(coordinate))).toEqual([]);
    expect(hidden.filter(isShown)).toEqual([]);
    // What is shown may be asked.
    const { errors = [] } = await gateway.ask('{ whoAmI }', scopes);
    expect(errors).toEqual([]);
    gateway.sent();
  });

  it('shows each caller their own part, whoever asked before', async () => {
    const counts: number[] = [];
    for (const scopes of [
      undefined,
      ['movements:read'],
      ['budget:read'],
      undefined,
      ['movements:read'],
      ['schema:read'],
    ]) {
      counts.push(Object.keys((await introspect(scopes)).getTypeMap()).length);
    }
    expect(counts[0]).toBe(counts[3]);
    expect(counts[1]).toBe(counts[4]);
    expect(new Set(counts).size).toBeGreaterThan(3);
  });

  it('shows the whole schema to who may read it, and never what is inaccessible', async () => {
    const schema = await introspect(['schema:read']);
    expect(schema.getType('Movement')).toBeDefined();
    expect(schema.getType('_Any')).toBeUndefined();
  });

  it('does not find a guarded type by its name', async () => {
    const query = 'query($n: String!) { __type(name: $n) { name fields { name } } }';
    expect((await gateway.ask(query, undefined, { n: 'Movement' })).data).toEqual({ __type: null });
    expect((await gateway.ask(query, ['schema:read'], { n: 'Budget' })).data.__type.fields).toHaveLength(2);
    expect((await gateway.ask(query, undefined, { n: 'Strict' })).data.__type.fields).toEqual([{ name: 'open' }]);
  });

  it.each([
    '{ __schema { queryType { name } } notices { id } }',
    '{ ...S notices { id } } fragment S on Query { ... { __type(name: "Movement") { name } } }',
    '{ __typename __type(name: "Movement") { name } movements { id } }',
  ])('stands alone: %s', async (query) => {
    const { status, data, errors } = await gateway.ask(query, ['schema:read']);
    expect([status, data]).toEqual([400, undefined]);
    expect(errors).toMatchObject(
      [{ message: /send two operations/, extensions: { code: 'BAD_REQUEST' } }].map(matching),
    );
    expect(gateway.sent()).toEqual([]);
  });

  it('tells the name of the root, beside the schema or by itself', async () => {
    expect((await gateway.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    const { data } = await gateway.ask('{ __typename __schema { queryType { name } } }');
    expect(data).toEqual({ __typename: 'Query', __schema: { queryType: { name: 'Query' } } });
  });
});

describe('suggestions', () => {
  it.each([
    ['a field', '{ movement { id } }', {}],
    ['a type', '{ records { ... on Movemen { id } } }', {}],
    ['a field of one of several types', '{ found { reason } }', {}],
    ['an argument', '{ notices(limi: 1) { id } }', {}],
    ['an enum value', '{ notices(about: PLACEMENT) { id } }', {}],
    ['an enum value in a variable', 'query($t: Topic) { notices(about: $t) { id } }', { t: 'PLACEMENT' }],
    ['missing selections', '{ movements }', {}],
  ])('of %s are for those who may read the schema', async (_, query, variables) => {
    const insider = await gateway.ask(query, ['schema:read'], variables);
    expect(insider.errors?.[0]?.message).toMatch(/Did you mean .*(movements|Movement|limit|PLACEMENTS)/);
    for (const scopes of [undefined, ['movements:read']]) {
      const { errors } = await gateway.ask(query, scopes, variables);
      expect(errors).toHaveLength(insider.errors!.length);
      expect(errors?.[0]?.message).toMatch(/\.$/);
      expect(JSON.stringify(errors)).not.toMatch(/Did you mean|limit|PLACEMENTS|Movement"/);
    }
  });
});

function matching({ message, extensions }: { message: RegExp; extensions: object }) {
  return { message: expect.stringMatching(message), extensions };
}
