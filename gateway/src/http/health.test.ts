import fastify from 'fastify';
import { addHealth } from './health';
import type { SubgraphClient } from '../subgraphs/subgraph-client';

it('asks subgraphs once for many who ask it, one after the other too', async () => {
  const isReady = jest.fn(async () => true);
  const app = fastify();
  addHealth(app, new Map([['london-scp', { name: 'london-scp', isReady } as unknown as SubgraphClient]]), 'sdl');
  const answers = [
    await app.inject('/health/ready'),
    await app.inject('/health/ready'),
    await app.inject('/health/ready'),
  ];
  await app.close();
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  expect(isReady).toHaveBeenCalledTimes(1);
});
