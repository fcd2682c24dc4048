import type { MovementEvent } from './movement-event';

/** The role in which a partnership's system speaks, and no person. */
const SYSTEM = 'partnership-system';

/** When a notice was read by a person, and in which role. */
export interface Reading {
  at: string;
  role: string;
}

/**
 * What a step says of its destination having read the notice; null where it says nothing. A person of the destination who takes
 * a step has read it, and so has one who records the notice itself. Its system has it, which is another fact; and what somebody
 * else records on its behalf is their word.
 *
 * @param at - when the step counts as made
 */
export function readingOf({ authority, role, data }: MovementEvent, destination: string, at: string): Reading | null {
  return (data.recordedBy ?? authority) === destination && role !== SYSTEM ? { at, role } : null;
}
