import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { isNeeded } from './sample-arguments';

/** The type of a step that begins at an entity by its key; the field is the entity's type. */
export const ENTITY = '_Entity';

/** One field on the way, as it is selected on an object or an interface. */
export interface Step {
  type: string;
  field: string;
}

/** As `Network.members`. */
export const coordinateOf = ({ type, field }: Step) => `${type}.${field}`;

/** A field of the schema, and the way to it. */
export interface FieldPath {
  coordinate: string;
  /** From a root field; the last is the field itself. */
  steps: readonly Step[];
}

/** What costs most on a way is a closed field; then a change; then an id that has to be known. */
const CLOSED = 10_000;
const CHANGE = 100;
const KNOWN_ID = 10;

/** Where a walk may begin, with what it costs. */
interface Entry {
  type: string;
  steps: readonly Step[];
  cost: number;
}

/**
 * The least demanding way to every field of every object, and of every interface.
 *
 * @param isOpen - whether the one who walks may select a field
 * @param entities - types that can be begun at by `_entities`, in a subgraph
 */
export function fieldPaths(
  schema: GraphQLSchema,
  isOpen: (step: Step) => boolean,
  entities: readonly string[] = [],
): FieldPath[] {
  const waiting: Entry[] = entities.map((type) => {
    const step = { type: ENTITY, field: type };
    return { type, steps: [step], cost: isOpen(step) ? 1 : CLOSED };
  });
  if (schema.getQueryType()) waiting.push({ type: 'Query', steps: [], cost: 0 });
  if (schema.getMutationType()) waiting.push({ type: 'Mutation', steps: [], cost: CHANGE });

  const entered = new Set<string>();
  const paths: FieldPath[] = [];
  for (;;) {
    const next = waiting.sort((a, b) => a.cost - b.cost).shift();
    if (!next) return paths;
    const type = schema.getType(next.type);
    if (entered.has(next.type) || (!isObjectType(type) && !isInterfaceType(type))) continue;
    entered.add(next.type);
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      const step = { type: type.name, field: field.name };
      const steps = [...next.steps, step];
      paths.push({ coordinate: coordinateOf(step), steps });
      // What stands behind a field is asked of an object, whose field it surely is.
      if (!isObjectType(type)) continue;
      const cost = next.cost + 1 + costOf(field.args) + (isOpen(step) ? 0 : CLOSED);
      waiting.push(...standingAt(schema, getNamedType(field.type)).map(({ name }) => ({ type: name, steps, cost })));
    }
  }
}

function costOf(args: readonly GraphQLArgument[]): number {
  const needed = args.filter(isNeeded);
  return needed.length + KNOWN_ID * needed.filter(({ type }) => getNamedType(type).name === 'ID').length;
}

/** The objects that may stand where a type is returned, and the interfaces by which they can be asked for. */
function standingAt(schema: GraphQLSchema, type: GraphQLNamedType): (GraphQLObjectType | GraphQLInterfaceType)[] {
  const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return objects.flatMap((object) => [object, ...object.getInterfaces()]);
}
