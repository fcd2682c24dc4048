/** The name that a partnership's mutations begin with: `triBorough` for `tri-borough`. */
export function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The id of the partnership whose mutations begin with `prefix`: the inverse of {@link camelCase}. */
export function partnershipIdOf(prefix: string): string {
  return prefix.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The name of a mutation of a partnership, as `triBoroughAdoptProcedure`: it begins with its owner's. */
export function mutationNameOf(partnershipId: string, mutation: string): string {
  return `${camelCase(partnershipId)}${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
}
