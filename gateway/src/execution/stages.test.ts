import type { SendFailure } from './execution';
import { down, PlannedWorld, type Exchange } from '../../testing/planned-world';
import { SmallLondon } from '../../testing/small-london';

const london = new SmallLondon();
const world = new PlannedWorld(london.toys);

type Body = { query: string; variables: Record<string, unknown> };

/** Notes what is sent, and answers as `answer` says, or as the subgraphs do. */
function noting(
  answer: (subgraph: string, body: Body, length: number) => SendFailure | string | undefined = () => undefined,
) {
  const sent: { subgraph: string; body: Body }[] = [];
  const exchange: Exchange = async (subgraph, text) => {
    const body = JSON.parse(text) as Body;
    sent.push({ subgraph, body });
    return answer(subgraph, body, text.length) ?? world.exchange(subgraph, text);
  };
  const to = (subgraph: string) => sent.filter((one) => one.subgraph === subgraph).map(({ body }) => body);
  return { exchange, sent, to };
}

/** Lambeth in three places, with three different questions. */
const THREE = `{
  partnerships { ... on LambethPartnership { priorities } }
  matrix { ... on LambethPartnership { bodies(first: 1) { name } } }
  networks { members { ... on LambethPartnership { spend lead { name } } } }
}`;
const isMerged = ({ query }: Body) => query.includes('e1:');
const tooLarge = { ...down('lambeth'), reason: 'HTTP 413', code: 'SUBGRAPH_UNAVAILABLE', isTooLarge: true } as const;

describe('a stage', () => {
  it('asks each subgraph once, and for each entity once', async () => {
    const { exchange, to } = noting();
    const { errors } = await world.ask({ query: THREE, exchange });
    expect(errors).toEqual([]);
    const [body, ...more] = to('lambeth');
    expect(more).toEqual([]);
    const lists = Object.entries(body!.variables).filter(([name]) => name.endsWith('_representations'));
    expect(lists.map(([, list]) => list)).toEqual(Array(3).fill([{ __typename: 'LambethPartnership', id: 'Lambeth' }]));
    expect(to('havering')).toEqual([]);
  });

  it('is of all that one level needs, on whatever path', async () => {
    const { exchange, to } = noting();
    const query = `{ partnerships { ... on LambethPartnership { priorities first } }
      matrix { ... on LambethPartnership { first } ... on HaveringPartnership { first } } }`;
    const { data } = await world.ask({ query, exchange });
    const [lambeth, havering] = [{ first: 'Lambeth Executive' }, { first: 'Havering Executive' }];
    expect(data).toMatchObject({ partnerships: [lambeth, {}], matrix: [[lambeth, null], [], [havering, lambeth]] });
    expect([to('lambeth').length, to('havering').length, to('london-scp').length]).toEqual([1, 1, 2]);
  });

  it('asks nobody for what conditions leave nothing of', async () => {
    const { exchange, to } = noting();
    const query = `query($yes: Boolean!, $no: Boolean!) {
      partnerships { ... on LambethPartnership { id priorities @include(if: $no) spend @skip(if: $yes) } }
    }`;
    const { data } = await world.ask({ query, variables: { yes: true, no: false }, exchange });
    expect(data).toEqual({ partnerships: [{ id: 'Lambeth' }, {}] });
    expect(to('lambeth')).toEqual([]);
    await world.ask({ query, variables: { yes: true, no: true }, exchange });
    expect(to('lambeth')).toHaveLength(1);
  });

  it('asks nobody for what is only required by what conditions inside conditions leave out', async () => {
    const query = `query($yes: Boolean!, $no: Boolean!) {
      picture { id ... @include(if: $yes) { ... @skip(if: $no) { total } } }
      partnerships { ... on HaveringPartnership @include(if: $yes) { id ... @skip(if: $no) { first } } }
    }`;
    const { exchange, to } = noting((subgraph) => (subgraph === 'london-scp' ? undefined : down(subgraph)));
    const left = await world.ask({ query, variables: { yes: true, no: true }, exchange });
    expect([left.errors, left.data]).toEqual([[], { picture: { id: 'p' }, partnerships: [{}, { id: 'Havering' }] }]);
    expect([...to('lambeth'), ...to('havering')]).toEqual([]);
    const asked = await world.ask({ query, variables: { yes: true, no: false } });
    expect(asked.data).toEqual({
      picture: { id: 'p', total: 30 },
      partnerships: [{}, { id: 'Havering', first: 'Havering Executive' }],
    });
  });

  it('asks once for what is asked alike under two aliases', async () => {
    const { exchange, to } = noting();
    const query = '{ a: networks { id kind } b: networks { id kind } c: networks { id } }';
    const { data } = await world.ask({ query, exchange });
    const ids = [{ id: 'n1' }, { id: 'n2' }];
    expect(data).toMatchObject({ a: ids, b: ids, c: ids });
    expect(to('london-scp')[0]!.query.match(/networks/g)).toHaveLength(2);
  });

  it('gives each place an object of its own', async () => {
    const query = `{ matrix { ... on LambethPartnership { host { name } } } things { ... on LambethPartnership { host { kind } } } }`;
    const { data } = await world.ask({ query });
    const [n1] = [{ name: 'Network n1' }];
    expect(data).toEqual({
      matrix: [[{ host: n1 }, null], [], [{}, { host: n1 }]],
      things: [{}, {}, { host: { kind: 'CHAIRS' } }, null, {}],
    });
  });
});

describe('a merged request', () => {
  const alone = async () => (await world.ask({ query: THREE })).text;

  it.each([
    ['is too large', () => tooLarge],
    ['is refused as a whole', () => '{"data":null,"errors":[{"message":"Too many aliases."}]}'],
    ['is refused with HTTP 400', () => '{"errors":[{"message":"Too many aliases."}]}'],
  ])('that %s is sent as its parts', async (_, answer) => {
    const { exchange, to } = noting((subgraph, body) =>
      subgraph === 'lambeth' && isMerged(body) ? answer() : undefined,
    );
    const { text, errors } = await world.ask({ query: THREE, exchange });
    expect([text, errors]).toEqual([await alone(), []]);
    expect(to('lambeth')).toHaveLength(4);
  });

  it('costs the part alone that is too large by itself', async () => {
    const { exchange } = noting((subgraph, body) => {
      return subgraph === 'lambeth' && (isMerged(body) || body.query.includes('bodies')) ? tooLarge : undefined;
    });
    const { data, errors } = await world.ask({ query: THREE, exchange });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', paths: ['matrix.bodies'] } }]);
    expect(data).toMatchObject({
      partnerships: [{ priorities: expect.anything() }, {}],
      matrix: [[{ bodies: null }, null], [], {}],
    });
  });

  it.each([
    ['there is time left', 7000, 4],
    ['there is none', 10_000, 1],
  ])('that is late is sent as its parts if %s', async (_, took, requests) => {
    let left = 10_000;
    const { exchange, to } = noting((subgraph, body) => {
      if (subgraph !== 'lambeth' || !isMerged(body)) return undefined;
      left -= took;
      return { reason: 'no answer in time', code: 'SUBGRAPH_UNAVAILABLE', isLate: true };
    });
    const { errors } = await world.ask({ query: THREE, exchange, left: () => left });
    expect(to('lambeth')).toHaveLength(requests);
    const missing = ['matrix.bodies', 'networks.members.lead', 'networks.members.spend', 'partnerships.priorities'];
    expect(errors.flatMap(({ extensions }) => extensions!['paths']).sort()).toEqual(requests === 1 ? missing : []);
  });

  it('and its parts together have the time of one request', async () => {
    let left = 10_000;
    const given: (number | undefined)[] = [];
    const REQUEST_MS = 5000;
    const question = {
      query: THREE,
      left: () => left,
      exchange: noting((subgraph, body) => {
        if (subgraph !== 'lambeth' || !isMerged(body)) return undefined;
        left -= REQUEST_MS / 2;
        return { reason: 'no answer in time', code: 'SUBGRAPH_UNAVAILABLE', isLate: true };
      }).exchange,
    };
    const execution = world.execution(question);
    const { send } = execution.options;
    Object.assign(execution.options, {
      send: (...[subgraph, body, limits, answered]: Parameters<typeof send>) => {
        if (subgraph === 'lambeth') given.push((limits.share ?? 1) * Math.min(REQUEST_MS, left));
        send(subgraph, body, limits, answered);
      },
    });
    await new Promise<void>((resolve) => world.compile(question).run(execution, resolve));
    expect(given).toEqual([2500, 2500, 2500, 2500]);
  });

  it.each([10_000, 6000, 4000, 1000])(
    'never takes more than is left of the question, with its parts: %s ms',
    async (all) => {
      const REQUEST_MS = 5000;
      let left = all;
      let taken = 0;
      const question = { query: THREE, left: () => left };
      const execution = world.execution(question);
      const { send } = execution.options;
      Object.assign(execution.options, {
        send: (...[subgraph, body, limits, answered]: Parameters<typeof send>) => {
          if (subgraph !== 'lambeth') return send(subgraph, body, limits, answered);
          const ms = (limits.share ?? 1) * Math.min(REQUEST_MS, left);
          const isMergedOne = isMerged(JSON.parse(body) as Body);
          // Its parts wait beside each other.
          setImmediate(() => {
            if (isMergedOne || taken === all - left) taken += ms;
            if (isMergedOne) left -= ms;
            answered({ reason: 'no answer in time', code: 'SUBGRAPH_UNAVAILABLE', isLate: true }, '');
          });
        },
      });
      await new Promise<void>((resolve) => world.compile(question).run(execution, resolve));
      expect(taken).toBeLessThanOrEqual(Math.min(REQUEST_MS, all));
      expect(execution.errors).toHaveLength(3);
    },
  );

  it('to a subgraph that is down fails once, for each of its parts', async () => {
    const { exchange, to } = noting((subgraph) => (subgraph === 'lambeth' ? down('lambeth') : undefined));
    const { errors } = await world.ask({ query: THREE, exchange });
    expect(to('lambeth')).toHaveLength(1);
    expect(errors).toHaveLength(3);
  });

  it('tells an error of one part at the places of that part', async () => {
    london.throwing.add('LambethPartnership.spend');
    const { errors } = await world.ask({ query: THREE });
    london.throwing.clear();
    expect(errors.map(({ path }) => path)).toEqual([
      ['networks', 0, 'members', 1, 'spend'],
      ['networks', 1, 'members', 1, 'spend'],
    ]);
  });
});

describe('many representations', () => {
  const many = (count: number, size: number) =>
    JSON.stringify({
      data: {
        partnerships: Array.from({ length: count }, (_, index) => ({
          ...{ __typename: 'LambethPartnership', id: `${index}${'é'.repeat(size)}` },
        })),
      },
    });
  const query = '{ partnerships { ... on LambethPartnership { priorities } } }';
  const entities = ({ variables }: Body) =>
    JSON.stringify({
      data: { _entities: (variables['representations'] as { id: string }[]).map(({ id }) => ({ priorities: [id] })) },
    });
  const answers = (count: number, size: number, limit = Infinity) =>
    noting((subgraph, body, length) => {
      if (subgraph === 'london-scp') return many(count, size);
      return length > limit ? tooLarge : entities(body);
    });
  const idsOf = (data: unknown) =>
    (data as { partnerships: { priorities: string[] | null }[] }).partnerships.map(
      ({ priorities }) => priorities && parseInt(priorities[0]!),
    );

  it('go in as many requests as bodies may hold them', async () => {
    const { exchange, to } = answers(2000, 500);
    const { data, errors } = await world.ask({ query, exchange });
    expect(errors).toEqual([]);
    expect(idsOf(data)).toEqual(Array.from({ length: 2000 }, (_, index) => index));
    expect(to('lambeth').length).toBe(5);
    for (const body of to('lambeth')) expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(2 ** 20);
  });

  it('are halved until they are taken, and what is too large alone is all that is missing', async () => {
    const { exchange } = answers(20, 500, 2000);
    const { data, errors } = await world.ask({ query, exchange });
    expect([idsOf(data).length, errors]).toEqual([20, []]);
    const none = answers(3, 5000, 2000);
    const failed = await world.ask({ query, exchange: none.exchange });
    expect(idsOf(failed.data)).toEqual([null, null, null]);
    expect(failed.errors).toHaveLength(3);
  });
});

describe('mutations', () => {
  it('are done in order, each as often as it is named, and never sent again', async () => {
    const sent: [string, boolean][] = [];
    const question = {
      query:
        'mutation { b: note(text: "1") { count network { id } } a: note(text: "1") { count } note(text: "1") { count } }',
    };
    const compiled = world.compile(question);
    const execution = world.execution(question);
    const { send } = execution.options;
    Object.assign(execution.options, {
      send: (...[subgraph, body, limits, answered]: Parameters<typeof send>) => {
        sent.push([(JSON.parse(body) as Body).query, limits.isRepeatable]);
        send(subgraph, body, limits, answered);
      },
    });
    await new Promise<void>((resolve) => compiled.run(execution, resolve));
    expect(await compiled.write(execution)).toBe(
      '{"b":{"count":1,"network":{"id":"n1"}},"a":{"count":2},"note":{"count":3}}',
    );
    expect(sent.map(([, isRepeatable]) => isRepeatable)).toEqual([false]);
    expect(sent[0]![0]).toMatch(/^mutation/);
  });

  it('that fail in time or size are not tried again', async () => {
    for (const failure of [tooLarge, { ...tooLarge, isTooLarge: false, isLate: true }]) {
      const { exchange, sent } = noting(() => failure);
      const { errors } = await world.ask({ query: 'mutation { note(text: "1") { count } }', exchange });
      expect([sent.length, errors.length]).toEqual([1, 1]);
    }
  });
});

describe('variables', () => {
  it('go to subgraphs as the client gave them, and no more of them than are used', async () => {
    const { exchange, to } = noting();
    const query = `query($n: Int, $like: Like, $none: Int = 1) {
      partnerships { ... on LambethPartnership { bodies(first: $n) { name } } }
      noted(like: $like) { name } networks { notes(first: $none) { id } }
    }`;
    const like = { name: 'é"\\', kinds: ['CHAIRS'] };
    const { data, errors } = await world.ask({ query, variables: { n: 1, like, other: 1 }, exchange });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ noted: { name: JSON.stringify(like) }, networks: [{ notes: [{ id: 1 }] }, {}] });
    expect(to('london-scp')[0]!.variables).toEqual({ like });
    expect(to('lambeth')[0]!.variables).toMatchObject({ n: 1 });
  });
});
