import { Kind, parse } from 'graphql';

/**
 * The names of the subgraphs of all partnerships that the London SCP has in its directory: `TriBoroughPartnership` is that of
 * `tri-borough`. One that publishes nothing yet is among them.
 *
 * @param sdl - the London SCP's; none are known of one that does not parse.
 */
export function partnershipsOf(sdl: string): string[] {
  return definitionsOf(sdl).flatMap((one) => {
    if (one.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    if (!one.interfaces?.some(({ name }) => name.value === 'LocalPartnership')) return [];
    const [, prefix] = /^(\w+)Partnership$/.exec(one.name.value) ?? [];
    return prefix === undefined ? [] : [prefix.replace(/(?<=.)(?=[A-Z])/g, '-').toLowerCase()];
  });
}

function definitionsOf(sdl: string) {
  try {
    return parse(sdl, { noLocation: true }).definitions;
  } catch {
    return [];
  }
}
