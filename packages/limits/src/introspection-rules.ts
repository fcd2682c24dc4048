import {
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { FieldRule } from './cost-rules';

/**
 * The sizes of introspection's lists, from the schema itself. Under `types`, which asks for every type, a list is as long
 * as it is on average; elsewhere one type may have been chosen for its length, and it is as long as the longest.
 */
export function introspectionRules(schema: GraphQLSchema): ReadonlyMap<string, FieldRule> {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const lists = listsOf(schema);
  const onAverage = lists.map(([name, lengthOf]) => [name, ruleOf(average(types.map(lengthOf)))] as const);
  const fields = types.flatMap(argumentsOf);
  return new Map<string, FieldRule>([
    ...lists.map(([name, lengthOf]) => [`__Type.${name}`, ruleOf(most(types.map(lengthOf)))] as const),
    ['__Schema.types', { ...ruleOf(types.length), below: below(new Map(onAverage), ruleOf(average(fields))) }],
    ['__Schema.directives', ruleOf(directives.length)],
    ['__Field.args', ruleOf(most(fields))],
    ['__Directive.args', ruleOf(most(directives.map(({ args }) => args.length)))],
    ['__Directive.locations', ruleOf(most(directives.map(({ locations }) => locations.length)))],
  ]);
}

function below(lists: ReadonlyMap<string, FieldRule>, args: FieldRule): ReadonlyMap<string, FieldRule> {
  return new Map([...lists, ['fields', { ...lists.get('fields'), below: new Map([['args', args]]) }]]);
}

type LengthOf = (type: GraphQLNamedType) => number;

function listsOf(schema: GraphQLSchema): [string, LengthOf][] {
  return [
    ['fields', (type) => argumentsOf(type).length],
    ['interfaces', (type) => (isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().length : 0)],
    ['possibleTypes', (type) => (isAbstractType(type) ? schema.getPossibleTypes(type).length : 0)],
    ['enumValues', (type) => (isEnumType(type) ? type.getValues().length : 0)],
    ['inputFields', (type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0)],
  ];
}

/** How many arguments each field of a type takes. */
function argumentsOf(type: GraphQLNamedType): number[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map(({ args }) => args.length);
}

const ruleOf = (assumedSize: number): FieldRule => ({ assumedSize });

const most = (numbers: readonly number[]) => Math.max(0, ...numbers);

const average = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
