import { startGuardedGateway } from '../../testing/guarded-gateway';

/**
 * Each is a way to what the caller may not see. In all of them no subgraph may be asked for it: a field that is fetched and
 * then dropped has left the partnership all the same.
 */
let gateway: Awaited<ReturnType<typeof startGuardedGateway>>;

beforeAll(async () => (gateway = await startGuardedGateway()));
beforeEach(() => void gateway.sent());
afterAll(() => gateway.stop());

const refusedPaths = (errors: { path?: unknown; extensions: Record<string, unknown> }[] | undefined) =>
  errors?.map(({ path, extensions }) => [extensions['code'], path]);

const REFUSED = 'UNAUTHORIZED_FIELD_OR_TYPE';

describe('a field that the caller may not see', () => {
  it('is null, with an error that names it and the remedy', async () => {
    const { status, data, errors } = await gateway.ask('{ notices { title contact id } }');
    expect(status).toBe(200);
    expect(data).toEqual({ notices: [{ title: 'A new edition', contact: null, id: 'n1' }] });
    expect(Object.keys(data.notices[0])).toEqual(['title', 'contact', 'id']);
    expect(errors).toEqual([
      {
        message: 'You may not see Notice.contact: it needs a token with the scope networks:read.',
        path: ['notices', 0, 'contact'],
        extensions: { code: REFUSED },
      },
    ]);
    expect(gateway.sent().join()).not.toContain('contact');
  });

  it('is answered to who has the scope, and only then asked for', async () => {
    const { data, errors } = await gateway.ask('{ notices { contact } }', ['networks:read']);
    expect([data, errors]).toEqual([{ notices: [{ contact: 'duty@example.org' }] }, undefined]);
    expect(gateway.sent().join()).toContain('contact');
  });

  it('needs a token if it needs no scope', async () => {
    const { errors } = await gateway.ask('{ whoAmI }');
    expect(errors?.[0]?.message).toBe('You may not see Query.whoAmI: it needs a token.');
    expect((await gateway.ask('{ whoAmI }', ['learning:read'])).data).toEqual({ whoAmI: 'somebody' });
  });

  it('takes scopes that are needed together, or their alternative, and no half of them', async () => {
    const half = await gateway.ask('{ ledger }', ['budget:read']);
    expect(half.errors?.[0]?.message).toContain(
      'it needs a token with the scopes budget:read and decisions:read, or budget:write.',
    );
    expect((await gateway.ask('{ ledger }', ['budget:read', 'decisions:read'])).data).toEqual({ ledger: 42 });
    expect((await gateway.ask('{ ledger }', ['budget:write'])).data).toEqual({ ledger: 42 });
  });

  it('is refused for its type, however open the field that leads to it', async () => {
    const { data, errors } = await gateway.ask('{ notices { movements { id } } budget { total } }');
    expect(data).toEqual({ notices: [{ movements: null }], budget: null });
    expect(refusedPaths(errors)).toEqual([
      [REFUSED, ['notices', 0, 'movements']],
      [REFUSED, ['budget']],
    ]);
    expect(gateway.sent().join()).not.toMatch(/movements|budget/);
  });

  it('is refused inside a type that the caller may see', async () => {
    const { data } = await gateway.ask('{ budget { total secret } }', ['budget:read']);
    expect(data).toEqual({ budget: { total: 100, secret: null } });
    expect(gateway.sent().join()).not.toContain('secret');
  });
});

describe('hidden', () => {
  it.each([
    ['behind an alias', '{ notices { title: contact } }', { title: null }],
    [
      'behind the name of another field',
      '{ notices { id contact: title title: contact } }',
      { contact: 'A new edition' },
    ],
    ['in a fragment', '{ notices { ...F } } fragment F on Notice { contact id }', { contact: null, id: 'n1' }],
    [
      'in a nested fragment',
      '{ notices { ...F } } fragment F on Notice { ...G } fragment G on Notice { ... { contact } }',
      { contact: null },
    ],
    ['in an inline fragment', '{ notices { ... on Notice { contact } } }', { contact: null }],
    ['in an inline fragment on an interface', '{ notices { ... on Record { contact id } } }', { contact: null }],
    ['behind a variable', 'query($yes: Boolean!) { notices { contact @include(if: $yes) } }', { contact: null }],
    ['behind a default', 'query($no: Boolean = false) { notices { contact @skip(if: $no) } }', { contact: null }],
    ['beside itself', '{ notices { contact contact ...F } } fragment F on Notice { contact }', { contact: null }],
  ])('%s it is null, reported, and never fetched', async (_, query, expected) => {
    const { data, errors, status } = await gateway.ask(query, undefined, { yes: true });
    expect(status).toBe(200);
    expect(data.notices[0]).toMatchObject(expected);
    expect(errors).toMatchObject([{ extensions: { code: REFUSED } }]);
    expect(gateway.sent().join().replace('contact:title', '')).not.toContain('contact');
  });

  it('by a variable that leaves it out, it is neither null nor an error', async () => {
    const query = 'query($no: Boolean!, $about: Topic) { notices(about: $about) { id contact @include(if: $no) } }';
    const { data, errors } = await gateway.ask(query, undefined, { no: false, about: 'PLACEMENTS' });
    expect([data, errors]).toEqual([{ notices: [{ id: 'n1' }] }, undefined]);
    expect(gateway.sent().join()).not.toContain('contact');
  });

  it('by a variable that is not a boolean, it is refused with the operation', async () => {
    const query = 'query($x: Boolean!) { notices { id contact @include(if: $x) } }';
    const { data, errors } = await gateway.ask(query, undefined, { x: 'no' });
    expect([data, errors?.[0]?.extensions]).toEqual([undefined, { code: 'BAD_USER_INPUT' }]);
    expect(gateway.sent()).toEqual([]);
  });

  it('under the name of the gateway’s own stand-in, it is null as well', async () => {
    const { data } = await gateway.ask('{ notices { hub_refused_0: title hub_refused_: id contact } }');
    expect(data.notices).toEqual([{ hub_refused_0: 'A new edition', hub_refused_: 'n1', contact: null }]);
  });

  it('in a partnership’s entity, no partnership is asked', async () => {
    const { data } = await gateway.ask('{ partnership { layMembers } }');
    expect(data).toEqual({ partnership: { layMembers: null } });
    expect(gateway.lambeth.received).toEqual([]);
    const other = await gateway.ask('{ partnership { priorities layMembers id } }');
    expect(other.data).toEqual({ partnership: { priorities: ['Neglect'], layMembers: null, id: 'lambeth' } });
    expect(gateway.lambeth.received).toHaveLength(1);
    expect(gateway.sent().join()).not.toContain('layMembers');
  });

  it('behind _entities, it is not there at all', async () => {
    const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on LambethPartnership { layMembers } } }';
    const { status } = await gateway.ask(query, undefined, {
      r: [{ __typename: 'LambethPartnership', id: 'lambeth' }],
    });
    expect(status).toBe(400);
    expect((await gateway.ask('{ _service { sdl } }')).status).toBe(400);
    expect(gateway.sent()).toEqual([]);
  });
});

describe('an interface', () => {
  it('asks for a field what every one of its types asks', async () => {
    const { data, errors } = await gateway.ask('{ records { title contact } }');
    expect(data.records).toEqual([{ title: 'A new edition', contact: null }, { title: 'Weekly', contact: null }, null]);
    expect(refusedPaths(errors)).toEqual([
      [REFUSED, ['records', 0, 'contact']],
      [REFUSED, ['records', 1, 'contact']],
    ]);
    expect(gateway.sent().join()).not.toContain('contact');
  });

  it('lets through the field of a type that asks for nothing, and of no other', async () => {
    const query = '{ records { __typename ... on Notice { contact } ... on Bulletin { press: contact } } }';
    const { data } = await gateway.ask(query);
    expect(data.records).toEqual([
      { __typename: 'Notice', contact: null },
      { __typename: 'Bulletin', press: 'press@example.org' },
      null,
    ]);
    const [sent] = gateway.sent();
    expect(sent).toContain('on Bulletin{contact}');
    expect(sent).not.toMatch(/on Notice\{[^}]*contact/);
  });

  it('gives null where a name is refused for one type and allowed for another', async () => {
    const { data, errors } = await gateway.ask('{ records { contact ... on Bulletin { contact } } }');
    expect(data.records).toEqual([{ contact: null }, { contact: null }, null]);
    expect(refusedPaths(errors)).toEqual([
      [REFUSED, ['records', 0, 'contact']],
      [REFUSED, ['records', 1, 'contact']],
    ]);
  });
});

describe('a union', () => {
  it.each([
    ['by __typename', '{ found { __typename } }'],
    ['by a type condition', '{ found { ... on Movement { reason } } }'],
    ['by what is left over', '{ found { ... on Notice { id } } }'],
    ['by a fragment on the guarded type', '{ found { ...M } } fragment M on Movement { __typename }'],
    ['by __typename of the guarded type', '{ movements { __typename } found: movements { t: __typename } }'],
  ])('does not tell %s that there is something the caller may not see', async (_, query) => {
    const { data, errors, text } = await gateway.ask(query);
    expect(data.found).toBeNull();
    expect(refusedPaths(errors)).toContainEqual([REFUSED, ['found']]);
    expect(text).not.toMatch(/"m1"|placement"/);
    expect(gateway.sent()).toEqual([]);
  });

  it('is answered to who may see everything in it', async () => {
    const query = '{ found { __typename ... on Movement { reason } ... on Notice { contact } } }';
    const { data } = await gateway.ask(query, ['movements:read']);
    expect(data.found).toEqual([
      { __typename: 'Notice', contact: null },
      { __typename: 'Movement', reason: 'placement' },
    ]);
  });
});

describe('a mutation', () => {
  it('that is refused does not run, and those beside it do', async () => {
    const query = 'mutation($t: String!) { a: publishNotice(title: $t) { id } subscribe(email: "a@example.org") }';
    const { data, errors } = await gateway.ask(query, ['networks:read'], { t: 'Mine' });
    expect(data).toEqual({ a: null, subscribe: true });
    expect(refusedPaths(errors)).toEqual([[REFUSED, ['a']]]);
    expect(gateway.sent().join()).not.toMatch(/publishNotice|Mine/);
  });

  it('of which nothing is left reaches nobody', async () => {
    const { data } = await gateway.ask('mutation { publishNotice(title: "Mine") { id } }');
    expect(data).toEqual({ publishNotice: null });
    expect(gateway.sent()).toEqual([]);
  });

  it('runs for who has the scope', async () => {
    const { data } = await gateway.ask('mutation { publishNotice(title: "Mine") { id } }', ['procedures:write']);
    expect(data).toEqual({ publishNotice: { id: 'n1' } });
  });
});

it('a null where none is allowed takes the object with it', async () => {
  const { data, errors } = await gateway.ask('{ strict { open kept } notices { id } }');
  expect(data).toEqual({ strict: null, notices: [{ id: 'n1' }] });
  expect(refusedPaths(errors)).toEqual([[REFUSED, ['strict', 'kept']]]);
});

it('answers each caller by their own scopes, whoever asked the same before', async () => {
  const query = '{ notices { contact } }';
  const answers = [];
  for (const scopes of [undefined, ['networks:read'], undefined, ['learning:read'], ['networks:read']]) {
    answers.push((await gateway.ask(query, scopes)).data.notices[0].contact);
  }
  expect(answers).toEqual([null, 'duty@example.org', null, null, 'duty@example.org']);
});

it('a partnership that is down says what is missing in the client’s own words', async () => {
  await gateway.lambeth.kill();
  const { data, errors } = await gateway.ask('{ partnership { layMembers priorities } }');
  await gateway.lambeth.start();
  expect(data).toEqual({ partnership: { layMembers: null, priorities: null } });
  expect(errors).toMatchObject([
    { extensions: { code: REFUSED } },
    { extensions: { code: 'SUBGRAPH_UNAVAILABLE', paths: ['partnership.priorities'] } },
  ]);
});
