/** What the registry can refuse, and what to do about it. */
export const REGISTRY_ERRORS = {
  SUBGRAPH_SDL_UNREACHABLE: {
    message: 'The subgraph {subgraph} did not give its schema: {reason}.',
    remedy: 'Start the subgraph, or correct its address, and try again.',
  },
  SUBGRAPH_SDL_INVALID: {
    message: 'The subgraph {subgraph} answered, but not with a federation schema: {reason}.',
    remedy: 'Serve Query._service { sdl } of the Apollo Federation 2 subgraph specification.',
  },
  COMPOSITION_FAILED: {
    message: 'The subgraphs do not compose: {count} found.',
    remedy: 'Correct each error listed, in the subgraph that it names.',
  },
  FIELD_HAS_TWO_HOMES: {
    message: '{coordinate} is resolvable in {subgraphs}. A field of a partnership type has one home.',
    remedy: 'Keep the field in one subgraph; mark it @external in the others, or remove it there.',
  },
  ROOT_FIELD_OUTSIDE_HUB: {
    message:
      '{coordinate} is added by {subgraphs}. Root fields belong to {hub}: it asks partnerships, and records nothing in them.',
    remedy:
      "Remove the field. Reach what it reads through the partnership's type; record, with your own people and system, by an API of your own.",
  },
  INVALID_GRAPHQL: {
    message: 'The schema of {subgraphs} is not GraphQL: {reason}.',
    remedy: 'Correct it at the line that is named; print it with your library rather than by hand.',
  },
  SDL_TOO_LARGE: {
    message: 'The schema of {subgraphs} has {bytes} bytes; {most} are read.',
    remedy: 'Publish what the contract has and your own types alone, with short descriptions.',
  },
  TOO_MANY_TYPES: {
    message: 'The schema of {subgraphs} has {count} types; {most} are taken.',
    remedy:
      "Publish what the contract has and your own types alone: keep your system's other types in an API of your own.",
  },
  NESTED_TOO_DEEP: {
    message: '{coordinate} is nested deeper than {most} levels.',
    remedy: 'Give what is inside a type and a field of its own.',
  },
  FEDERATION_LINK_INVALID: {
    message: 'The schema of {subgraphs} is not linked as the hub needs it: {reason}.',
    remedy:
      'Write one extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag", …]), ' +
      'without `as`, and link nothing else.',
  },
  DIRECTIVE_DEFINED: {
    message: 'The schema of {subgraphs} defines the directive {coordinate} itself.',
    remedy: 'Remove the definition: federation knows its own directives by the @link, and the hub takes no others.',
  },
  DIRECTIVE_NOT_ALLOWED: {
    message: '{directive} at {coordinate} is not for partnerships.',
    remedy:
      'Remove it. Your types are yours alone: nothing is taken over from another, answered by several, or told of interfaces.',
  },
  NAME_RESERVED: {
    message: '{coordinate} has a name that GraphQL or federation keeps for itself.',
    remedy: 'Give it another name; leave out what federation adds by itself, as _Any, _Entity and _Service.',
  },
  ROOT_TYPE_RENAMED: {
    message: '{coordinate} is made a root type under another name.',
    remedy:
      'Leave schema { … } out: the root types are Query, Mutation and Subscription, and a partnership adds no field to them.',
  },
  TYPE_NOT_OWN: {
    message: '{coordinate} is neither in the contract nor a type of {subgraph}.',
    remedy: 'Remove it, or, where it is your own, begin its name with {prefix}.',
  },
  PARTNERSHIP_TYPE_MISSING: {
    message: 'The schema of {subgraphs} has no type {coordinate}.',
    remedy:
      'Define it as entity by its id, with the interface LocalPartnership: docs/reference/schema/contract.graphql has it as ExamplePartnership.',
  },
  NOT_IN_DIRECTORY: {
    message: 'There is no row in the directory for the type {coordinate}, so that nobody can reach it.',
    remedy: 'Correct its name, or ask the London SCP to add the partnership to its directory.',
  },
  CONTRACT_MEMBER_UNKNOWN: {
    message: '{coordinate} is not in the contract.{meant}',
    remedy:
      'Rename it to what the contract has, or move it to a type of your own: shared types are the same everywhere.',
  },
  CONTRACT_FIELD_MISSING: {
    message: '{coordinate} is missing: {owner} has it in the contract.{meant}',
    remedy: 'Add it as docs/reference/schema/contract.graphql has it; answer null where you do not know.',
  },
  CONTRACT_TYPE_DIFFERS: {
    message: '{coordinate} is {actual}, and {expected} in the contract.',
    remedy:
      'Write it as the contract has it, also whether it may be null: what others read must not depend on the partnership.',
  },
  CONTRACT_ARGUMENT_DIFFERS: {
    message: '{coordinate} takes {actual}, and {expected} in the contract.',
    remedy: 'Take the arguments of the contract, of the same types and defaults; put others on a field of your own.',
  },
  ACCESS_NOT_OF_CONTRACT: {
    message: 'Who may see {coordinate} is said by {actual}, and by {expected} in the contract.',
    remedy:
      'Write the directives of the contract. A stricter one shuts others out of their own, a laxer one opens what is theirs; what only you decide stands on a field of your own.',
  },
  COST_NOT_OF_CONTRACT: {
    message: 'What {coordinate} costs is said by {actual}, and by {expected} in the contract.',
    remedy: 'Write the directives of the contract: a question of all partnerships costs what the dearest of them says.',
  },
  DIRECTIVE_NOT_OF_CONTRACT: {
    message: '{coordinate} has {actual}, and {expected} in the contract.',
    remedy: 'Write the directives of the contract, as @key and @shareable.',
  },
  INTERFACE_NOT_CLAIMED: {
    message: '{coordinate} does not implement {interface}, by which it is found.',
    remedy: 'Add it to what the type implements, with all its fields.',
  },
  REQUIRES_WITH_ARGUMENT: {
    message: '{directive} at {coordinate} selects a field with an argument, which the planner may mix up with another.',
    remedy: 'Select fields without arguments; give what you need a field of its own.',
  },
  LIST_UNBOUNDED: {
    message: 'Nothing says how long the list {coordinate} is.',
    remedy:
      'Put @listSize(assumedSize: …) on a list that stays short, and make one that grows a connection, with first and @listSize(slicingArguments: ["first"], sizedFields: ["edges"]).',
  },
  INPUT_IMPOSSIBLE: {
    message: 'The input {coordinate} requires itself, so that it can never be given.',
    remedy: 'Let one of the fields on the way round be null.',
  },
  DESCRIPTION_MISSING: {
    message: 'Nothing says what {coordinate} is.',
    remedy: 'Describe it in a plain sentence, between three double quotes above it.',
  },
  FIELD_IN_USE_REMOVED: {
    message: '{change} The saved operation {operations} asks for it.',
    remedy: 'Keep it until nobody asks for it: mark it @deprecated with what takes its place, and tell the London SCP.',
  },
  CHANGE_BREAKING: {
    message: '{change} Who asks for it is refused from then on.',
    remedy: 'Add the new beside the old, mark the old @deprecated, and remove it once nobody asks for it.',
  },
  CHANGE_DANGEROUS: {
    message: '{change} Who asks may be answered what it does not expect.',
    remedy: 'Tell those who read it before you publish.',
  },
  FIELD_WITHOUT_DECISION: {
    message: 'Nobody decided who may see {coordinate}.',
    remedy:
      'Put @tag(name: "public"), @authenticated or @requiresScopes on the field or on the type that declares it: ' +
      'the decorators Public, Authenticated and RequiresScopes.',
  },
  GUARDED_FIELD_NOT_NULLABLE: {
    message: '{coordinate} asks more of a caller than its type does, and may not be null.',
    remedy: 'Make the field nullable, so that it can be left out of an answer, or ask as much of its type.',
  },
  SCOPE_UNKNOWN: {
    message: '{coordinate} requires the scope {scope}, which no role can have.',
    remedy: 'Require a scope of SCOPES in @hub/access or <subgraph>:write, or add the scope there and to a role.',
  },
} as const;

/** The code of a registry error. */
export type RegistryErrorCode = keyof typeof REGISTRY_ERRORS;

/** What is told, and keeps no schema from being served. */
export const WARNINGS: ReadonlySet<RegistryErrorCode> = new Set<RegistryErrorCode>([
  ...(['DESCRIPTION_MISSING', 'CHANGE_BREAKING', 'CHANGE_DANGEROUS'] as const),
]);

/** Fills the `{placeholders}` of a code's message. */
export function registryMessage(code: RegistryErrorCode, values: Values): string {
  return filled(REGISTRY_ERRORS[code].message, values);
}

/** The same of its remedy. */
export function registryRemedy(code: RegistryErrorCode, values: Values): string {
  return filled(REGISTRY_ERRORS[code].remedy, values);
}

type Values = Readonly<Record<string, string | number>>;

const filled = (text: string, values: Values) =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
