import {
  getNullableType,
  getOperationAST,
  isListType,
  parse,
  type DocumentNode,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { z } from 'zod';
import type { AnswerShape, AnswerShapes } from '../schema/answer-shape';
import type { InputShapes } from '../schema/input-shape';
import { answerAt } from './answer-at';
import { parametersOf, type Parameter } from './parameters-of';
import type { PlainRoute } from './plain-route';

/** A route with all that follows from its operation and the schema. */
export interface ServedRoute extends PlainRoute {
  /** Name of the operation. */
  name: string;
  /** As the graph describes what it does. */
  description: string;
  document: DocumentNode;
  definition: OperationDefinitionNode;
  /** Whether what is recorded has an id of the caller's, which here is the header `Idempotency-Key`. */
  isKeyed: boolean;
  /** What stands in the path. */
  params: z.ZodObject;
  /** What stands after it. */
  query: z.ZodObject;
  /** Names of what stands after it and goes into `$filter`. */
  filters: readonly string[];
  /** Null where there is none. */
  body: z.ZodObject | null;
  /** Names of the fields that lead to the answer. */
  answerAt: readonly string[];
  answer: AnswerShape;
}

/** What shapes are made by: of one schema, and one description. */
export interface Shapes {
  inputs: InputShapes;
  answers: AnswerShapes;
}

/** Makes what follows from a route whose operation is valid. */
export function servedRoute(route: PlainRoute, schema: GraphQLSchema, { inputs, answers }: Shapes): ServedRoute {
  const document = parse(route.operation);
  const definition = getOperationAST(document)!;
  const parameters = parametersOf(schema, document, definition);
  const input = parameters.find(({ name }) => name === 'input');
  const inputType = input && (getNullableType(input.type) as GraphQLInputObjectType);
  const fields = inputType?.getFields() ?? {};
  const isKeyed = 'id' in fields;
  const inPath = namesIn(route.path);
  const filter = parameters.find((one) => one.name === 'filter');
  const filters = filter ? Object.values((getNullableType(filter.type) as GraphQLInputObjectType).getFields()) : [];
  const shapesOf = (parts: readonly Parameter[], read: (part: Parameter) => z.ZodType) =>
    z.strictObject(Object.fromEntries(parts.map((part) => [part.name, read(part)])));
  const name = definition.name!.value;
  const { path, field, node, root } = answerAt(schema, definition);
  const answer = answers.of(field.type, node);
  return {
    ...route,
    ...{ name, description: root.description ?? '', document, definition, isKeyed },
    params: shapesOf(
      inPath.map((one) => parameters.find((parameter) => parameter.name === one) ?? fields[one]!),
      (part) => inputs.part(part),
    ),
    query: shapesOf(
      [...parameters.filter((one) => one !== input && one !== filter && !inPath.includes(one.name)), ...filters],
      (part) => inputs.written(part),
    ),
    filters: filters.map((one) => one.name),
    body: inputType
      ? inputs.object(inputType, (one) => !inPath.includes(one) && !(isKeyed && one === 'id'), {
          ...{ id: name, description: inputType.description },
        })
      : null,
    answerAt: path,
    answer: isListType(getNullableType(field.type)) ? listed(answer) : answer,
  };
}

/** The names in braces in a path. */
export const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** A list is an object with room for more. */
function listed({ shape, of }: AnswerShape): AnswerShape {
  return {
    shape: z.object({ items: shape.meta({ description: 'All of them.' }) }),
    of: (value) => (value === null ? null : { items: of(value) }),
  };
}
