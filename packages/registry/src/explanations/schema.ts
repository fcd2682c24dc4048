import type { Told } from './explain';

/** Of what is no schema that can be read. */
export const SCHEMA = {
  SUBGRAPH_SDL_UNREACHABLE: {
    means: 'The hub asked the subgraph for its schema, and had no answer.',
    why: 'What the hub does not know it cannot ask for. Meanwhile the partnership is served under its last good schema.',
  },
  SUBGRAPH_SDL_INVALID: {
    means: 'The subgraph answered the question { _service { sdl } } with something else than a schema.',
    why: 'The hub learns what a partnership publishes from the partnership itself, and takes nothing for a schema that is none.',
  },
  COMPOSITION_FAILED: {
    means: 'The schemas of all subgraphs do not make one together. What is wrong follows, each with its own code.',
    why: 'One graph over all partnerships is what the hub is. The one at fault is served under its last good schema, and costs nobody else.',
  },
  INVALID_GRAPHQL: {
    means: 'The schema is not GraphQL: it does not parse, names a type that is not there, or has one twice.',
    why: 'Nothing can be checked of what cannot be read.',
    example: {
      before:
        '"""A hub of its own."""\ntype RedbridgeHub {\n  """Its topic."""\n  topic: Topics @tag(name: "public")\n}',
      after:
        '"""A hub of its own."""\ntype RedbridgeHub {\n  """Its topic."""\n  topic: String @tag(name: "public")\n}',
    },
  },
  SDL_TOO_LARGE: {
    means: 'The schema is larger than 1 MiB. It was not looked at.',
    why: 'Every schema is parsed and composed with all others, at each start of the hub and of each of its replicas.',
  },
  TOO_MANY_TYPES: {
    means: 'The schema has more types than three contracts.',
    why: 'Composing and planning take longer with every type, for everybody.',
  },
  NESTED_TOO_DEEP: {
    means: 'Lists, values or a selection stand in each other more often than eight times.',
    why: 'Programs read them by one call in another: deep enough, that ends them, and the hub with them.',
    example: {
      before:
        'extend type RedbridgeHub {\n  """Its depth."""\n  depth: [[[[[[[[[Int]]]]]]]]] @listSize(assumedSize: 1) @tag(name: "public")\n}',
      after:
        'extend type RedbridgeHub {\n  """Its depth."""\n  depth: [Int] @listSize(assumedSize: 1) @tag(name: "public")\n}',
    },
  },
  FEDERATION_LINK_INVALID: {
    means: 'The schema is not one of Federation 2, links something else, or calls a directive by another name.',
    why: 'Without the link all its types would count as shared, and a directive under another name would pass every check of it.',
    example: {
      before:
        'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "f", import: ["@key", "@listSize", "@requiresScopes", "@shareable", "@tag"])',
      after:
        'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize", "@requiresScopes", "@shareable", "@tag"])',
    },
  },
  DIRECTIVE_DEFINED: {
    means: 'The schema defines a directive.',
    why: 'One of its own would do nothing at the hub, and one of the name of a known directive could stand in for it.',
    example: {
      before: 'directive @internal on FIELD_DEFINITION',
      after:
        '"""A hub of its own."""\ntype RedbridgeHub {\n  """Its topic."""\n  topic: String @tag(name: "public")\n}',
    },
  },
  NAME_RESERVED: {
    means: 'A type, field or value has a name that GraphQL, federation or composition uses itself.',
    why: 'A client or a library would take it for what it is not.',
    example: { before: 'scalar _Any', after: '"""An hour of the day."""\nscalar RedbridgeHour' },
  },
} satisfies Record<string, Told>;
