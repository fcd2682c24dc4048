import { ToySubgraph } from './toy-subgraphs';

const notice = { __typename: 'Notice', id: 'n1', title: 'A new edition', contact: 'duty@example.org' };
const movement = { __typename: 'Movement', id: 'm1', title: 'To Lambeth', reason: 'placement', notice };

/**
 * A London SCP subgraph with every kind of guard: on a field, on a type, on a field of one implementer of an interface,
 * in a union, on mutations, and on a partnership's entity.
 *
 * @param isLax - with a guarded field that may not be null, which a gateway refuses at its start
 */
export function guardedLondon({ isLax = false } = {}): ToySubgraph {
  return new ToySubgraph({
    name: 'london-scp',
    sdl: `
      type Query @tag(name: "public") {
        notices(about: Topic, limit: Int): [Notice!]!
        notice(id: ID!): Notice
        whoAmI: String @authenticated
        budget: Budget
        ledger: Int @requiresScopes(scopes: [["budget:read", "decisions:read"], ["budget:write"]])
        movements: [Movement!]
        found: [Found!]
        records: [Record]
        partnership: LambethPartnership
        strict: Strict
      }
      type Mutation {
        publishNotice(title: String!): Notice @requiresScopes(scopes: [["procedures:write"]])
        subscribe(email: String!): Boolean @tag(name: "public")
      }
      enum Topic { PROCEDURES PLACEMENTS }
      interface Record { id: ID! title: String contact: String }
      type Notice implements Record @tag(name: "public") {
        id: ID!
        title: String
        contact: String @requiresScopes(scopes: [["networks:read"]])
        movements: [Movement!]
      }
      type Bulletin implements Record @tag(name: "public") { id: ID! title: String contact: String }
      type Budget @requiresScopes(scopes: [["budget:read"]]) { total: Int! secret: Int @requiresScopes(scopes: [["budget:write"]]) }
      type Movement @requiresScopes(scopes: [["movements:read"]]) {
        id: ID!
        title: String
        reason: String
        notice: Notice
      }
      union Found = Notice | Movement
      type Strict @tag(name: "public") { open: String kept: String${isLax ? '!' : ''} @authenticated }
      type LambethPartnership @key(fields: "id") @tag(name: "public") { id: ID! }
    `,
    query: {
      notices: [{ ...notice, movements: [movement] }],
      notice,
      whoAmI: 'somebody',
      budget: { total: 100, secret: 7 },
      ledger: 42,
      movements: [movement],
      found: [notice, movement],
      records: [notice, { __typename: 'Bulletin', id: 'b1', title: 'Weekly', contact: 'press@example.org' }, null],
      partnership: { id: 'lambeth' },
      strict: { open: 'open', kept: 'kept' },
      publishNotice: notice,
      subscribe: true,
    },
  });
}

/** A partnership whose entity has a public and a guarded field. */
export function guardedLambeth(): ToySubgraph {
  return new ToySubgraph({
    name: 'lambeth',
    sdl: `
      type LambethPartnership @key(fields: "id") {
        id: ID!
        priorities: [String!] @tag(name: "public")
        layMembers: [String!] @requiresScopes(scopes: [["governance:read"]])
      }
    `,
    entity: ({ id }) => ({ id, priorities: ['Neglect'], layMembers: ['A person'] }),
  });
}
