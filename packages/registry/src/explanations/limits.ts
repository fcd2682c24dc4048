import type { Told } from './explain';

const HUB = (fields: string) =>
  `"""A hub of its own."""\ntype RedbridgeHub {\n  """Its topic."""\n  topic: String @tag(name: "public")\n  ${fields}\n}`;
const EXTENDED = (selection: string) =>
  `extend type RedbridgePartnership {\n  """How many bodies it has."""\n  bodyCount: Int @requires(fields: "${selection}") @tag(name: "public")\n}`;

/** Of what a question costs, and of what can be planned and read. */
export const LIMITS = {
  COST_NOT_OF_CONTRACT: {
    means: 'A field that all have is said to be dearer, cheaper, longer or shorter than in the contract.',
    why: 'A question of all partnerships costs what the dearest says: one could put it beyond the limits of everybody.',
    example: {
      before:
        'type Meeting @shareable {\n  heldOn: String @federation__cost(weight: 1000000) @tag(name: "public")\n  quorate: Boolean @tag(name: "public")\n}',
      after:
        'type Meeting @shareable {\n  heldOn: String @tag(name: "public")\n  quorate: Boolean @tag(name: "public")\n}',
    },
  },
  LIST_UNBOUNDED: {
    means: 'A list has neither @listSize nor is it a page of a connection.',
    why: 'What a question costs is known before it is asked. A list of any length has no price.',
    example: {
      before: HUB('"""Who takes part."""\n  members: [String!] @tag(name: "public")'),
      after: HUB('"""Who takes part."""\n  members: [String!] @listSize(assumedSize: 12) @tag(name: "public")'),
    },
  },
  REQUIRES_WITH_ARGUMENT: {
    means: '@requires or @provides selects a field with an argument.',
    why: 'Where two do so with different arguments, the planner gives one the answer of the other, and says nothing.',
    example: {
      before: EXTENDED('bodies(kind: EXECUTIVE) { id }'),
      after:
        'extend type RedbridgePartnership {\n  """How many bodies it has."""\n  bodyCount: Int @tag(name: "public")\n}',
    },
  },
  INPUT_IMPOSSIBLE: {
    means: 'An input requires itself, or another that requires it.',
    why: 'To give it would never end.',
    example: {
      before: '"""A filter."""\ninput RedbridgeFilter {\n  """All but these."""\n  not: RedbridgeFilter!\n}',
      after: '"""A filter."""\ninput RedbridgeFilter {\n  """All but these."""\n  not: RedbridgeFilter\n}',
    },
  },
  DESCRIPTION_MISSING: {
    means: 'A type or field of its own has no description. It is served all the same.',
    why: 'An analyst of another borough reads it in the explorer, and has nobody to ask.',
    example: {
      before: 'type RedbridgeHub {\n  topic: String @tag(name: "public")\n}',
      after:
        '"""A hub of its own."""\ntype RedbridgeHub {\n  """Its topic."""\n  topic: String @tag(name: "public")\n}',
    },
  },
} satisfies Record<string, Told>;
