import type { MoveData } from './movement-event';
import { refuse, type MoveRefusal } from './refusal';

/** Why a step that is recorded for the other side may not be: nothing says what it is known by. Null where it does. */
export function missingEvidence({ evidence }: MoveData): MoveRefusal | null {
  const remedy =
    "Say what the other side's step is known by, as the reference and day of its letter. The hub tells it nothing.";
  return evidence?.trim() ? null : refuse('REQUIRED', 'evidence', remedy);
}
