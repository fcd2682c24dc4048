import { ToySubgraph } from './toy-subgraphs';

type Fields = Record<string, unknown>;

/** The values of one type, in `constructor`, `toString` and `name` named as values of others may not be. */
const NOTE = `
  type Note { id: Int! name: String about: Json constructor: String toString: Float isOpen: Boolean! kinds: [Kind!] }
  enum Kind { CHAIRS LEADS CLOSED @inaccessible }
  scalar Json`;

const STUBS = (names: readonly string[]) =>
  names.map((name) => `type ${name}Partnership implements LocalPartnership @key(fields: "id") { id: ID! }`).join('\n');

const NAMES = ['Lambeth', 'Havering'];

const LONDON = `
  type Query @tag(name: "public") {
    partnerships: [LocalPartnership!]!
    partnership(id: ID!): LocalPartnership
    networks(kind: Kind): [Network!]
    things: [Thing]
    matrix: [[LocalPartnership]!]
    picture: Picture!
    noted(like: Like): Note
  }
  type Mutation { note(text: String!): Noted }
  type Noted { count: Int! network: Network }
  input Like { name: String kinds: [Kind!] }
  interface LocalPartnership { id: ID! name: String! networks: [Network!] }
  union Thing = Network | Note | LambethPartnership | HaveringPartnership
  type Network @key(fields: "id") {
    id: ID! name: String! kind: Kind chair: LocalPartnership members: [LocalPartnership!]! notes(first: Int = 2): [Note!]!
  }
  type Picture @key(fields: "id") {
    id: ID! returns: [Return!]! total: Int @requires(fields: "returns { measures { value } }")
  }
  interface Return { id: ID! measures: [Measure!] @inaccessible }
  ${NAMES.map(
    (name) => `
  type ${name}Partnership implements LocalPartnership @key(fields: "id") {
    id: ID! name: String! networks: [Network!]
    bodies(first: Int): [Body!] @external
    first: String @requires(fields: "bodies(first: 1) { name }")
  }
  type ${name}Return implements Return @key(fields: "id") { id: ID! measures: [Measure!] @external }`,
  ).join('')}
  type Body @shareable { name: String! }
  type Measure @shareable { value: Int! }
  ${NOTE}`;

const borough = (name: string, other: string) => `
  interface LocalPartnership { id: ID! }
  type ${name}Partnership implements LocalPartnership @key(fields: "id") {
    id: ID!
    priorities: [String!]
    bodies(first: Int): [Body!]
    lead: Body!
    host: Network
    neighbours: [LocalPartnership!]
    spend: Float
  }
  ${STUBS([other])}
  type Network @key(fields: "id") { id: ID! }
  type Body @shareable { name: String! quorum: Int chairs: Network isActive: Boolean }
  interface Return { id: ID! measures: [Measure!] @inaccessible }
  type ${name}Return implements Return @key(fields: "id") { id: ID! measures: [Measure!] }
  type Measure @shareable { value: Int! }`;

/** What everything in a small London is: the values that subgraphs share among them, and that an oracle may look at whole. */
export class SmallLondon {
  /** Coordinates whose field throws. */
  readonly throwing = new Set<string>();
  /** Ids of entities that their subgraphs do not find. */
  readonly lost = new Set<string>();
  /** How many notes were made. */
  noted: string[] = [];
  readonly #objects = new Map<string, Fields>();
  readonly toys: readonly ToySubgraph[];
  /** Where a question to the whole begins. */
  readonly root: Fields;

  constructor() {
    const note = (id: number, name: string | null): Fields => ({
      ...{ __typename: 'Note', id, name, about: { deep: [1, { constructor: null }] }, constructor: `c${id}` },
      ...{ toString: id / 2, isOpen: id % 2 === 0, kinds: ['CHAIRS', 'LEADS'] },
    });
    const notes = [note(1, 'One "quoted" \\ é 😀'), note(2, null), note(3, 'three')];
    const [lambeth, havering] = NAMES.map((name) => this.#partnership(name)) as [Fields, Fields];
    const network = (id: string, chair: Fields | null): Fields =>
      this.#object({
        ...{ __typename: 'Network', id, name: `Network ${id}`, kind: id === 'n1' ? 'CHAIRS' : null, chair },
        members: [havering, lambeth],
        notes: ({ first }: { first: number }) => notes.slice(0, first),
      });
    const networks = [network('n1', lambeth), network('n2', null)];
    for (const [one, other] of [
      [lambeth, havering],
      [havering, lambeth],
    ] as const) {
      this.#add(one, { networks, host: networks[0], neighbours: [other] });
      const bodies = ['Executive', 'Review "Group"'].map((name, index) => ({
        ...{ __typename: 'Body', name: `${String(one['id'])} ${name}`, quorum: index === 0 ? 5 : null },
        ...{ chairs: networks[index], isActive: index === 0 },
      }));
      this.#add(one, { lead: bodies[0], bodies: ({ first }: { first?: number }) => bodies.slice(0, first) });
      this.#add(one, { first: `${String(one['id'])} Executive` });
    }
    const returns = NAMES.map((name) =>
      this.#object({ __typename: `${name}Return`, id: `${name}:now`, measures: [{ value: 7 }, { value: 8 }] }),
    );
    const picture = this.#object({ __typename: 'Picture', id: 'p', returns, total: 30 });
    this.root = {
      partnerships: [lambeth, havering],
      partnership: ({ id }: { id: string }) => this.#objects.get(id) ?? null,
      networks: ({ kind }: { kind?: string }) => (kind === 'LEADS' ? [] : kind ? networks.slice(0, 1) : networks),
      things: [networks[1], notes[0], lambeth, null, havering],
      matrix: [[lambeth, null], [], [havering, lambeth]],
      picture,
      noted: ({ like }: { like?: Fields }) => ({ ...notes[0], name: JSON.stringify(like ?? null) }),
      note: ({ text }: { text: string }) => {
        if (text === 'bad') throw new Error('bad');
        return { count: this.noted.push(text), network: networks[0] };
      },
    };
    const entity = (representation: Fields) => this.#entity(representation);
    const toy = (name: string, sdl: string, query?: Fields) =>
      new ToySubgraph({ name, sdl, entity, ...(query && { query }) });
    this.toys = [
      toy('london-scp', LONDON, this.root),
      toy('lambeth', borough('Lambeth', 'Havering')),
      toy('havering', borough('Havering', 'Lambeth')),
    ];
  }

  #partnership(name: string): Fields {
    return this.#object({
      ...{ __typename: `${name}Partnership`, id: name, name, priorities: [`${name} neglect`, 'é'], spend: 12.5 },
    });
  }

  /** Keeps an object, with fields that throw when they shall. */
  #object(fields: Fields): Fields {
    const object: Fields = {};
    this.#add(object, fields);
    this.#objects.set(String(fields['id']), object);
    return object;
  }

  #add(object: Fields, fields: Fields): void {
    const type = String(fields['__typename'] ?? object['__typename']);
    for (const [key, value] of Object.entries(fields)) {
      if (key === '__typename' || key === 'id') object[key] = value;
      else {
        object[key] = (args: unknown) => {
          if (this.throwing.has(`${type}.${key}`)) throw new Error(`${key} of ${String(object['id'])}`);
          return typeof value === 'function' ? (value as (args: unknown) => unknown)(args) : value;
        };
      }
    }
  }

  #entity({ __typename, id, returns, bodies }: Fields): Fields | null {
    const found = this.#objects.get(String(id));
    if (!found || this.lost.has(String(id))) return null;
    // What is required must have come, or there is nothing to say.
    const values = returns as { measures?: { value: number }[] | null }[] | undefined;
    const total = values?.flatMap((one) => one?.measures ?? []).reduce((sum, { value }) => sum + value, 0) ?? null;
    const first = (bodies as { name: string }[] | null | undefined)?.[0]?.name ?? null;
    if (__typename === 'Picture') return { ...found, total };
    return String(__typename).endsWith('Partnership') ? { ...found, first } : found;
  }
}
