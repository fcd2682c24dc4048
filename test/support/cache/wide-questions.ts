import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { isNeeded, sampleArguments } from '../access/sample-arguments';

type Type = GraphQLObjectType | GraphQLInterfaceType;

/** How many fields a way has at most. */
const LENGTH = 5;

interface Way {
  selection: string;
  /** The field that leads to the thing, and the type by which it is asked for there. */
  lands: string;
  length: number;
}

/**
 * A selection on `Query` for the shortest way over each field that leads to something with an id; it asks there for all that
 * is no object. No way comes by the same type twice.
 */
export function wideSelections(schema: GraphQLSchema): string[] {
  const taken = new Set<string>();
  return waysFrom(schema, schema.getQueryType()!, [], 1)
    .sort((one, other) => one.length - other.length)
    .filter(({ lands }) => !taken.has(lands) && taken.add(lands))
    .map(({ selection }) => selection);
}

function waysFrom(schema: GraphQLSchema, type: Type, passed: readonly string[], length: number): Way[] {
  if (length > LENGTH) return [];
  const been = [...passed, ...objectsOf(schema, type)];
  return Object.values(type.getFields()).flatMap((field) =>
    standingAt(schema, getNamedType(field.type))
      .filter((next) => !objectsOf(schema, next).some((name) => been.includes(name)))
      .flatMap((next): Way[] => {
        const here = { selection: leavesOf(next), lands: `${type.name}.${field.name} ${next.name}`, length };
        const further = waysFrom(schema, next, been, length + 1);
        const args = sampleArguments(`${type.name}.${field.name}`, field.args);
        return [...('id' in next.getFields() ? [here] : []), ...further].map((way) => ({
          ...way,
          selection: `${field.name}${args} { ... on ${next.name} { ${way.selection} } }`,
        }));
      }),
  );
}

/** What is no object and needs no argument. */
const leavesOf = (type: Type) =>
  Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isNeeded))
    .map(({ name }) => name)
    .join(' ');

/** The ways to ask for what may stand where a type is returned: by itself, or by an interface that some of it has. */
function standingAt(schema: GraphQLSchema, type: GraphQLNamedType): Type[] {
  if (isObjectType(type)) return [type];
  if (!isAbstractType(type)) return [];
  return [...new Set(schema.getPossibleTypes(type).flatMap((object) => object.getInterfaces()))];
}

const objectsOf = (schema: GraphQLSchema, type: Type) =>
  isInterfaceType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
