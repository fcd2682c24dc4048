import { UNKNOWN_ORIGIN } from './elsewhere';

/** An authority that is asked whether it knows a child who arrived without a notice. */
export interface Asked {
  /** GSS code, or that of another country. */
  authority: string;
  /** Whether the child is said to come from there; false where it is asked since it is responsible for the child. */
  isNamed: boolean;
}

/**
 * Whom an arrival asks: the authority that the child is said to come from, where one is named, and whoever is responsible for the
 * child, where that is another. Nobody asks itself. The arrival changes nothing of who is responsible.
 *
 * @param responsible - the authority that is responsible for the child; null where there was no notice
 */
export function askedOf(
  { origin, destination }: { origin: string; destination: string },
  responsible: string | null,
): Asked[] {
  const named = origin === UNKNOWN_ORIGIN ? [] : [{ authority: origin, isNamed: true }];
  const isAnother = responsible !== null && responsible !== origin && responsible !== destination;
  return isAnother ? [...named, { authority: responsible, isNamed: false }] : named;
}
