import type { Told } from './explain';

const HUB = (fields: string) => `"""A hub of its own."""\ntype RedbridgeHub {\n  ${fields}\n}`;
const TOPIC = '"""Its topic."""\n  topic: String @tag(name: "public")';
const SINCE = '"""Since when."""\n  since: Day @tag(name: "public")';

/** Of what a schema changes of the last that was good: before and after are what is published then. */
export const CHANGE = {
  FIELD_IN_USE_REMOVED: {
    means: "The schema no longer has something that one of the hub's saved operations asks for.",
    why: 'Dashboards and reports are built on saved operations: they would be refused from one moment to the next.',
    example: { before: HUB(SINCE), after: HUB(`${TOPIC}\n  ${SINCE}`) },
  },
  CHANGE_BREAKING: {
    means: 'What could be asked of the last good schema can no longer be asked. It is served all the same.',
    why: 'Who asks is not here to be told.',
    example: { before: HUB(TOPIC), after: HUB(`${TOPIC}\n  ${SINCE}`) },
  },
  CHANGE_DANGEROUS: {
    means: 'What is asked may be answered otherwise than before, by a new value or type. It is served all the same.',
    why: 'A program may know no case for it.',
    example: {
      before:
        '"""How it works."""\nenum RedbridgeWay {\n  """At one place."""\n  PLACE\n  """By telephone."""\n  TELEPHONE\n  """By video."""\n  VIDEO\n}',
      after:
        '"""How it works."""\nenum RedbridgeWay {\n  """At one place."""\n  PLACE\n  """By telephone."""\n  TELEPHONE\n}',
    },
  },
} satisfies Record<string, Told>;
