/**
 * Body of a field with arguments whose resolver stands in a resolver class: type-graphql reads the
 * arguments from the method here, and never calls it.
 *
 * @throws always; reaching it means that a schema lacks the resolver class of `field`.
 */
export function resolvedElsewhere(field: string): never {
  throw new Error(`${field} has no resolver in this schema. Add the resolver class that serves it.`);
}
