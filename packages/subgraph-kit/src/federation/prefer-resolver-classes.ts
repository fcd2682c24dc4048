import { getMetadataStorage } from 'type-graphql';

/**
 * Puts resolver classes before the methods of type classes. An interface field with arguments is declared as a method,
 * which type-graphql counts as a resolver, and of several it takes the first: without this, the method's body would run
 * and the `@FieldResolver` written for it never would.
 */
export function preferResolverClasses(): void {
  const rank = { external: 0, internal: 1 };
  getMetadataStorage().fieldResolvers.sort((one, other) => rank[one.kind] - rank[other.kind]);
}
