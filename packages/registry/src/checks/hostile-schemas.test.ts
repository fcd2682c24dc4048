import { LONDON, PARTNERSHIPS, partnership, TOY_CONTRACT, toySchema } from '../../testing/toy-london';
import { assembleSupergraph } from '../assembly/assemble-supergraph';
import { REGISTRY_ERRORS, type RegistryErrorCode } from '../errors';
import { checkPublication } from './check-publication';
import { HUB_SUBGRAPH } from './type-names';

const PUBLIC = '@tag(name: "public")';
const good = partnership('redbridge');

/** Puts one text in the place of another, which must be there. */
function put(what: string | RegExp, by: string): string {
  const made = good.replace(what, by);
  if (made === good) throw new Error(`The schema has no ${what}.`);
  return made;
}
const everywhere = (what: string, by: string) => put(new RegExp(what.replace(/[()[\]!{}"]/g, '\\$&'), 'g'), by);
const add = (text: string) => `${good}\n${text}\n`;
const ownField = (text: string) => put('"""Its topic."""', `"""More."""\n  ${text}\n  """Its topic."""`);
const typeOfOwn = (directives: string) => put('type RedbridgeHub {', `type RedbridgeHub ${directives} {`);
const withImport = (sdl: string, name: string) => sdl.replace('"@shareable"', `"@shareable", "${name}"`);

/** One edit each of a good schema: by mistake, or with intent. */
const SCHEMAS: [code: string, what: string, sdl: string][] = [
  // What is no schema.
  ['INVALID_GRAPHQL', 'is cut off', good.slice(0, -20)],
  ['INVALID_GRAPHQL', 'is empty', ''],
  ['INVALID_GRAPHQL', 'is a page of HTML', '<!doctype html><title>Sign in</title>'],
  ['INVALID_GRAPHQL', 'is an operation', '{ partnerships { name '],
  ['INVALID_GRAPHQL', 'has brackets without end', ownField(`deep: ${'['.repeat(200_000)}`)],
  ['SDL_TOO_LARGE', 'has 10 MB', good + `# ${'x'.repeat(10_000_000)}`],
  [
    'TOO_MANY_TYPES',
    'has a thousand types',
    add(Array.from({ length: 1000 }, (_, n) => `scalar Redbridge${n}`).join('\n')),
  ],
  [
    'NESTED_TOO_DEEP',
    'has a list of lists of lists',
    ownField(`deep: ${'['.repeat(2000)}Int${']'.repeat(2000)} @listSize(assumedSize: 1) ${PUBLIC}`),
  ],
  [
    'NESTED_TOO_DEEP',
    'has an argument as deep',
    ownField(`deep(at: ${'['.repeat(2000)}Int${']'.repeat(2000)}): Int ${PUBLIC}`),
  ],
  [
    'NESTED_TOO_DEEP',
    'has a value as deep',
    ownField(`deep: Int @requiresScopes(scopes: ${'['.repeat(2000)}"a"${']'.repeat(2000)})`),
  ],
  [
    'NESTED_TOO_DEEP',
    'has a selection as deep',
    ownField(`deep: Int @requires(fields: "${'a { '.repeat(2000)} b ${'}'.repeat(2000)}") ${PUBLIC}`),
  ],
  // How it is linked.
  ['FEDERATION_LINK_INVALID', 'is of Federation 1', put(/extend schema[^)]*\)/, '')],
  [
    'FEDERATION_LINK_INVALID',
    'links another specification',
    add('extend schema @link(url: "https://example.org/mine/v1.0", import: ["@mine"])'),
  ],
  [
    'FEDERATION_LINK_INVALID',
    'imports a directive under another name',
    put('"@shareable"', '"@shareable", {name: "@override", as: "@mine"}'),
  ],
  ['FEDERATION_LINK_INVALID', 'gives federation another name', put('import:', 'as: "f", import:')],
  ['DIRECTIVE_DEFINED', 'defines a directive', add('directive @mine on FIELD_DEFINITION')],
  [
    'DIRECTIVE_DEFINED',
    'shadows the directive that guards',
    add('directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | FIELD_DEFINITION'),
  ],
  // Root fields.
  ['ROOT_FIELD_OUTSIDE_HUB', 'adds a query', add(`type Query { mine: String ${PUBLIC} }`)],
  ['ROOT_FIELD_OUTSIDE_HUB', "takes the hub's own query", add(`extend type Query { partnerships: String ${PUBLIC} }`)],
  ['ROOT_FIELD_OUTSIDE_HUB', 'adds a mutation', add(`type Mutation { mine: String ${PUBLIC} }`)],
  ['ROOT_FIELD_OUTSIDE_HUB', 'adds a subscription', add(`type Subscription { mine: String ${PUBLIC} }`)],
  ['ROOT_TYPE_RENAMED', 'hides queries behind a type of its own', add(`schema { query: RedbridgeHub }`)],
  ['ROOT_TYPE_RENAMED', 'hides mutations so', add(`extend schema { mutation: RedbridgeHub }`)],
  ['NAME_RESERVED', 'makes Query an interface', add('interface Query { id: ID! }')],
  // Whose types.
  ['TYPE_NOT_OWN', "has another's type", add(`type LambethPartnership @key(fields: "id") { id: ID! ${PUBLIC} }`)],
  [
    'TYPE_NOT_OWN',
    'takes a field of another',
    add(`extend type LambethPartnership @key(fields: "id") { id: ID! @external meetings: [Meeting!] ${PUBLIC} }`),
  ],
  [
    'TYPE_NOT_OWN',
    "has a type of the hub's",
    add(`type Picture @key(fields: "id") { id: ID! ${PUBLIC} more: Int ${PUBLIC} }`),
  ],
  ['TYPE_NOT_OWN', 'has a type without its name', add(`type Topic { name: String ${PUBLIC} }`)],
  ['TYPE_NOT_OWN', 'has an interface without its name', add('interface HoldsHubs { hubs: Int }')],
  ['TYPE_NOT_OWN', "has another's enum", add('enum LambethKind { A }')],
  ['NAME_RESERVED', 'has a type of two underscores', add(`type Redbridge__Hub { a: Int ${PUBLIC} }`)],
  ['NAME_RESERVED', 'redefines _Any', add('scalar _Any')],
  ['NAME_RESERVED', 'redefines _Entity', add('union _Entity = RedbridgePartnership')],
  ['NAME_RESERVED', 'redefines String', add('scalar String')],
  ['NAME_RESERVED', 'redefines what composition joins by', add(`scalar join__FieldSet`)],
  ['NAME_RESERVED', 'has a field of two underscores', ownField(`__secret: String ${PUBLIC}`)],
  ['PARTNERSHIP_TYPE_MISSING', 'has not its own type', put(/type RedbridgePartnership[^}]*}/, '')],
  ['PARTNERSHIP_TYPE_MISSING', 'has it under another name', everywhere('RedbridgePartnership', 'RedbridgeBoard')],
  [
    'NOT_IN_DIRECTORY',
    'has a type of a family that the hub does not know',
    add(`type RedbridgeDatasetReturn @key(fields: "id") { id: ID! ${PUBLIC} }`),
  ],
  // Directives.
  [
    'DIRECTIVE_NOT_ALLOWED',
    'takes a field over',
    withImport(ownField(`other: String @override(from: "lambeth") ${PUBLIC}`), '@override'),
  ],
  [
    'DIRECTIVE_NOT_ALLOWED',
    'takes one over by the long name',
    ownField(`other: String @federation__override(from: "lambeth") ${PUBLIC}`),
  ],
  ['DIRECTIVE_NOT_ALLOWED', 'shares its own type', typeOfOwn('@shareable')],
  ['DIRECTIVE_NOT_ALLOWED', 'shares its own field', ownField(`other: String @shareable ${PUBLIC}`)],
  [
    'DIRECTIVE_NOT_ALLOWED',
    'stands for an interface',
    withImport(typeOfOwn('@key(fields: "topic") @interfaceObject'), '@interfaceObject'),
  ],
  [
    'DIRECTIVE_NOT_ALLOWED',
    'composes a directive',
    withImport(add('extend schema @composeDirective(name: "@tag")'), '@composeDirective'),
  ],
  [
    'DIRECTIVE_NOT_OF_CONTRACT',
    'takes over a field of its type',
    withImport(
      put(
        'meetings: [Meeting!] @listSize(assumedSize: 4) @tag',
        'meetings: [Meeting!] @override(from: "london-scp") @listSize(assumedSize: 4) @tag',
      ),
      '@override',
    ),
  ],
  [
    'DIRECTIVE_NOT_OF_CONTRACT',
    'stands for an interface of all',
    withImport(put('type Body @shareable', 'type Body @shareable @interfaceObject'), '@interfaceObject'),
  ],
  ['DIRECTIVE_NOT_OF_CONTRACT', 'does not share a value', put('type Body @shareable', 'type Body')],
  [
    'DIRECTIVE_NOT_OF_CONTRACT',
    'makes a value an entity',
    put('type Body @shareable', 'type Body @shareable @key(fields: "id")'),
  ],
  [
    'DIRECTIVE_NOT_OF_CONTRACT',
    'cannot be found by its key',
    put('KeepsBudget @key(fields: "id")', 'KeepsBudget @key(fields: "id", resolvable: false)'),
  ],
  [
    'DIRECTIVE_NOT_OF_CONTRACT',
    'has another key',
    put('KeepsBudget @key(fields: "id")', 'KeepsBudget @key(fields: "hubs { topic }")'),
  ],
  [
    'DIRECTIVE_NOT_OF_CONTRACT',
    'deprecates a field of all',
    put('heldOn: String', 'heldOn: String @deprecated(reason: "Ask us.")'),
  ],
  // Who may see what is everybody's.
  ['ACCESS_NOT_OF_CONTRACT', 'hides a field from everybody', put('heldOn: String', 'heldOn: String @inaccessible')],
  [
    'ACCESS_NOT_OF_CONTRACT',
    'hides a type from everybody',
    put('type Body @shareable', 'type Body @shareable @inaccessible'),
  ],
  ['ACCESS_NOT_OF_CONTRACT', 'hides a value from everybody', put('SUBGROUP', 'SUBGROUP @inaccessible')],
  [
    'ACCESS_NOT_OF_CONTRACT',
    'hides the field of an interface',
    put(
      'meetings: [Meeting!] @listSize(assumedSize: 4)\n}',
      'meetings: [Meeting!] @listSize(assumedSize: 4) @inaccessible\n}',
    ),
  ],
  [
    'ACCESS_NOT_OF_CONTRACT',
    'locks the others out of a value',
    put(`heldOn: String ${PUBLIC}`, 'heldOn: String @requiresScopes(scopes: [["audit:read"]])'),
  ],
  [
    'ACCESS_NOT_OF_CONTRACT',
    'opens what is guarded',
    put(
      'members: [String!] @listSize(assumedSize: 12) @requiresScopes(scopes: [["governance:read"]])',
      `members: [String!] @listSize(assumedSize: 12) ${PUBLIC}`,
    ),
  ],
  [
    'ACCESS_NOT_OF_CONTRACT',
    'locks the others out by its own type',
    put(
      '@listSize(assumedSize: 4) @tag(name: "public")',
      '@listSize(assumedSize: 4) @requiresScopes(scopes: [["audit:read"]])',
    ),
  ],
  [
    'ACCESS_NOT_OF_CONTRACT',
    'opens what its own type guards',
    put('@requiresScopes(scopes: [["budget:read"]])', PUBLIC),
  ],
  ['FIELD_WITHOUT_DECISION', 'leaves open who may see a field', ownField('other: String')],
  [
    'GUARDED_FIELD_NOT_NULLABLE',
    'guards what may not be null',
    ownField('other: String! @requiresScopes(scopes: [["budget:read"]])'),
  ],
  [
    'SCOPE_UNKNOWN',
    'requires a scope that nobody has',
    ownField('other: String @requiresScopes(scopes: [["redbridge:everything"]])'),
  ],
  // The contract.
  ['CONTRACT_MEMBER_UNKNOWN', 'renames a field of a value', put('heldOn:', 'heldAt:')],
  ['CONTRACT_MEMBER_UNKNOWN', 'adds a field to a value', put('quorate:', `minutes: String ${PUBLIC} quorate:`)],
  ['CONTRACT_MEMBER_UNKNOWN', 'adds one by an extension', add(`extend type Meeting { minutes: String ${PUBLIC} }`)],
  ['CONTRACT_MEMBER_UNKNOWN', 'adds a field to an interface', put('pence: Int\n}', 'pence: Int\n  pounds: Int\n}')],
  ['CONTRACT_MEMBER_UNKNOWN', 'adds a value', put('SUBGROUP', 'SUBGROUP TASK_GROUP')],
  [
    'CONTRACT_FIELD_MISSING',
    'has half an interface',
    put(/ {2}budgetYears: \[PartnershipBudgetYear!\] @listSize\(assumedSize: 3\) @req.*\n/, ''),
  ],
  ['CONTRACT_FIELD_MISSING', 'leaves a field of a value out', put(/ {2}quorate.*\n/, '')],
  ['CONTRACT_FIELD_MISSING', 'renames a field everywhere', everywhere('budgetYears:', 'yearsOfBudget:')],
  ['CONTRACT_TYPE_DIFFERS', 'has another type of a value', put('heldOn: String', 'heldOn: Day')],
  ['CONTRACT_TYPE_DIFFERS', 'has a list for one value', put('kind: BodyKind @tag', 'kind: [BodyKind] @tag')],
  ['CONTRACT_TYPE_DIFFERS', 'never answers null', put('quorate: Boolean', 'quorate: Boolean!')],
  [
    'CONTRACT_TYPE_DIFFERS',
    'never answers null of its own type',
    put('meetings: [Meeting!] @listSize(assumedSize: 4) @tag', 'meetings: [Meeting!]! @listSize(assumedSize: 4) @tag'),
  ],
  [
    'CONTRACT_TYPE_DIFFERS',
    'may answer null for an id',
    put('type Body @shareable {\n  id: ID!', 'type Body @shareable {\n  id: ID'),
  ],
  ['CONTRACT_TYPE_DIFFERS', 'makes a scalar an enum', put('scalar Day', 'enum Day { MONDAY }')],
  [
    'CONTRACT_ARGUMENT_DIFFERS',
    'requires an argument',
    everywhere('bodies(kind: BodyKind)', 'bodies(kind: BodyKind!)'),
  ],
  ['CONTRACT_ARGUMENT_DIFFERS', 'leaves an argument out', everywhere('bodies(kind: BodyKind)', 'bodies')],
  ['CONTRACT_ARGUMENT_DIFFERS', 'adds an argument', put('  heldOn:', '  heldOn(format: String):')],
  [
    'INTERFACE_NOT_CLAIMED',
    'is no partnership',
    put('implements LocalPartnership & HoldsMeetings', 'implements HoldsMeetings'),
  ],
  ['FIELD_HAS_TWO_HOMES', 'says its own name', put('  hubs:', `  name: String! ${PUBLIC}\n  hubs:`)],
  // What it costs.
  [
    'COST_NOT_OF_CONTRACT',
    'makes a question of all too dear',
    put(
      'meetings: [Meeting!] @listSize(assumedSize: 4) @tag',
      'meetings: [Meeting!] @listSize(assumedSize: 1000000) @tag',
    ),
  ],
  [
    'COST_NOT_OF_CONTRACT',
    'makes a value too dear',
    put('type Body @shareable', 'type Body @shareable @federation__cost(weight: 1000000)'),
  ],
  ['LIST_UNBOUNDED', 'has a list of any length', ownField(`others: [String!] ${PUBLIC}`)],
  ['LIST_UNBOUNDED', 'has one in an extension', add(`extend type RedbridgeHub { others: [[Int]!]! ${PUBLIC} }`)],
  [
    'REQUIRES_WITH_ARGUMENT',
    'requires a field with an argument',
    put('  hubs:', `  count: Int @requires(fields: "bodies(kind: EXECUTIVE) { id }") ${PUBLIC}\n  hubs:`),
  ],
  ['INPUT_IMPOSSIBLE', 'has an input of itself', add('input RedbridgeInput { again: RedbridgeInput! }')],
  [
    'INPUT_IMPOSSIBLE',
    'has two inputs of each other',
    add('input RedbridgeOne { two: RedbridgeTwo! }\ninput RedbridgeTwo { one: RedbridgeOne! }'),
  ],
  // What composition itself refuses.
  ['INVALID_GRAPHQL', 'names a type that is not there', ownField(`other: RedbridgeNothing ${PUBLIC}`)],
  ['INVALID_GRAPHQL', 'has a type twice', add(`type RedbridgeHub { a: Int ${PUBLIC} }`)],
  ['KEY_INVALID_FIELDS', 'has a key that is no field', typeOfOwn('@key(fields: "nothing")')],
];

describe.each(SCHEMAS)('%s: a schema that %s', (code, _, published) => {
  const candidates = [HUB_SUBGRAPH, ...PARTNERSHIPS].map((name) => ({
    ...{ name, url: `http://127.0.0.1:4001/${name}`, problem: null, lastGood: null },
    published: name === 'redbridge' ? published : toySchema(name),
  }));

  it('is refused with its code and remedy, and the supergraph of the others stands', () => {
    const { supergraph, subgraphs } = assembleSupergraph(candidates, HUB_SUBGRAPH, TOY_CONTRACT);
    const others = subgraphs.filter(({ name }) => name !== 'redbridge');
    expect(others.map(({ servedUnder }) => servedUnder)).toEqual(others.map(() => 'PUBLISHED'));
    const redbridge = subgraphs.find(({ name }) => name === 'redbridge')!;
    expect(redbridge.servedUnder).toBe('NONE');
    expect(redbridge.problem!.split('\n').map((line) => line.split(':')[0])).toContain(code);
    const remedy = REGISTRY_ERRORS[code as RegistryErrorCode]?.remedy.replace('{prefix}', 'Redbridge') ?? '';
    expect(redbridge.problem).toContain(remedy);
    expect(supergraph.apiSchema().getType('LambethHub')).toBeDefined();
  });

  it('is refused where it is published, with its code and remedy', async () => {
    const subgraphs = candidates.map(({ name, url }) => ({ name, url, sdl: toySchema(name) }));
    const hub = { subgraphs, contract: TOY_CONTRACT, operations: [] };
    const { findings, supergraph } = await checkPublication({ name: 'redbridge', sdl: published }, hub);
    expect(supergraph).toBeNull();
    const found = findings.find((one) => one.code === code && one.severity === 'ERROR');
    expect(found!.remedy).not.toBe('');
    const near = await checkPublication({ name: 'redbridge', sdl: published }, hub, { beside: 'NEAREST' });
    expect(near.findings).toEqual(findings);
  });
});

it('they are sixty and more, under every code that can refuse a schema that is served', () => {
  expect(SCHEMAS.length).toBeGreaterThanOrEqual(60);
  const elsewhere = ['SUBGRAPH_SDL_UNREACHABLE', 'SUBGRAPH_SDL_INVALID', 'COMPOSITION_FAILED'];
  const ofChange = ['FIELD_IN_USE_REMOVED', 'CHANGE_BREAKING', 'CHANGE_DANGEROUS'];
  const told = new Set([...SCHEMAS.map(([code]) => code), ...elsewhere, ...ofChange, 'DESCRIPTION_MISSING']);
  expect(Object.keys(REGISTRY_ERRORS).filter((code) => !told.has(code))).toEqual([]);
});

it('the schema of which they are made is good, and so is that of London', () => {
  const candidates = [HUB_SUBGRAPH, ...PARTNERSHIPS].map((name) => ({
    ...{ name, url: `http://127.0.0.1:4001/${name}`, problem: null, lastGood: null, published: toySchema(name) },
  }));
  const { subgraphs } = assembleSupergraph(candidates, HUB_SUBGRAPH, TOY_CONTRACT);
  expect(subgraphs.map(({ sdl }) => sdl)).toEqual([LONDON, ...PARTNERSHIPS.map(partnership)]);
});
