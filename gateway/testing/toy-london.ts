import { ToySubgraph } from './toy-subgraphs';

const NAMES = ['Lambeth', 'Havering'];

const stub = (name: string) => `
  type ${name}Partnership implements LocalPartnership @key(fields: "id") @tag(name: "public") { id: ID! name: String! }
  type ${name}DatasetReturn implements DatasetReturn @key(fields: "id") @tag(name: "public") {
    id: ID! exactMeasures: [ExactMeasure!] @external
  }`;

const partnership = (name: string) => ({
  __typename: `${name}Partnership`,
  id: name.toLowerCase(),
  name: `${name} Safeguarding Children Partnership`,
});

/**
 * A London SCP subgraph that reaches every partnership on three paths, and reduces a dataset over
 * them as the real one does.
 */
export function toyLondon(names: readonly string[] = NAMES): ToySubgraph {
  const partnerships = names.map(partnership);
  return new ToySubgraph({
    name: 'london-scp',
    sdl: `
      type Query @tag(name: "public") {
        partnerships: [LocalPartnership!]!
        partnership(id: ID!): LocalPartnership
        networks: [Network!]!
        picture: LondonPicture!
        broken: String
        refused: String
      }
      type Mutation @tag(name: "public") { publish: [LocalPartnership!] }
      type Network @tag(name: "public") { name: String! chair: LocalPartnership members: [LocalPartnership!]! }
      interface LocalPartnership { id: ID! name: String! }
      interface DatasetReturn { id: ID! exactMeasures: [ExactMeasure!] @inaccessible }
      type ExactMeasure @shareable @inaccessible { value: Int! }
      type LondonPicture @key(fields: "id") @tag(name: "public") {
        id: ID!
        returns: [DatasetReturn!]!
        total: Int @requires(fields: "returns { exactMeasures { value } }")
      }
      ${names.map(stub).join('')}
    `,
    query: {
      partnerships,
      publish: partnerships,
      partnership: ({ id }: { id: string }) => partnerships.find((one) => one.id === id),
      networks: [{ name: 'Chairs', chair: partnerships[0], members: partnerships }],
      picture: {
        id: 'now',
        returns: names.map((name) => ({
          __typename: `${name}DatasetReturn`,
          id: `${name.toLowerCase()}:now`,
        })),
      },
      broken: () => {
        throw new Error('connect ECONNREFUSED postgres.internal:5432 password=hunter2');
      },
      refused: () => {
        throw Object.assign(new Error('You may not see this.'), {
          extensions: { code: 'FORBIDDEN', secret: 'inside' },
        });
      },
    },
    entity: ({ id, returns }) => {
      // A partnership that is down stands in the list as null.
      const measures = (returns as ({ exactMeasures: { value: number }[] } | null)[]).flatMap(
        (one) => one?.exactMeasures ?? [],
      );
      return { id, returns, total: measures.reduce((sum, { value }) => sum + value, 0) };
    },
  });
}

/** A partnership's subgraph: two bodies, and measures that sum to `10 × bodies`. */
export function toyBorough(Name: string, extra: { sdl?: string; fields?: object } = {}) {
  const name = Name.toLowerCase();
  const bodies = ['Executive', 'Practice Review Group'].map((body) => ({
    name: `${Name} ${body}`,
    quorum: body === 'Executive' ? 5 : null,
  }));
  return new ToySubgraph({
    name,
    sdl: `
      interface LocalPartnership { id: ID! priorities: [String!] bodies(first: Int): [Body!] }
      type ${Name}Partnership implements LocalPartnership @key(fields: "id") @tag(name: "public") {
        id: ID!
        priorities: [String!]
        bodies(first: Int): [Body!]
        ${extra.sdl ?? ''}
      }
      type Body @shareable @tag(name: "public") { name: String! quorum: Int }
      interface DatasetReturn { id: ID! exactMeasures: [ExactMeasure!] @inaccessible }
      type ExactMeasure @shareable @inaccessible { value: Int! }
      type ${Name}DatasetReturn implements DatasetReturn @key(fields: "id") @tag(name: "public") {
        id: ID!
        exactMeasures: [ExactMeasure!] @inaccessible
      }
    `,
    entity: ({ __typename, id }) =>
      String(__typename).endsWith('DatasetReturn')
        ? { id, exactMeasures: [{ value: 10 }, { value: 10 }] }
        : {
            id,
            priorities: [`${Name} neglect`, `${Name} exploitation`],
            bodies: ({ first }: { first?: number }) => bodies.slice(0, first),
            ...extra.fields,
          },
  });
}
