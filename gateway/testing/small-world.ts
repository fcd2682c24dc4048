import { buildSchema } from 'graphql';

/** Every kind of guard, in a schema with cycles. */
export const SDL = `
  directive @authenticated on OBJECT | FIELD_DEFINITION
  directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | FIELD_DEFINITION
  type Query { open: Open! opens: [[Open]] any: Any hidden: Hidden either: [Either!] child: Child me: String @authenticated }
  interface Any { id: ID! text(of: Int): String open: Open any: Any }
  type Open implements Any {
    id: ID! text(of: Int): String open: Open any: Any child: Child
    kept: String @requiresScopes(scopes: [["budget:read"]])
  }
  type Mixed implements Any {
    id: ID! text(of: Int): String @requiresScopes(scopes: [["budget:read"]]) open: Open any: Any @authenticated
  }
  type Hidden @requiresScopes(scopes: [["budget:read"]]) { id: ID! open: Open }
  union Either = Open | Hidden
  type Child { id: ID! @requiresScopes(scopes: [["movements:read"]]) name: String }
`;

/** {@link SDL}, built. */
export const SMALL_SCHEMA = buildSchema(SDL);

const GUARDED = ['Query.hidden', 'Query.either', 'Any.text', 'Mixed.text', 'Open.kept', 'Hidden.id', 'Hidden.open'];

/** Three callers, and what each may not select: written by hand, and not read from the directives. */
export const CALLERS = {
  nobody: { caller: null, forbidden: ['Query.me', 'Any.any', 'Mixed.any', 'Child.id', ...GUARDED] },
  somebody: { caller: { scopes: new Set<string>() }, forbidden: ['Child.id', ...GUARDED] },
  reader: { caller: { scopes: new Set(['budget:read']) }, forbidden: ['Child.id'] },
};

/** An object of the small world. */
export type Toy = { [field: string]: unknown };
const open: Toy = { __typename: 'Open', id: 'o', text: 'open text', kept: 'kept' };
const mixed: Toy = { __typename: 'Mixed', id: 'm', text: 'mixed text', open };
const hidden: Toy = { __typename: 'Hidden', id: 'h', open };
/** The one with a field that may not be null. */
export const child: Toy = { __typename: 'Child', id: 'c', name: 'name' };
Object.assign(open, { open, any: mixed, child });
Object.assign(mixed, { any: open });
const opens = [[open, null], null];

/** Where every operation starts. The world has cycles, so that any depth has an answer. */
export const ROOT: Toy = {
  __typename: 'Query',
  open,
  opens,
  any: mixed,
  hidden,
  either: [open, hidden],
  child,
  me: 'me',
};

/** Of each type, its fields and the composite types they return. */
export const FIELDS: Record<string, [string, string | null][]> = {
  Query: [
    ['open', 'Open'],
    ['opens', 'Open'],
    ['any', 'Any'],
    ['hidden', 'Hidden'],
    ['either', 'Either'],
    ['child', 'Child'],
    ['me', null],
  ],
  Any: [
    ['id', null],
    ['text', null],
    ['open', 'Open'],
    ['any', 'Any'],
  ],
  Open: [
    ['id', null],
    ['text', null],
    ['open', 'Open'],
    ['any', 'Any'],
    ['kept', null],
    ['child', 'Child'],
  ],
  Mixed: [
    ['id', null],
    ['text', null],
    ['open', 'Open'],
    ['any', 'Any'],
  ],
  Hidden: [
    ['id', null],
    ['open', 'Open'],
  ],
  Either: [],
  Child: [
    ['id', null],
    ['name', null],
  ],
};
