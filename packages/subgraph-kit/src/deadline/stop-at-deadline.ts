import {
  defaultFieldResolver,
  getNamedType,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { SubgraphContext } from '../subgraph-context';

/**
 * Has execution stop once its deadline is over: every field by which an answer grows looks first, and so do the root
 * fields. Leaves do not: what they cost was loaded with their object.
 */
export function stopAtDeadline(schema: GraphQLSchema): void {
  const mutation = schema.getMutationType();
  const query = schema.getQueryType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (type !== query && type !== mutation && !isCompositeType(getNamedType(field.type))) continue;
      const { resolve = defaultFieldResolver } = field;
      const look = type === mutation ? beginning : going;
      field.resolve = (source, args, context: SubgraphContext, info) => {
        look(context);
        return resolve(source, args, context, info);
      };
    }
  }
}

const going = ({ deadline }: SubgraphContext) => deadline.check();
const beginning = ({ deadline }: SubgraphContext) => deadline.checkBeginning();
