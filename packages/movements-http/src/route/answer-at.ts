import {
  getNullableType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { fieldsIn } from '../schema/answer-shape';

/** Where an answer stands in what a graph answers. */
export interface AnswerAt {
  /** Names of the fields that lead there. */
  path: readonly string[];
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
  /** The field by which the operation begins. */
  root: GraphQLField<unknown, unknown>;
}

/** The answer to an operation is what stands where its selection first has more than one field. */
export function answerAt(schema: GraphQLSchema, { operation, selectionSet }: OperationDefinitionNode): AnswerAt {
  let [node] = fieldsIn(selectionSet) as [FieldNode];
  let field = schema.getRootType(operation)!.getFields()[node.name.value]!;
  const root = field;
  const path = [nameOf(node)];
  for (;;) {
    const type = getNullableType(field.type);
    const [only, another] = node.selectionSet ? fieldsIn(node.selectionSet) : [];
    if (!isObjectType(type) || !only?.selectionSet || another) return { path, field, node, root };
    [node, field] = [only, type.getFields()[only.name.value]!];
    path.push(nameOf(node));
  }
}

const nameOf = ({ alias, name }: FieldNode) => (alias ?? name).value;
