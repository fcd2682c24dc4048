import { pino } from 'pino';
import { request } from 'undici';
import { untilEqual } from '../../../test/support/until-equal';
import { toyConfig } from '../../testing/toy-config';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import type { ToySubgraph } from '../../testing/toy-subgraphs';
import { startGateway, type RunningGateway } from '../gateway-server';

let mockIsStock = false;

jest.mock('../execution/compile-operation', () => {
  const actual = jest.requireActual<typeof import('../execution/compile-operation')>('../execution/compile-operation');
  const { Unsupported } = jest.requireActual<typeof import('../execution/unsupported')>('../execution/unsupported');
  const compileOperation = (options: Parameters<typeof actual.compileOperation>[0]) => {
    if (mockIsStock) throw new Unsupported('a test');
    return actual.compileOperation(options);
  };
  return { ...actual, compileOperation };
});

const log = pino({ level: 'silent' });
const NAMES = ['Lambeth', 'Havering', 'Redbridge'];
const failing = {
  sdl: 'broken: String',
  fields: {
    broken: () => {
      throw new Error('password=hunter2');
    },
  },
};
const london = toyLondon(NAMES);
const [lambeth, havering] = [toyBorough('Lambeth', failing), toyBorough('Havering')];
const toys: ToySubgraph[] = [london, lambeth, havering, toyBorough('Redbridge')];
let gateway: RunningGateway;

beforeAll(async () => {
  await Promise.all(toys.map((toy) => toy.start()));
  gateway = await startGateway(toyConfig(toys, { RATE_LIMIT_PER_MINUTE: '1000000' }), log);
});
afterEach(() => {
  for (const toy of toys) toy.reply = undefined;
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
});

interface Answer {
  data?: unknown;
  errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
  extensions?: { coverage?: unknown };
}

async function ask(query: string, required?: string): Promise<Answer & { status: number }> {
  const headers = {
    'content-type': 'application/json',
    ...(required !== undefined && { 'x-require-coverage': required }),
  };
  const { statusCode, body } = await request(`${gateway.url}/graphql`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ query }) },
  });
  return { status: statusCode, ...((await body.json()) as Answer) };
}

const codes = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions['code']);
const refuse = (toy: ToySubgraph) => (toy.reply = { status: 502, body: 'nothing' });

const ALL = '{ partnerships { name priorities } }';
const everybody = { expected: 3, answered: 3, answeredBy: ['havering', 'lambeth', 'redbridge'], missing: [] };
const withoutLambeth = {
  ...{ expected: 3, answered: 2, answeredBy: ['havering', 'redbridge'] },
  missing: [{ id: 'lambeth', code: 'SUBGRAPH_UNAVAILABLE', reason: 'The partnership lambeth did not answer.' }],
};

describe.each([
  ['what our executor answers', false],
  ['what the stock executor answers', true],
])('the coverage of %s', (_, isStock) => {
  let count = 0;
  /** Asks by Apollo Server and then directly, and finds no difference. */
  const twice = async (query: string, required?: string) => {
    const fresh = `${query} # ${isStock} ${++count}`;
    const first = await ask(fresh, required);
    const second = await ask(fresh, required);
    expect(withoutIds(second)).toEqual(withoutIds(first));
    return second;
  };
  const withoutIds = (answer: Answer) =>
    JSON.parse(JSON.stringify(answer).replaceAll(/[0-9a-f-]{36}/g, 'id')) as Answer;

  beforeAll(() => (mockIsStock = isStock));
  afterAll(() => (mockIsStock = false));

  it('names all partnerships that were asked, where all answered', async () => {
    const { errors, extensions } = await twice(ALL);
    expect([errors, extensions]).toEqual([undefined, { coverage: everybody }]);
  });

  it('names those alone that were asked', async () => {
    const { extensions } = await twice(
      '{ partnerships { ... on LambethPartnership { priorities } ... on HaveringPartnership { bodies { name } } } }',
    );
    expect(extensions?.coverage).toEqual({
      ...everybody,
      expected: 2,
      answered: 2,
      answeredBy: ['havering', 'lambeth'],
    });
  });

  it('is not there where one partnership was asked, or none', async () => {
    for (const query of [
      '{ partnership(id: "lambeth") { priorities } }',
      '{ partnerships { name } }',
      '{ __typename }',
    ]) {
      expect(Object.keys(await twice(query))).toEqual(['status', 'data']);
    }
  });

  it('says who is missing, and why', async () => {
    refuse(lambeth);
    const answer = await twice(ALL);
    expect(answer.extensions?.coverage).toEqual(withoutLambeth);
    expect(codes(answer)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  });

  it('counts a partnership that failed in a part as missing, and tells nothing of its inside', async () => {
    const { extensions } = await twice(`{ partnerships { priorities ... on LambethPartnership { broken } } }`);
    const reason = expect.stringMatching(
      /^The partnership lambeth could not complete its part\. Quote request [0-9a-f-]{36}\.$/,
    );
    expect(extensions?.coverage).toEqual({
      ...withoutLambeth,
      missing: [{ id: 'lambeth', code: 'SUBGRAPH_FAILED', reason }],
    });
  });

  // The stock executor notes for the log alone what does not fit.
  if (!isStock) {
    it('counts a partnership whose value does not fit the schema as missing', async () => {
      lambeth.reply = { status: 200, body: '{"data":{"_entities":[{"priorities":7}]}}' };
      const { data, extensions } = await twice(ALL);
      expect(data).toMatchObject({
        partnerships: expect.arrayContaining([expect.objectContaining({ priorities: null })]),
      });
      const reason = 'What was answered for LambethPartnership.priorities does not fit the schema.';
      expect(extensions?.coverage).toEqual({
        ...withoutLambeth,
        missing: [{ id: 'lambeth', code: 'ANSWER_MISFIT', reason }],
      });
    });
  }

  it('is told of what is asked after a mutation', async () => {
    refuse(lambeth);
    const { extensions } = await twice('mutation { publish { priorities } }');
    expect(extensions).toEqual({ coverage: withoutLambeth });
  });

  it('says with an answer reduced over London who is missing from it', async () => {
    refuse(lambeth);
    const { data, extensions } = await twice('{ picture { total } }');
    expect([data, extensions]).toEqual([{ picture: { total: 40 } }, { coverage: withoutLambeth }]);
  });

  it('is whole again as soon as all answer', async () => {
    refuse(havering);
    await ask(ALL);
    havering.reply = undefined;
    await untilEqual(async () => (await ask(ALL)).extensions, { coverage: everybody });
  });

  describe('that is required in full', () => {
    it('changes nothing where nothing is missing', async () => {
      expect(await twice(ALL, 'full')).toEqual(await twice(ALL));
    });

    it('is all or nothing', async () => {
      refuse(lambeth);
      const answer = await twice(ALL, 'full');
      expect(answer).toMatchObject({ status: 200, data: null, extensions: { coverage: withoutLambeth } });
      expect(codes(answer)).toEqual(['COVERAGE_INCOMPLETE', 'SUBGRAPH_UNAVAILABLE']);
    });

    it('is all or nothing also where it is not a partnership that gives nothing', async () => {
      refuse(london);
      const answer = await twice('{ partnership(id: "lambeth") { priorities } }', 'full');
      expect(answer).toMatchObject({ data: null });
      expect(answer).not.toHaveProperty('extensions');
      expect(codes(answer)).toEqual(['COVERAGE_INCOMPLETE', 'SUBGRAPH_UNAVAILABLE']);
    });
  });
});

describe('the header x-require-coverage', () => {
  beforeEach(() => toys.forEach((toy) => (toy.received.length = 0)));

  it.each(['', 'FULL', 'all', 'full, full', '3'])(
    'is refused with another value, before anything is asked: "%s"',
    async (value) => {
      for (const answer of [await ask(ALL, value), await ask(ALL, value)]) {
        expect([answer.status, codes(answer)]).toEqual([400, ['COVERAGE_UNKNOWN']]);
        expect(answer).not.toHaveProperty('data');
      }
      expect(toys.flatMap(({ received }) => received)).toEqual([]);
    },
  );

  it('is refused of a mutation, before it is done', async () => {
    const answer = await ask('mutation { publish { id } }', 'full');
    expect([answer.status, codes(answer)]).toEqual([400, ['COVERAGE_OF_MUTATION']]);
    expect(london.received).toEqual([]);
  });
});
