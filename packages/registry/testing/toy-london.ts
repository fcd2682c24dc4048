import { contractOf } from '../src/checks/contract/contract-of';
import { HUB_SUBGRAPH, prefixOf } from '../src/checks/type-names';

export const PARTNERSHIPS = ['havering', 'lambeth', 'redbridge', 'tri-borough'];

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@tag", "@inaccessible", "@requiresScopes", "@listSize"])`;

/** A small London that requires of every partnership that publishes its meetings when it met, and refers to its budgets. */
export const LONDON = `${LINK}
  type Query { partnerships: [LocalPartnership!]! @tag(name: "public") picture: Picture @tag(name: "public") }
  interface LocalPartnership { id: ID! name: String! }
  interface HoldsMeetings { id: ID! meetings: [Meeting!] }
  interface YearReference { id: ID! }
  interface PartnershipBudgetYear { id: ID! pence: Int }
  type Meeting @shareable { heldOn: String @tag(name: "public") quorate: Boolean @tag(name: "public") }
  type Picture @key(fields: "id") { id: ID! @tag(name: "public") respondents: [LocalPartnership!]! @tag(name: "public")
    count: Int @requires(fields: "respondents { ... on HoldsMeetings { meetings { heldOn } } }") @tag(name: "public")
    years: [YearReference!]! @tag(name: "public") }
  ${PARTNERSHIPS.map(
    (name) => `type ${prefixOf(name)}Partnership implements LocalPartnership & HoldsMeetings @key(fields: "id") {
      id: ID! @tag(name: "public") name: String! @tag(name: "public") meetings: [Meeting!] @external }
    type ${prefixOf(name)}BudgetYear implements YearReference & PartnershipBudgetYear @key(fields: "id", resolvable: false) {
      id: ID! @tag(name: "public") pence: Int @external }`,
  ).join('\n')}`;

/** What a partnership of it publishes: the contract, and a type of its own. */
export const partnership = (name: string) => `${LINK}
"""Every partnership."""
interface LocalPartnership {
  id: ID!
  bodies(kind: BodyKind): [Body!] @listSize(assumedSize: 8)
}
"""Those that publish when they met."""
interface HoldsMeetings {
  id: ID!
  meetings: [Meeting!] @listSize(assumedSize: 4)
}
"""Those that publish their budget."""
interface KeepsBudget {
  id: ID!
  budgetYears: [PartnershipBudgetYear!] @listSize(assumedSize: 3)
}
interface PartnershipBudgetYear {
  id: ID!
  pence: Int
}
type Meeting @shareable {
  heldOn: String @tag(name: "public")
  quorate: Boolean @tag(name: "public")
}
type Body @shareable {
  id: ID! @tag(name: "public")
  kind: BodyKind @tag(name: "public")
  members: [String!] @listSize(assumedSize: 12) @requiresScopes(scopes: [["governance:read"]])
}
enum BodyKind {
  EXECUTIVE
  SUBGROUP
}
scalar Day
type ${prefixOf(name)}Partnership implements LocalPartnership & HoldsMeetings & KeepsBudget @key(fields: "id") {
  id: ID! @tag(name: "public")
  bodies(kind: BodyKind): [Body!] @listSize(assumedSize: 8) @requiresScopes(scopes: [["governance:read"]])
  meetings: [Meeting!] @listSize(assumedSize: 4) @tag(name: "public")
  budgetYears: [PartnershipBudgetYear!] @listSize(assumedSize: 3) @requiresScopes(scopes: [["budget:read"]])
  """What only it does."""
  hubs: [${prefixOf(name)}Hub!] @listSize(assumedSize: 3) @tag(name: "public")
}
type ${prefixOf(name)}BudgetYear implements PartnershipBudgetYear @key(fields: "id") {
  id: ID! @tag(name: "public")
  pence: Int @requiresScopes(scopes: [["budget:read"]])
}
"""A hub of its own."""
type ${prefixOf(name)}Hub {
  """Its topic."""
  topic: String @tag(name: "public")
  """Since when."""
  since: Day @tag(name: "public")
}
`;

/** The schema of each of the toy London's subgraphs. */
export const toySchema = (name: string) => (name === HUB_SUBGRAPH ? LONDON : partnership(name));

/** The contract of the toy London's partnerships. */
export const TOY_CONTRACT = contractOf(PARTNERSHIPS.map((name) => ({ name, sdl: partnership(name) })));
