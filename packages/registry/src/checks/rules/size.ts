import { finding, type Finding } from '../finding';
import type { Rule } from './rule';

/** How large the schema of a partnership may be, in bytes: eight times that of the largest today. */
export const LARGEST_SDL = 2 ** 20;

/** How many types it may have: three times as many as the contract. */
export const MOST_TYPES = 600;

/** Before it is parsed: what is too large is not looked at. */
export function sdlSize(name: string, sdl: string): Finding[] {
  const bytes = Buffer.byteLength(sdl);
  if (bytes <= LARGEST_SDL) return [];
  return [finding('SDL_TOO_LARGE', { coordinate: '', subgraphs: [name] }, { bytes, most: LARGEST_SDL })];
}

/** Composing takes longer with every type, for everybody. */
export const typeCount: Rule = ({ name, types }) =>
  types.size <= MOST_TYPES
    ? []
    : [finding('TOO_MANY_TYPES', { coordinate: '', subgraphs: [name] }, { count: types.size, most: MOST_TYPES })];
