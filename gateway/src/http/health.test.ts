import type { ServedUnder } from '@hub/registry';
import fastify from 'fastify';
import type { SubgraphClient } from '../subgraphs/subgraph-client';
import type { SupergraphInUse } from '../supergraph/supergraph-in-use';
import { addHealth } from './health';

/** What is answered of a hub: which of its subgraphs are up, and under which schemas they are served. */
async function asked(all: Record<string, { isUp?: boolean; servedUnder?: ServedUnder }>, times = 1) {
  const isReady = jest.fn(async function (this: { name: string }) {
    return all[this.name]!.isUp ?? true;
  });
  const clients = new Map(Object.keys(all).map((name) => [name, { name, isReady } as unknown as SubgraphClient]));
  const subgraphs = Object.entries(all).map(([name, { servedUnder = 'PUBLISHED' }]) => ({ name, servedUnder }));
  const app = fastify();
  addHealth(app, clients, { current: { hash: 'a1', subgraphs } } as unknown as SupergraphInUse);
  const answers = [];
  while (answers.length < times) answers.push(await app.inject('/health/ready'));
  await app.close();
  return { isReady, answers: answers.map((answer) => ({ code: answer.statusCode, ...(answer.json() as object) })) };
}

it('asks subgraphs once for many who ask it, one after the other too', async () => {
  const { isReady, answers } = await asked({ 'london-scp': {} }, 3);
  expect(answers.map(({ code }) => code)).toEqual([200, 200, 200]);
  expect(isReady).toHaveBeenCalledTimes(1);
});

it.each([
  ['ready', 200, {}, {}],
  ['degraded', 200, {}, { isUp: false }],
  ['degraded', 200, {}, { servedUnder: 'LAST_GOOD' }],
  ['degraded', 200, {}, { servedUnder: 'NONE' }],
  ['unavailable', 503, { isUp: false }, {}],
] as const)('is %s (%i) with a London SCP %j and a partnership %j', async (status, code, london, lambeth) => {
  const { answers } = await asked({ 'london-scp': london, lambeth });
  expect(answers).toEqual([expect.objectContaining({ status, code })]);
  expect(answers[0]).toHaveProperty('subgraphs.1', {
    ...{ name: 'lambeth', ready: true, servedUnder: 'PUBLISHED' },
    ...('servedUnder' in lambeth && { servedUnder: lambeth.servedUnder }),
    ...('isUp' in lambeth && { ready: lambeth.isUp }),
  });
});
