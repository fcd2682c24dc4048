import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractOf } from '@hub/registry';
import { pino } from 'pino';
import { untilEqual } from '../../../test/support/until-equal';
import { ask } from '../../testing/ask';
import { toyConfig } from '../../testing/toy-config';
import { ToySubgraph } from '../../testing/toy-subgraphs';
import { startGateway, type RunningGateway } from '../gateway-server';

const PARTNERSHIPS = ['havering', 'lambeth', 'newham'];
const typeOf = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Partnership`;

const stub = (name: string) =>
  `type ${typeOf(name)} implements LocalPartnership & HoldsMeetings @key(fields: "id") {
     id: ID! @tag(name: "public") name: String! @tag(name: "public") meetings: [String!] @external }`;

const london = () =>
  new ToySubgraph({
    name: 'london-scp',
    sdl: `type Query { partnerships: [LocalPartnership!]! @tag(name: "public") }
      interface LocalPartnership { id: ID! name: String! }
      interface HoldsMeetings { id: ID! meetings: [String!] }
      ${PARTNERSHIPS.map(stub).join('\n')}`,
    query: {
      partnerships: PARTNERSHIPS.map((id) => ({ __typename: typeOf(id), id, name: `The partnership of ${id}` })),
    },
  });

const partnership = (name: string) =>
  new ToySubgraph({
    name,
    sdl: `interface LocalPartnership { id: ID! bodies: [String!] @listSize(assumedSize: 4) }
      interface HoldsMeetings { id: ID! meetings: [String!] @listSize(assumedSize: 4) }
      type ${typeOf(name)} implements LocalPartnership & HoldsMeetings @key(fields: "id") {
        id: ID! @tag(name: "public") bodies: [String!] @listSize(assumedSize: 4) @tag(name: "public") meetings: [String!] @listSize(assumedSize: 4) @tag(name: "public") }`,
    entity: () => ({ bodies: [`Executive of ${name}`], meetings: ['June'] }),
  });

/** Schemas of Newham that cannot be served. */
const BAD: [what: string, sdl: (good: string) => string][] = [
  ['has one field renamed', (good) => good.replaceAll('meetings:', 'meeting:')],
  ['does not parse', (good) => good.slice(0, -20)],
  [
    'hides from everybody what all publish',
    (good) => good.replaceAll('bodies: [String!]', 'bodies: [String!] @inaccessible'),
  ],
  ['has a root field', (good) => `${good} type Query { newham: String @tag(name: "public") }`],
];

const QUESTION = '{ partnerships { name bodies } }';
const whole = (names: readonly string[]) => ({
  partnerships: PARTNERSHIPS.map((name) => ({
    name: `The partnership of ${name}`,
    bodies: names.includes(name) ? [`Executive of ${name}`] : null,
  })),
});

/** What is answered, whole. */
async function answered(url: string, query: string) {
  const { status, text } = await ask(url, query);
  const body = JSON.parse(text) as {
    data?: ReturnType<typeof whole> | null;
    errors?: unknown[];
    extensions?: Record<string, unknown>;
  };
  return { status, body };
}

const CONTRACT = join(mkdtempSync(join(tmpdir(), 'contract-')), 'contract.graphql');
writeFileSync(CONTRACT, contractOf(PARTNERSHIPS.map(partnership)));

let toys: ToySubgraph[];
let gateway: RunningGateway | undefined;

beforeEach(async () => {
  toys = await Promise.all([london(), ...PARTNERSHIPS.map(partnership)].map((toy) => toy.start()));
});
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
  await Promise.all(toys.map((toy) => toy.kill()));
});

const newham = () => toys.find(({ name }) => name === 'newham')!;

async function start(env: Record<string, string> = {}): Promise<RunningGateway> {
  return (gateway = await startGateway(
    toyConfig(toys, { CONTRACT, START_TIMEOUT_MS: '0', RATE_LIMIT_PER_MINUTE: '1000000', ...env }),
    pino({ level: 'silent' }),
  ));
}

async function standing({ url }: RunningGateway): Promise<Record<string, string>> {
  const { subgraphs } = (await (await fetch(`${url}/health/ready`)).json()) as {
    subgraphs: { name: string; servedUnder: string }[];
  };
  return Object.fromEntries(subgraphs.map(({ name, servedUnder }) => [name, servedUnder]));
}

async function untilServed(running: RunningGateway): Promise<void> {
  await untilEqual(async () => (await standing(running))['newham'], 'PUBLISHED');
}

const lacksNewham = {
  expected: 3,
  answered: 2,
  answeredBy: ['havering', 'lambeth'],
  missing: [{ id: 'newham', code: 'SUBGRAPH_NOT_SERVED', reason: expect.stringContaining('The partnership newham') }],
};

describe.each(BAD)('a partnership whose schema %s', (_, bad) => {
  it('does not keep London from starting, and costs its own fields alone', async () => {
    newham().sdl = bad(newham().sdl);
    const running = await start();
    expect(await standing(running)).toEqual({
      ...{ 'london-scp': 'PUBLISHED', havering: 'PUBLISHED', lambeth: 'PUBLISHED', newham: 'NONE' },
    });
    const { body } = await answered(running.url, QUESTION);
    expect(body.data).toEqual(whole(['havering', 'lambeth']));
    expect(body.errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'SUBGRAPH_NOT_SERVED' }) }),
    ]);
    expect(body.extensions).toEqual({ coverage: lacksNewham });
    expect(newham().received).toEqual([]);
  });

  it('is served under its last good schema, where it had one', async () => {
    const SUPERGRAPH_CACHE = mkdtempSync(join(tmpdir(), 'bad-schemas-'));
    await (await start({ SUPERGRAPH_CACHE })).stop();
    newham().sdl = bad(newham().sdl);
    const running = await start({ SUPERGRAPH_CACHE });
    expect(await standing(running)).toMatchObject({ newham: 'LAST_GOOD', lambeth: 'PUBLISHED' });
    const { body } = await answered(running.url, QUESTION);
    expect(body).toMatchObject({ data: whole(PARTNERSHIPS), extensions: { coverage: { answered: 3, missing: [] } } });
  });
});

it('is missing from what all are asked, also where nobody asked it by its type', async () => {
  newham().sdl = BAD[1]![1](newham().sdl);
  const running = await start();
  const { body } = await answered(
    running.url,
    '{ partnerships { ... on HaveringPartnership { bodies } ... on LambethPartnership { bodies } } }',
  );
  expect(body.errors).toBeUndefined();
  expect(body.extensions).toEqual({ coverage: lacksNewham });
});

it('is served as soon as what it publishes is good, while others go on to be answered', async () => {
  const good = newham().sdl;
  newham().sdl = BAD[0]![1](good);
  const running = await start();
  const ofOthers = JSON.stringify(whole(PARTNERSHIPS).partnerships.slice(0, 2));
  const wrong: unknown[] = [];
  let isOver = false;
  const askedOn = (async () => {
    for (let n = 0; !isOver; n++) {
      // Each a document of its own, which Apollo Server is asked to check; and one that is known.
      for (const question of [QUESTION, `query Q${n} ${QUESTION}`]) {
        const { status, body } = await answered(running.url, question);
        const others = JSON.stringify(body.data?.partnerships.slice(0, 2));
        if (status !== 200 || others !== ofOthers) wrong.push([status, body]);
      }
    }
  })();
  const before = await standing(running);
  newham().sdl = good;
  await untilServed(running);
  isOver = true;
  await askedOn;
  expect(before).toMatchObject({ newham: 'NONE' });
  expect(wrong).toEqual([]);
  const { body } = await answered(running.url, QUESTION);
  expect(body).toMatchObject({ data: whole(PARTNERSHIPS), extensions: { coverage: { answered: 3, missing: [] } } });
  expect(body.errors).toBeUndefined();
});

it('joins where it was not up when the gateway began', async () => {
  await newham().kill();
  const running = await start();
  expect(await standing(running)).toMatchObject({ newham: 'NONE' });
  await newham().start();
  await untilServed(running);
  // It was found to be away, and is asked again as soon as it is found to be back.
  await untilEqual(async () => (await answered(running.url, QUESTION)).body.errors, undefined);
  expect((await answered(running.url, QUESTION)).body.data).toEqual(whole(PARTNERSHIPS));
});

it('serves what London publishes anew, with a partnership that its directory has since, whose subgraph was named before', async () => {
  const [hub] = toys as [ToySubgraph];
  const all = hub.sdl;
  hub.sdl = all.replace(/type NewhamPartnership [^}]*}/, '');
  const running = await start();
  expect(await standing(running)).toMatchObject({ 'london-scp': 'PUBLISHED', newham: 'NONE' });
  hub.sdl = all;
  await untilServed(running);
  expect((await answered(running.url, QUESTION)).body.data).toEqual(whole(PARTNERSHIPS));
});

it('answers for a partnership of the directory of which nobody said where its subgraph is', async () => {
  const newhamToy = newham();
  toys = toys.filter((toy) => toy !== newhamToy);
  const running = await start();
  await newhamToy.kill();
  expect(await standing(running)).toMatchObject({ lambeth: 'PUBLISHED', newham: 'NONE' });
  const { body } = await answered(running.url, QUESTION);
  expect(body.data).toEqual(whole(['havering', 'lambeth']));
  expect(body.extensions).toEqual({ coverage: lacksNewham });
});
