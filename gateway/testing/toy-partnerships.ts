import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractOf } from '@hub/registry';
import { ask } from './ask';
import { ToySubgraph } from './toy-subgraphs';

/** Those of a small London. */
export const PARTNERSHIPS = ['havering', 'lambeth', 'newham'];
const typeOf = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Partnership`;

const stub = (name: string) =>
  `type ${typeOf(name)} implements LocalPartnership & HoldsMeetings @key(fields: "id") {
     id: ID! @tag(name: "public") name: String! @tag(name: "public") meetings: [String!] @external }`;

/** The London SCP's own subgraph. */
export const london = () =>
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

/** A partnership's. */
export const partnership = (name: string) =>
  new ToySubgraph({
    name,
    sdl: `interface LocalPartnership { id: ID! bodies: [String!] @listSize(assumedSize: 4) }
      interface HoldsMeetings { id: ID! meetings: [String!] @listSize(assumedSize: 4) }
      type ${typeOf(name)} implements LocalPartnership & HoldsMeetings @key(fields: "id") {
        id: ID! @tag(name: "public") bodies: [String!] @listSize(assumedSize: 4) @tag(name: "public") meetings: [String!] @listSize(assumedSize: 4) @tag(name: "public") }`,
    entity: () => ({ bodies: [`Executive of ${name}`], meetings: ['June'] }),
  });

/** Schemas of Newham that cannot be served. */
export const BAD: [what: string, sdl: (good: string) => string][] = [
  ['has one field renamed', (good) => good.replaceAll('meetings:', 'meeting:')],
  ['does not parse', (good) => good.slice(0, -20)],
  [
    'hides from everybody what all publish',
    (good) => good.replaceAll('bodies: [String!]', 'bodies: [String!] @inaccessible'),
  ],
  ['has a root field', (good) => `${good} type Query { newham: String @tag(name: "public") }`],
];

/** What all are asked. */
export const QUESTION = '{ partnerships { name bodies } }';
/** What is answered where these partnerships have answered. */
export const whole = (names: readonly string[]) => ({
  partnerships: PARTNERSHIPS.map((name) => ({
    name: `The partnership of ${name}`,
    bodies: names.includes(name) ? [`Executive of ${name}`] : null,
  })),
});

/** What is answered, whole. */
export async function answered(url: string, query: string) {
  const { status, text } = await ask(url, query);
  const body = JSON.parse(text) as {
    data?: ReturnType<typeof whole> | null;
    errors?: unknown[];
    extensions?: Record<string, unknown>;
  };
  return { status, body };
}

/** The file of the contract to which they are held. */
export const CONTRACT = join(mkdtempSync(join(tmpdir(), 'contract-')), 'contract.graphql');
writeFileSync(CONTRACT, contractOf(PARTNERSHIPS.map(partnership)));

/** Under which schema each subgraph is served. */
export async function standing({ url }: { url: string }): Promise<Record<string, string>> {
  const { subgraphs } = (await (await fetch(`${url}/health/ready`)).json()) as {
    subgraphs: { name: string; servedUnder: string }[];
  };
  return Object.fromEntries(subgraphs.map(({ name, servedUnder }) => [name, servedUnder]));
}
