import type { Told } from './explain';

const HUB = (fields: string, directives = '') =>
  `"""A hub of its own."""\ntype RedbridgeHub ${directives}{\n  """Its topic."""\n  ${fields}\n}`;
const TOPIC = 'topic: String @tag(name: "public")';

/** Of whose what is. */
export const OWNERSHIP = {
  ROOT_FIELD_OUTSIDE_HUB: {
    means: 'The schema adds a field to Query, Mutation or Subscription.',
    why: 'London asks the partnerships, and records nothing in them: a partnership is reached through its own type, and records by an API of its own.',
    example: { before: `type Query {\n  hubs: String @tag(name: "public")\n}`, after: HUB(TOPIC) },
  },
  ROOT_TYPE_RENAMED: {
    means: 'schema { … } makes another type than Query, Mutation or Subscription a root.',
    why: 'A root field under another name is a root field.',
    example: { before: 'schema {\n  query: RedbridgeHub\n}', after: HUB(TOPIC) },
  },
  FIELD_HAS_TWO_HOMES: {
    means: 'Two subgraphs answer the same field of a partnership type.',
    why: "The planner weighs every home of every field against the others': 33 partnerships with one field more than one home exhaust its memory.",
    example: {
      before: 'extend type RedbridgePartnership {\n  """Its name."""\n  name: String! @tag(name: "public")\n}',
      after:
        'extend type RedbridgePartnership {\n  """The name of its newsletter."""\n  newsletter: String @tag(name: "public")\n}',
    },
  },
  TYPE_NOT_OWN: {
    means: "The schema has a type that is neither the contract's nor begins with the partnership's own name.",
    why: 'Under the name of another a partnership could answer for it, or shut it out. And two that call a type alike would have to agree on it.',
    example: {
      before: '"""A topic."""\ntype Topic {\n  """Its name."""\n  name: String @tag(name: "public")\n}',
      after: '"""A topic."""\ntype RedbridgeTopic {\n  """Its name."""\n  name: String @tag(name: "public")\n}',
    },
  },
  PARTNERSHIP_TYPE_MISSING: {
    means: "The schema has no type of the partnership's own name, as RedbridgePartnership.",
    why: 'The London SCP lists each partnership under that type, and asks it for the rest.',
    example: {
      before:
        '# There is no type RedbridgePartnership.\n"""Its board."""\ntype RedbridgeBoard {\n  """Its name."""\n  title: String @tag(name: "public")\n}',
      after:
        'extend type RedbridgePartnership {\n  """The name of its newsletter."""\n  newsletter: String @tag(name: "public")\n}',
    },
  },
  NOT_IN_DIRECTORY: {
    means: "The London SCP's directory has no partnership of that name, or no type of that kind.",
    why: 'Everything of a partnership is reached from the directory: what has no row there nobody can ask for.',
    example: {
      before:
        '"""Its return."""\ntype RedbridgeDatasetReturn @key(fields: "id") {\n  """Its id."""\n  id: ID! @tag(name: "public")\n}',
      after: HUB(TOPIC),
    },
  },
  DIRECTIVE_NOT_ALLOWED: {
    means:
      'A directive stands where it would reach beyond the partnership: @override, @interfaceObject, @composeDirective, @shareable of its own type.',
    why: 'What a partnership publishes costs and changes its own fields alone.',
    example: { before: HUB(TOPIC, '@shareable '), after: HUB(TOPIC) },
  },
} satisfies Record<string, Told>;
