import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/**
 * Gives arguments and input fields the default values of the classes. A schema built from SDL knows an enum's default
 * by its name only, and would hand resolvers "PAUSED" where the enum's own value is "paused".
 */
export function copyDefaultValues(source: GraphQLSchema, target: GraphQLSchema): void {
  for (const [name, sourceType] of Object.entries(source.getTypeMap())) {
    const type = target.getType(name);
    if (isInputObjectType(sourceType) && isInputObjectType(type)) {
      copy(Object.values(sourceType.getFields()), Object.values(type.getFields()));
    } else if (
      (isObjectType(sourceType) || isInterfaceType(sourceType)) &&
      (isObjectType(type) || isInterfaceType(type))
    ) {
      const fields = type.getFields();
      for (const field of Object.values(sourceType.getFields())) {
        copy(field.args, fields[field.name]?.args ?? []);
      }
    }
  }
}

interface WithDefault {
  name: string;
  defaultValue?: unknown;
}

function copy(sources: readonly WithDefault[], targets: readonly WithDefault[]): void {
  for (const target of targets) {
    target.defaultValue = sources.find(({ name }) => name === target.name)?.defaultValue;
  }
}
