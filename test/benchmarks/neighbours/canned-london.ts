const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag"])\n`;

/** A subgraph that always answers alike. */
export interface Canned {
  name: string;
  /** Its federation schema. */
  sdl: string;
  /** What it answers to an operation. */
  answer(query: string): object;
}

/** The partnership that fails, in a London of so many. */
export const FAILING = 'p01';

/** The London SCP's subgraph, and those of partnerships: a subgraph each, with two lists that the hub asks it for. */
export function cannedLondon(partnerships: number): Canned[] {
  const ids = Array.from({ length: partnerships }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);
  return [londonScp(ids), ...ids.map(partnership)];
}

const typeOf = (id: string) => `${id.toUpperCase()}Partnership`;

function londonScp(ids: readonly string[]): Canned {
  const stubs = ids.map((id) => {
    return `type ${typeOf(id)} implements LocalPartnership @key(fields: "id") @tag(name: "public") { id: ID! name: String! }`;
  });
  const all = ids.map((id) => ({ __typename: typeOf(id), id, name: `Partnership ${id}` }));
  return {
    name: 'london-scp',
    sdl: `${LINK}
      type Query @tag(name: "public") { partnerships: [LocalPartnership!]! neighbours: [LocalPartnership!]! }
      interface LocalPartnership { id: ID! name: String! }
      ${stubs.join('\n')}`,
    answer: (query) =>
      query.includes('neighbours')
        ? { data: { neighbours: all.filter(({ id }) => id !== FAILING) } }
        : { data: { partnerships: all } },
  };
}

function partnership(id: string): Canned {
  const bodies = ['Executive', 'Practice Review Group', 'Learning and Improvement'];
  const entity = {
    priorities: [`Neglect in ${id}`, `Exploitation in ${id}`, `Domestic abuse in ${id}`],
    bodies: bodies.map((name, index) => ({ name: `${name} of ${id}`, quorum: 3 + index })),
  };
  return {
    name: id,
    sdl: `${LINK}
      interface LocalPartnership { id: ID! priorities: [String!] bodies: [Body!] }
      type ${typeOf(id)} implements LocalPartnership @key(fields: "id") @tag(name: "public") {
        id: ID! priorities: [String!] bodies: [Body!]
      }
      type Body @shareable @tag(name: "public") { name: String! quorum: Int }`,
    answer: () => ({ data: { _entities: [entity] } }),
  };
}
