import { Kind, type DocumentNode } from 'graphql';

/**
 * The names of the subgraphs of all partnerships of which the hub's schema has a type: `TriBoroughPartnership` is that of
 * `tri-borough`. One that publishes nothing yet is among them.
 *
 * @param hub - the London SCP's schema, which has a type for each row of its directory.
 */
export function partnershipsIn({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((one) => {
    if (one.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    if (!one.interfaces?.some(({ name }) => name.value === 'LocalPartnership')) return [];
    const [, prefix] = /^(\w+)Partnership$/.exec(one.name.value) ?? [];
    return prefix === undefined ? [] : [prefix.replace(/(?<=.)(?=[A-Z])/g, '-').toLowerCase()];
  });
}
