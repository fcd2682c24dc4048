import { GraphQLError } from 'graphql';
import type { Path } from '../execution/objects-at';

/**
 * What is told of refused fields: under lists once for each place at which its null stands in the answer, or where there is
 * none, as in an empty list, with the response names that would lead there (`extensions.paths`).
 *
 * @param refusals - with `@` in their paths for each list.
 * @param places - where nulls stand for refused fields: response names, and integers for each list.
 */
export function placedRefusals(refusals: readonly GraphQLError[], places: readonly Path[]): GraphQLError[] {
  return refusals.flatMap((refusal) => {
    const { message, extensions } = refusal;
    const path = refusal.path!;
    if (!path.includes('@')) return refusal;
    const placed = places.filter((place) => isAt(place, path));
    if (placed.length > 0) return placed.map((place) => new GraphQLError(message, { path: place, extensions }));
    const names = path.filter((part) => part !== '@').join('.');
    return new GraphQLError(message, { extensions: { ...extensions, paths: [names] } });
  });
}

const isAt = (place: Path, path: Path) =>
  place.length === path.length &&
  path.every((part, index) => part === place[index] || (part === '@' && typeof place[index] === 'number'));
