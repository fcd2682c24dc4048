import type { ToldOfComposition } from './explain';

/** Codes of composition itself that a partnership may meet, in this hub's words. */
export const COMPOSITION = {
  KEY_INVALID_FIELDS: {
    means: '@key names a field that the type does not have.',
    why: 'By its key the hub finds an entity at the subgraph that answers it.',
    mend: 'Name fields of the type; types of a partnership have @key(fields: "id").',
    example: {
      before:
        '"""A hub."""\ntype RedbridgeHub @key(fields: "name") {\n  """Its topic."""\n  topic: String @tag(name: "public")\n}',
      after:
        '"""A hub."""\ntype RedbridgeHub @key(fields: "topic") {\n  """Its topic."""\n  topic: String @tag(name: "public")\n}',
    },
  },
  REQUIRES_INVALID_FIELDS: {
    means: '@requires selects a field that the type does not have.',
    why: 'What it selects is fetched first, from whoever answers it.',
    mend: 'Select fields of the type that are marked @external there.',
    example: {
      before:
        'extend type RedbridgePartnership {\n  """Its initials."""\n  initials: String @requires(fields: "title") @tag(name: "public")\n}',
      after:
        'extend type RedbridgePartnership {\n  name: String! @external\n  """Its initials."""\n  initials: String @requires(fields: "name") @tag(name: "public")\n}',
    },
  },
  EXTERNAL_UNUSED: {
    means: 'A field is marked @external, and nothing in the schema requires it.',
    why: 'It says that somebody else answers it, and is of no use there.',
    mend: 'Remove the field, or use it in @requires.',
    example: {
      before: 'extend type RedbridgePartnership {\n  name: String! @external\n}',
      after:
        'extend type RedbridgePartnership {\n  """Its newsletter."""\n  newsletter: String @tag(name: "public")\n}',
    },
  },
  EXTERNAL_MISSING_ON_BASE: {
    means: 'A field is marked @external, and no other subgraph answers it.',
    why: 'There would be nobody to fetch it from.',
    mend: 'Answer it yourself, without @external, or correct its name to that which the London SCP answers.',
    example: {
      before:
        'extend type RedbridgePartnership {\n  title: String @external\n  """Its initials."""\n  initials: String @requires(fields: "title") @tag(name: "public")\n}',
      after:
        'extend type RedbridgePartnership {\n  name: String! @external\n  """Its initials."""\n  initials: String @requires(fields: "name") @tag(name: "public")\n}',
    },
  },
  EXTERNAL_TYPE_MISMATCH: {
    means: 'A field that is marked @external is of another type where it is answered.',
    why: 'What is fetched would not be what is declared.',
    mend: 'Declare it of the type that the London SCP has, which docs/reference/schema/london-scp.graphql says.',
    example: {
      before:
        'extend type RedbridgePartnership {\n  name: Int! @external\n  """Its initials."""\n  initials: String @requires(fields: "name") @tag(name: "public")\n}',
      after:
        'extend type RedbridgePartnership {\n  name: String! @external\n  """Its initials."""\n  initials: String @requires(fields: "name") @tag(name: "public")\n}',
    },
  },
} satisfies Record<string, ToldOfComposition>;
