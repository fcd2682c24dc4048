import { AccessTrail } from '../audit/access-trail';
import { down, PlannedWorld, type Exchange } from '../../testing/planned-world';
import { SmallLondon } from '../../testing/small-london';

let london: SmallLondon;
let world: PlannedWorld;

beforeAll(() => {
  london = new SmallLondon();
  world = new PlannedWorld(london.toys);
});
beforeEach(() => {
  london.throwing.clear();
  london.lost.clear();
  london.noted = [];
});

type Body = { query: string; variables: Record<string, unknown>; operationName?: string };

/** The subgraphs as they are, but for one. */
const but =
  (name: string, answer: (body: Body, whole: () => Promise<string>) => ReturnType<Exchange>): Exchange =>
  (subgraph, body) => {
    const whole = () => world.exchange(subgraph, body) as Promise<string>;
    return subgraph === name ? answer(JSON.parse(body) as Body, whole) : whole();
  };

/** An answer of one subgraph, changed in its text. */
const changed = (name: string, change: (text: string) => string) =>
  but(name, async (_, whole) => change(await whole()));

const BODIES = '{ partnerships { id ... on LambethPartnership { bodies(first: 1) { name quorum } } } }';
const LIST = '{ things { ... on LambethPartnership { lead { name } priorities } } }';

describe('an object of which nothing was asked', () => {
  it('is there, and empty', async () => {
    const query =
      '{ partnership(id: "Lambeth") { ... on HaveringPartnership { id } } matrix { ... on HaveringPartnership { id } } }';
    const { text } = await world.ask({ query });
    expect(text).toBe('{"partnership":{},"matrix":[[{},null],[],[{"id":"Havering"},{}]]}');
  });

  it('is there when conditions leave nothing of it', async () => {
    const query = 'query($no: Boolean!) { picture { id @include(if: $no) } }';
    expect((await world.ask({ query, variables: { no: false } })).text).toBe('{"picture":{}}');
  });
});

describe('a subgraph that does not answer', () => {
  it('costs its own fields, and is told of once for each fetch', async () => {
    const { data, errors } = await world.ask({ query: BODIES, exchange: but('lambeth', async () => down('lambeth')) });
    expect(data).toEqual({ partnerships: [{ id: 'Lambeth', bodies: null }, { id: 'Havering' }] });
    expect(errors).toEqual([
      {
        message: 'The partnership lambeth did not answer.',
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'lambeth', paths: ['partnerships.bodies'] },
      },
    ]);
  });

  it('names what is missing by the keys of the client, as often as it was asked for', async () => {
    const query = `{ a: partnerships { b: __typename ...on LambethPartnership { c: bodies(first: 1) { name } d: bodies(first: 1) { quorum } } }
                     things { ... on LambethPartnership { e: priorities } } }`;
    const { errors } = await world.ask({ query, exchange: but('lambeth', async () => down('lambeth')) });
    expect(errors.flatMap(({ extensions }) => extensions!['paths']).sort()).toEqual(['a.c', 'a.d', 'things.e']);
  });

  it('leaves a null where none may be, which goes up and is not told of twice', async () => {
    const { data, errors } = await world.ask({ query: LIST, exchange: but('lambeth', async () => down('lambeth')) });
    expect(data).toEqual({ things: [{}, {}, null, null, {}] });
    expect(errors.map(({ extensions }) => extensions!['code'])).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });

  it('of the root fields leaves no data, and an error', async () => {
    const { text, errors } = await world.ask({
      query: BODIES,
      exchange: but('london-scp', async () => down('london-scp')),
    });
    expect(text).toBe('null');
    expect(errors).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['garbage', '<html>'],
    ['half an answer', '{"data":{"_entities":[{"priorities":["a"'],
    ['text behind the end', '{"data":{"_entities":[{"lead":{"name":"x"},"priorities":null}]}} x'],
    ['a second answer', '{"data":{"_entities":[{"lead":{"name":"x"},"priorities":null}]}}{"data":null}'],
    ['no object', '[{"data":{}}]'],
    ['neither data nor errors', '{}'],
    ['no data and no error', '{"data":null}'],
    ['an empty list of errors', '{"data":null,"errors":[]}'],
    ['errors that are no list', '{"data":{"_entities":[null]},"errors":"none"}'],
    ['too few entities', '{"data":{"_entities":[]}}'],
    ['too many entities', '{"data":{"_entities":[null,null]}}'],
    ['entities that are no list', '{"data":{"_entities":{"0":{}}}}'],
    ['entities that are null', '{"data":{"_entities":null}}'],
    ['a control character in a string', '{"data":{"_entities":[{"lead":{"name":"a\u0001"},"priorities":null}]}}'],
    ['an escape that is none', '{"data":{"_entities":[{"lead":{"name":"\\x"},"priorities":null}]}}'],
    ['a number with a zero before it', '{"data":{"_entities":[{"lead":{"name":01},"priorities":null}]}}'],
  ])('or answers with %s is as one that does not', async (_, text) => {
    const { data, errors } = await world.ask({ query: LIST, exchange: but('lambeth', async () => text) });
    expect(data).toEqual({ things: [{}, {}, null, null, {}] });
    expect(errors).toMatchObject([
      { extensions: { code: 'SUBGRAPH_UNAVAILABLE', paths: ['things.lead', 'things.priorities'] } },
    ]);
  });

  it('may answer with brackets as deep as it likes', async () => {
    for (const open of ['[', '{"a":', '[{"priorities":']) {
      const deep = open.repeat(100_000);
      for (const text of [deep, `{"data":{"_entities":[{"lead":${deep}`, closed(deep)]) {
        const { errors } = await world.ask({ query: LIST, exchange: but('lambeth', async () => text) });
        expect(errors.length).toBeGreaterThan(0);
      }
    }
  });
});

/** An answer whose brackets are closed, with the deep value where an entity's fields, and the values of an open scalar, belong. */
function closed(open: string): string {
  const close = [...open.replaceAll(/[^[{]/g, '')].reverse().map((bracket) => (bracket === '[' ? ']' : '}'));
  const deep = `${open}1${close.join('')}`;
  return `{"data":{"_entities":[{"lead":${deep},"priorities":${deep}}]}}`;
}

describe('an error of a subgraph', () => {
  it('is told with the index in the answer, at each place where the entity stands', async () => {
    london.throwing.add('LambethPartnership.priorities');
    const query = `{ partnerships { id } matrix { ... on LambethPartnership { p: priorities } }
                     networks { members { ...on LambethPartnership { priorities q: priorities } } } }`;
    const { errors } = await world.ask({ query });
    expect(errors.map(({ path }) => path?.join('.')).sort()).toEqual([
      'matrix.0.0.p',
      'matrix.2.1.p',
      'networks.0.members.1.priorities',
      'networks.0.members.1.q',
      'networks.1.members.1.priorities',
      'networks.1.members.1.q',
    ]);
    expect(errors[0]).toMatchObject({ extensions: { code: 'SUBGRAPH_FAILED', subgraph: 'lambeth', requestId: 'r1' } });
    expect(JSON.stringify(errors)).not.toContain('priorities of');
  });

  it('explains the null that it leaves, and those around it', async () => {
    london.throwing.add('LambethPartnership.lead');
    const { data, errors } = await world.ask({ query: LIST });
    expect(data).toEqual({ things: [{}, {}, null, null, {}] });
    expect(errors.map(({ path }) => path)).toEqual([['things', 2, 'lead']]);
  });

  it('leaves what was asked under another alias', async () => {
    london.throwing.add('Network.name');
    const { data, errors } = await world.ask({ query: '{ networks { id } named: networks { id name } }' });
    expect(data).toEqual({ networks: [{ id: 'n1' }, { id: 'n2' }], named: null });
    expect(errors.map(({ path }) => path)).toEqual([['named', 0, 'name']]);
  });

  it('without a place is told with what was asked for', async () => {
    const text = '{"data":null,"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}},null,7,{"path":"x"}]}';
    const { errors } = await world.ask({ query: LIST, exchange: but('lambeth', async () => text) });
    expect(errors[0]).toEqual({
      message: 'no',
      extensions: { code: 'FORBIDDEN', subgraph: 'lambeth', requestId: 'r1', paths: ['things'] },
    });
    expect(errors).toHaveLength(4);
  });

  it('is told a hundred times at most, however many there are', async () => {
    const errors = Array.from({ length: 5000 }, () => ({ message: 'no', path: ['_entities', 0] }));
    const text = JSON.stringify({ data: { _entities: [null] }, errors });
    const answer = await world.ask({ query: LIST, exchange: but('lambeth', async () => text) });
    expect(answer.errors).toHaveLength(100);
  });
});

describe('an answer that does not fit', () => {
  const lead = (value: string) =>
    changed('lambeth', () => `{"data":{"_entities":[{"lead":${value},"priorities":["a"]}]}}`);

  it.each([
    ['a null where none may be', '{"name":null}', ['things', 2, 'lead', 'name']],
    ['a field that is not there', '{}', ['things', 2, 'lead', 'name']],
    ['a number for a string', '{"name":5}', ['things', 2, 'lead', 'name']],
    ['a list for an object', '[{"name":"x"}]', ['things', 2, 'lead']],
    ['a string for an object', '"x"', ['things', 2, 'lead']],
    ['an object for a string', '{"name":{"name":"x"}}', ['things', 2, 'lead', 'name']],
  ])('%s is told with its place', async (_, value, path) => {
    const { data, errors } = await world.ask({ query: LIST, exchange: lead(value) });
    expect(data).toEqual({ things: [{}, {}, null, null, {}] });
    expect(errors).toMatchObject([{ path, extensions: { code: 'ANSWER_MISFIT', subgraph: 'lambeth' } }]);
  });

  it.each([
    [
      'Int',
      'id',
      ['2147483648', '-2147483649', '1.5', '"1"', 'true', '1e400', '{}'],
      ['-2147483648', '2147483647', '1.0'],
    ],
    ['Float', 'toString', ['"1"', 'true', '1e999', '[]'], ['1.25', '-3', '1e3', '123456789012345678901234567890']],
    ['Boolean', 'isOpen', ['"true"', '0', '1'], ['true', 'false']],
    ['String', 'name', ['1', 'true', '{}', '[]'], ['"\\ud800"', '"é😀\\"\\\\\\u0000"', '""', '"__proto__"']],
    ['an enum', 'kinds', ['["OTHER"]', '["CLOSED"]', '[1]', '["chairs"]', '[null]', '"CHAIRS"'], ['["CHAIRS"]', '[]']],
    ['a scalar that GraphQL does not know', 'about', [], ['{"__proto__":{"a":1}}', '[[]]', '"x"', '0', 'false']],
  ])('values of %s are checked', async (_, field, bad, good) => {
    const ask = (value: string) =>
      world.ask({
        query: `{ noted { ${field} } }`,
        exchange: changed('london-scp', () => `{"data":{"noted":{"${field}":${value}}}}`),
      });
    for (const value of bad) {
      const { errors, text } = await ask(value);
      expect({ value, codes: errors.map(({ extensions }) => extensions!['code']) }).toEqual({
        value,
        codes: ['ANSWER_MISFIT'],
      });
      expect(text).not.toContain(value);
    }
    for (const value of good) {
      const { errors, text } = await ask(value);
      expect(errors).toEqual([]);
      expect(JSON.parse(text)).toEqual({ noted: { [field]: JSON.parse(value) as unknown } });
    }
  });

  it('a value of a scalar that is nested deeper than can be written is none', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const exchange = changed('london-scp', () => `{"data":{"noted":{"id":1,"about":${deep}}}}`);
    const { text, errors } = await world.ask({ query: '{ noted { id about } }', exchange });
    expect(text).toBe('{"noted":{"id":1,"about":null}}');
    expect(errors).toMatchObject([
      { path: ['noted', 'about'], extensions: { code: 'ANSWER_MISFIT', subgraph: 'london-scp' } },
    ]);
  });

  it('an id is a string, also where its subgraph gives a number', async () => {
    const exchange = changed('london-scp', () => '{"data":{"picture":{"id":5}}}');
    expect((await world.ask({ query: '{ picture { id } }', exchange })).text).toBe('{"picture":{"id":"5"}}');
  });

  it('is told of a hundred times at most', async () => {
    const exchange = changed(
      'london-scp',
      () => `{"data":{"networks":${JSON.stringify(Array(5000).fill({ kind: 'x' }))}}}`,
    );
    const { data, errors } = await world.ask({ query: '{ networks { kind } }', exchange });
    expect((data as { networks: unknown[] }).networks).toHaveLength(5000);
    expect(errors).toHaveLength(100);
    expect(errors[99]!.path).toEqual(['networks', 99, 'kind']);
  });

  it('may hold keys that were not asked for, and they stand nowhere', async () => {
    const extra = '"bodies":[{"name":"false"}],"priorities":["false"],"__proto__":{"id":"false"},"toString":"false",';
    const exchange: Exchange = async (subgraph, body) => {
      if (subgraph === 'lambeth') return down(subgraph);
      return ((await world.exchange(subgraph, body)) as string).replaceAll('"id":', `${extra}"id":`);
    };
    const query =
      '{ partnerships { __typename id ... on LambethPartnership { priorities b: bodies { name } } } noted { constructor } }';
    const { text } = await world.ask({ query, exchange });
    expect(text).not.toContain('false');
    const empty = changed('london-scp', () => '{"data":{"noted":{"__proto__":{"constructor":"x"}}}}');
    expect((await world.ask({ query: '{ noted { constructor toString } }', exchange: empty })).text).toBe(
      '{"noted":{"constructor":null,"toString":null}}',
    );
  });

  it('may hold a key twice: the last counts, as for every reader of JSON', async () => {
    const exchange = changed('lambeth', () => '{"data":{"_entities":[{"priorities":["a"],"priorities":["b"]}]}}');
    const { data } = await world.ask({
      query: '{ partnership(id: "Lambeth") { ... on LambethPartnership { priorities } } }',
      exchange,
    });
    expect(data).toEqual({ partnership: { priorities: ['b'] } });
  });
});

describe('the text of an entity', () => {
  const query = '{ partnership(id: "Lambeth") { ... on LambethPartnership { priorities spend } } }';
  const entity = (inner: string, behind = '') =>
    changed('lambeth', () => `{"data":{"_entities":[{${inner}}]}${behind}}`);

  it('goes through as it came, where it is what would be written', async () => {
    const inner = '"priorities":["a\\"\\\\\\n\\u00e9 é 😀 \\ud83d\\ude00"],"spend":1.50';
    const { text, errors } = await world.ask({ query, exchange: entity(inner) });
    expect([text, errors]).toEqual([`{"partnership":{${inner}}}`, []]);
  });

  it.each([
    ['a space', '"priorities": ["a"],"spend":1'],
    ['another order', '"spend":1,"priorities":["a"]'],
    ['a key more', '"priorities":["a"],"spend":1,"id":"x"'],
    ['a key twice', '"priorities":["b"],"priorities":["a"],"spend":1'],
    ['a number of another form', '"priorities":["a"],"spend":1e0'],
  ])('is read where it has %s', async (_, inner) => {
    const { text, errors } = await world.ask({ query, exchange: entity(inner) });
    expect([text, errors]).toEqual(['{"partnership":{"priorities":["a"],"spend":1}}', []]);
  });

  it.each([
    '"priorities":[null],"spend":1',
    '"priorities":["a"],"spend":"1"',
    '"priorities":"a","spend":1',
    '"priorities":["a"]',
  ])('is judged where it is %s', async (inner) => {
    const { errors } = await world.ask({ query, exchange: entity(inner) });
    expect(errors.map(({ extensions }) => extensions!['code'])).toEqual(
      inner.includes('spend') ? ['ANSWER_MISFIT'] : [],
    );
  });

  it('hides no errors and no children', async () => {
    const trail = new AccessTrail();
    const inner = '"priorities":["a"],"spend":1';
    const behind =
      ',"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}}],"extensions":{"children":["c1"],"unseen":["c2"]}';
    const { errors } = await world.ask({ query, trail, exchange: entity(inner, behind) });
    expect(errors).toMatchObject([{ message: 'no' }]);
    expect([trail.children, trail.unseen]).toEqual([['c1', 'c2'], ['c2']]);
    expect(trail.coverage).toEqual({ asked: ['lambeth', 'london-scp'], answered: ['lambeth', 'london-scp'] });
  });

  it('notes who was asked and who answered, also where nothing was read', async () => {
    const trail = new AccessTrail();
    await world.ask({ query, trail, exchange: entity('"priorities":["a"],"spend":1') });
    expect(trail.coverage).toEqual({ asked: ['lambeth', 'london-scp'], answered: ['lambeth', 'london-scp'] });
    const other = new AccessTrail();
    await world.ask({ query, trail: other, exchange: but('lambeth', async () => down('lambeth')) });
    expect(other.coverage).toEqual({ asked: ['lambeth', 'london-scp'], answered: ['london-scp'] });
  });
});

describe('a field that the caller may not see', () => {
  it('is null, with its places in the answer', async () => {
    const query = '{ networks { name hub_refused_0: __typename members { id hub_refused_1: __typename } } }';
    const refused = new Map([
      ['hub_refused_0', 'kind'],
      ['hub_refused_1', 'name'],
    ]);
    const question = { query, refused };
    const compiled = world.compile(question);
    const execution = world.execution(question);
    await new Promise<void>((resolve) => compiled.run(execution, resolve));
    const member = (id: string) => ({ id, name: null });
    const members = [member('Havering'), member('Lambeth')];
    expect(JSON.parse(await compiled.write(execution))).toEqual({
      networks: [
        { name: 'Network n1', kind: null, members },
        { name: 'Network n2', kind: null, members },
      ],
    });
    expect(execution.refused.all.map((path) => path.join('.'))).toEqual(
      ['networks.0', 'networks.1'].flatMap((at) => [`${at}.kind`, `${at}.members.0.name`, `${at}.members.1.name`]),
    );
  });
});
