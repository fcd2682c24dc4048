import { GraphQLError } from 'graphql';

type Path = readonly (string | number)[];

/**
 * What is told of refused fields: under lists with the first place at which its null stands in the answer, or where there is
 * none, as in an empty list, with the response names that would lead there (`extensions.paths`).
 *
 * @param refusals - with `@` in their paths for each list.
 * @param places - where nulls stand for refused fields: response names, and integers for each list.
 */
export function placedRefusals(refusals: readonly GraphQLError[], places: readonly Path[]): GraphQLError[] {
  return refusals.map((refusal) => {
    const { message, extensions } = refusal;
    const path = refusal.path!;
    if (!path.includes('@')) return refusal;
    const placed = places.find((place) => isAt(place, path));
    if (placed) return new GraphQLError(message, { path: placed, extensions });
    const names = path.filter((part) => part !== '@').join('.');
    return new GraphQLError(message, { extensions: { ...extensions, paths: [names] } });
  });
}

const isAt = (place: Path, path: Path) =>
  place.length === path.length &&
  path.every((part, index) => part === place[index] || (part === '@' && typeof place[index] === 'number'));
