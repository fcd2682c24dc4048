import type { PublishedSupergraph } from '@hub/registry';
import { pino } from 'pino';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import { ReadyAhead } from './ready-ahead';

const published = (sdl: string, number = 2): PublishedSupergraph => ({
  ...{ number, sdl, restores: null },
  subgraphs: [
    { name: 'lambeth', publication: number, servedUnder: 'PUBLISHED', problem: null, url: null, sdl: 'type A' },
  ],
});

let prepared: string[];
let closed: string[];
const prepare = async ({ sdl }: PublishedSupergraph) => {
  if (sdl === 'bad') throw new Error('It does not load.');
  prepared.push(sdl);
  return { sdl, close: async () => void closed.push(sdl) } as unknown as ServedSupergraph;
};
const ahead = () => new ReadyAhead(prepare, pino({ level: 'silent' }));
beforeEach(() => ([prepared, closed] = [[], []]));

it('what was made ready is taken as it is, once it is published', async () => {
  const one = ahead();
  await one.begin(published('coming'));
  const served = await one.take(published('coming', 3));
  expect(prepared).toEqual(['coming']);
  expect(served.subgraphs).toMatchObject([{ name: 'lambeth', servedUnder: 'PUBLISHED' }]);
  await one.close();
  expect(closed).toEqual([]);
});

it('where another came first, that is made ready, and the one that nobody takes ends', async () => {
  const one = ahead();
  await one.begin(published('mine'));
  await one.take(published('theirs'));
  await one.begin(published('mine again'));
  expect({ prepared, closed }).toEqual({ prepared: ['mine', 'theirs', 'mine again'], closed: ['mine'] });
});

it('one that does not load is found to be so where it is taken', async () => {
  const one = ahead();
  await one.begin(published('bad'));
  await expect(one.take(published('bad'))).rejects.toThrow('It does not load.');
});
