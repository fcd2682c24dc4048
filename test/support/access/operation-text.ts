import { getNamedType, isCompositeType, isObjectType, isInterfaceType, type GraphQLSchema } from 'graphql';
import { coordinateOf, ENTITY, type FieldPath, type Step } from './field-paths';
import { sampleArguments } from './sample-arguments';

/** References to entities that are there, by type, as GraphQL. */
export type Representations = Readonly<Record<string, string>>;

/** Selections, by response name. */
type Tree = Map<string, { step: Step; below: Tree }>;

/** The name that a step has in the answer. No two coordinates share one, so that no two fields collide. */
export function responseName({ type, field }: Step): string {
  return `${type}_${field}`;
}

/** One operation that asks for many fields, each on its way. Ways that begin alike are asked for once. */
export function operationText(schema: GraphQLSchema, paths: readonly FieldPath[], entities: Representations): string {
  const tree: Tree = new Map();
  for (const { steps } of paths) {
    let level = tree;
    for (const step of steps) {
      const name = responseName(step);
      const here = level.get(name) ?? { step, below: new Map() };
      level.set(name, here);
      level = here.below;
    }
  }
  const [first] = [...tree.values()];
  const keyword = first?.step.type === 'Mutation' ? 'mutation' : 'query';
  const fields = [...tree].map(([name, { step, below }]) => print(schema, name, step, below, entities));
  return `${keyword} Walk { ${fields.join(' ')} }`;
}

function print(schema: GraphQLSchema, name: string, step: Step, below: Tree, entities: Representations): string {
  const inner = [...below].map(([below, { step, below: further }]) => {
    return `... on ${step.type} { ${print(schema, below, step, further, entities)} }`;
  });
  const selections = `{ __typename ${inner.join(' ')} }`;
  if (step.type === ENTITY) {
    return `${name}: _entities(representations: [${entities[step.field]}]) ${selections}`;
  }
  const type = schema.getType(step.type);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[step.field] : undefined;
  if (!field) throw new Error(`There is no ${coordinateOf(step)}.`);
  const args = sampleArguments(coordinateOf(step), field.args);
  return `${name}: ${step.field}${args} ${isCompositeType(getNamedType(field.type)) ? selections : ''}`;
}
