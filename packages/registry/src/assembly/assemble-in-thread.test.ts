import { CompositionFailed } from '../composition-failed';
import { assembleInThread } from './assemble-in-thread';

const candidate = (name: string, published: string | null) => {
  return { name, url: `http://127.0.0.1:4001/${name}`, published, problem: null, lastGood: null };
};

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag"])`;
const london = candidate('london-scp', `${LINK} type Query { name: String @tag(name: "public") }`);

it('makes the supergraph, and leaves the thread of whoever asks free meanwhile', async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 1);
  const { supergraphSdl, subgraphs } = await assembleInThread([london], 'london-scp', null);
  clearInterval(counting);
  expect(supergraphSdl).toContain('@join__graph(name: "london-scp"');
  expect(subgraphs).toEqual([
    { name: 'london-scp', servedUnder: 'PUBLISHED', sdl: london.published, problem: null, issues: [] },
  ]);
  expect(turns).toBeGreaterThan(1);
});

it('says what is wrong where the hub has no schema that composes', async () => {
  const broken = candidate('london-scp', 'type Query {');
  await expect(assembleInThread([broken], 'london-scp', null)).rejects.toThrow(CompositionFailed);
  await expect(assembleInThread([broken], 'london-scp', null)).rejects.toMatchObject({
    issues: [{ code: 'INVALID_GRAPHQL', subgraphs: ['london-scp'] }],
  });
});
