import { type EnumTypeDefinitionNode, type GraphQLSchema, isEnumType, parse } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

/**
 * Carries directives on enum values into the schema. type-graphql has no decorator for them, but keeps whatever is in
 * `valuesConfig`, so an enum says `valuesConfig: { PAUSED: { description, directives: ['@inaccessible'] } }`.
 */
export function addEnumValueDirectives(schema: GraphQLSchema): void {
  for (const { name, valuesConfig } of getMetadataStorage().enums) {
    const type = schema.getType(name);
    if (!isEnumType(type)) continue;
    for (const value of type.getValues()) {
      const { directives } = (valuesConfig[value.name as never] ?? {}) as { directives?: readonly string[] };
      if (!directives?.length) continue;
      const document = parse(`enum ${name} { ${value.name} ${directives.join(' ')} }`, { noLocation: true });
      value.astNode = (document.definitions[0] as EnumTypeDefinitionNode).values?.[0];
    }
  }
}
