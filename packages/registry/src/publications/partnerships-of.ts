import { parse } from 'graphql';
import { partnershipsIn } from '../assembly/partnerships-in';

/**
 * The names of the subgraphs of all partnerships that the London SCP has in its directory.
 *
 * @param sdl - the London SCP's; none are known of one that does not parse.
 */
export function partnershipsOf(sdl: string): string[] {
  try {
    return partnershipsIn(parse(sdl, { noLocation: true }));
  } catch {
    return [];
  }
}
