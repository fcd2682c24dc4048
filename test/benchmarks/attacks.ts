import { randomBytes } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { flood, mostTaken, repeated } from './floods';
import { hold } from './held-connections';
import { feedRequest, openFeedsOfOthers } from './feeds';
import { BODIES, NEIGHBOURS, REFUSED, SCHEMA, TIMELINESS } from './repeated-selections';
import type { Scene } from './scene';
import { WORKLOADS } from './workloads';

/** One way to keep a hub from answering others. */
export interface Attack {
  name: string;
  /** What it goes for. */
  kind: 'introspection' | 'record' | 'dear questions' | 'connections';
  /** Attacks until the end of the scene. */
  run(scene: Scene): Promise<void>;
}

/** Nothing that a database could press together. */
const LONG = `n${randomBytes(450_000).toString('hex')}`;

/** Nobody, with the same question again and again. */
const anonymously = (kind: Attack['kind'], name: string, count: number, field: string): Attack => ({
  ...{ kind, name: `${name} × ${count}` },
  run: (scene) => {
    const sent = { origin: scene.hub.url, body: repeated(count, field) };
    return flood(scene, () => sent);
  },
});

/** Nobody, with as much of something as is taken, and other names each time. */
const asMuchAsIsTaken = (
  kind: Attack['kind'],
  name: string,
  most: number,
  field: string,
  patience?: number,
): Attack => ({
  ...{ kind, name: `${name} as often as is taken` },
  async run(scene) {
    const origin = scene.hub.url;
    const count = await mostTaken(scene, most, (count) => ({ origin, body: repeated(count, field) }));
    scene.count(`taken ${count} times`);
    await flood(scene, (_, number) => ({ origin, body: repeated(Math.max(count, 1), field, number) }), patience);
  },
});

const timeliness = (isHalved: boolean): Attack => ({
  kind: 'dear questions',
  name: isHalved ? 'timeliness as often as is taken' : 'timeliness × 480',
  async run(scene) {
    const origin = scene.hub.url;
    const tokens = await Promise.all(scene.addresses.map((_, person) => scene.token('analyst', person)));
    const sentFor = async (count: number) => {
      return { origin, body: repeated(count, TIMELINESS), headers: await scene.token('analyst', 1000 + count) };
    };
    const count = isHalved ? await mostTaken(scene, 480, sentFor) : 480;
    scene.count(`taken ${count} times`);
    await flood(scene, (caller, number) => {
      const mark = isHalved ? number : '';
      return { origin, body: repeated(Math.max(count, 1), TIMELINESS, mark), headers: tokens[caller]! };
    });
  },
});

const slow = (connections: number): Attack => ({
  kind: 'connections',
  name: `${connections} slow bodies`,
  run: (scene) => {
    const head =
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{';
    return hold(scene, connections, () => head, ' ');
  },
});

/** Each of them is run by five callers for a minute. */
export const ATTACKS: readonly Attack[] = [
  anonymously('introspection', 'introspection', 100, SCHEMA),
  anonymously('introspection', 'introspection', 2000, SCHEMA),
  asMuchAsIsTaken('introspection', 'introspection', 2000, SCHEMA),
  {
    ...{ kind: 'introspection', name: 'the whole schema' },
    run: (scene) => {
      const body = JSON.stringify({ query: getIntrospectionQuery({ inputValueDeprecation: true }) });
      return flood(scene, () => ({ origin: scene.hub.url, body }));
    },
  },
  {
    ...{ kind: 'introspection', name: 'introspection through fragments' },
    async run(scene) {
      const origin = scene.hub.url;
      const sentFor = (spreads: number) => ({ origin, body: introspectionInFragments(spreads) });
      const count = await mostTaken(scene, 12, sentFor);
      scene.count(`taken ${2 ** count} times`);
      await flood(scene, () => sentFor(Math.max(count, 1)));
    },
  },
  {
    ...{ kind: 'record', name: 'names of 900 kB' },
    run: (scene) => {
      const body = JSON.stringify({ query: `query ${LONG} { ${REFUSED} }` });
      return flood(scene, () => ({ origin: scene.hub.url, body }));
    },
  },
  {
    ...{ kind: 'record', name: 'refusals without a token' },
    run: (scene) => flood(scene, (_, number) => ({ origin: scene.hub.url, body: repeated(1, REFUSED, number) })),
  },
  {
    ...{ kind: 'record', name: "refusals at a subgraph's port" },
    run: (scene) => {
      const origin = new URL(scene.hub.subgraphs.get('london-scp')!.url).origin;
      const bodies = [repeated(1, REFUSED), JSON.stringify({ query: `query ${LONG} { ${REFUSED} }` })];
      return flood(scene, (_, number) => ({ origin, body: bodies[number % 2]! }));
    },
  },
  anonymously('dear questions', 'neighbours', 150, NEIGHBOURS),
  asMuchAsIsTaken('dear questions', 'neighbours', 150, NEIGHBOURS),
  // Who goes away and asks again does not wait for what they left behind.
  asMuchAsIsTaken('dear questions', 'impatiently, neighbours', 150, NEIGHBOURS, 200),
  asMuchAsIsTaken('dear questions', 'bodies and clauses', 150, BODIES),
  timeliness(false),
  timeliness(true),
  {
    ...{ kind: 'dear questions', name: "neighbours at a subgraph's port" },
    run: (scene) => {
      const origin = new URL(scene.hub.subgraphs.get('london-scp')!.url).origin;
      return flood(scene, (_, number) => ({ origin, body: repeated(150, NEIGHBOURS, number) }));
    },
  },
  {
    ...{ kind: 'dear questions', name: 'a new document each time' },
    async run(scene) {
      const tokens = await Promise.all(scene.addresses.map((_, person) => scene.token('analyst', person)));
      const { query } = WORKLOADS[0]!;
      await flood(scene, (caller, number) => {
        const body = JSON.stringify({ query: query.replace(/\{/, `{ a${number}: __typename `) });
        return { origin: scene.hub.url, body, headers: tokens[caller]! };
      });
    },
  },
  slow(300),
  slow(2000),
  {
    ...{ kind: 'connections', name: '2000 connections that say nothing' },
    run: (scene) => hold(scene, 2000, () => '', ''),
  },
  {
    ...{ kind: 'connections', name: 'feeds of 100 persons' },
    async run(scene) {
      const place = { partnership: 'lambeth', organisation: 'E09000022' };
      const people = scene.addresses.flatMap((_, caller) => Array.from({ length: 20 }, (_, one) => caller * 20 + one));
      const heads = await Promise.all(
        people.map(async (person) => feedRequest(await scene.token('duty-team', person, place))),
      );
      await Promise.all([hold(scene, 600, (number) => heads[number % heads.length]!, ''), openFeedsOfOthers(scene)]);
    },
  },
];

/** Fragments that spread each other twice: a few hundred bytes that stand for 2^n introspections. */
function introspectionInFragments(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, level) => {
    const inner = level + 1 < levels ? `...F${level + 1}` : 'name';
    return `fragment F${level} on __Type { a${level}: ofType { ${inner} } b${level}: ofType { ${inner} } }`;
  });
  return JSON.stringify({
    query: `{ __schema { types { fields { type { ...F0 } args { type { ...F0 } } } } } } ${fragments.join(' ')}`,
  });
}
