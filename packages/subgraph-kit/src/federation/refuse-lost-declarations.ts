import { getMetadataStorage } from 'type-graphql';

/**
 * Refuses two things that type-graphql drops without a word: a directive on a `@FieldResolver` of a field that its class
 * declares, and the resolver of an interface field that an object class declares again.
 * @throws Error naming the class, the field and what to do
 */
export function refuseLostDeclarations(resolvers: readonly Function[]): void {
  const { fieldDirectives, fieldResolvers, fields, objectTypes, resolverClasses } = getMetadataStorage();
  const declares = (type: Function, name: string) =>
    fields.some((field) => field.target === type && field.schemaName === name);
  const resolved = fieldResolvers
    .filter(({ kind, target }) => kind === 'external' && resolvers.includes(target))
    .flatMap(({ target, methodName, schemaName }) => {
      const type = resolverClasses.find((resolver) => resolver.target === target)?.getObjectType() as
        Function | undefined;
      return type ? [{ resolver: target, type, methodName, name: schemaName }] : [];
    });

  for (const { resolver, type, methodName, name } of resolved) {
    const hasDirective = fieldDirectives.some(
      ({ target, fieldName }) => target === resolver && fieldName === methodName,
    );
    if (hasDirective && declares(type, name)) {
      throw new Error(
        `${resolver.name}.${methodName} carries a directive that would be lost. ` +
          `Put it on the field ${name} of ${type.name}, which declares it.`,
      );
    }
    for (const object of objectTypes) {
      const hasOwn = resolved.some((other) => other.type === object.target && other.name === name);
      if (object.interfaceClasses?.includes(type) && declares(object.target, name) && !hasOwn) {
        throw new Error(
          `${object.name}.${name} redeclares a field of ${type.name} and loses its resolver. ` +
            `Leave the field to the interface, or resolve it in a @Resolver(() => ${object.target.name}).`,
        );
      }
    }
  }
}
