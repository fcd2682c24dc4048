import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { untilEqual } from '../../../test/support/until-equal';
import { toyConfig } from '../../testing/toy-config';
import {
  answered,
  BAD,
  CONTRACT,
  london,
  partnership,
  PARTNERSHIPS,
  QUESTION,
  standing,
  whole,
} from '../../testing/toy-partnerships';
import type { ToySubgraph } from '../../testing/toy-subgraphs';
import { startGateway, type RunningGateway } from '../gateway-server';

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
