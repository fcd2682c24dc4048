import { recognisableIn } from '@hub/access';
import type { MoveData } from './movement-event';

/** A text that somebody wrote, by the field that it stands in. */
interface Prose {
  /** As `['reason']`, or `['transferPack', '0', 'title']`. */
  field: [string, ...string[]];
  text: string;
}

/** The texts of a move that are written by people. Codes, days, checksums and pseudonyms are none. */
function proseOf({
  reason,
  reasonForMove,
  interimProtection,
  withheld,
  confirmation,
  evidence,
  originName,
  destinationName,
  transferPack = [],
}: MoveData): Prose[] {
  const written = Object.entries({
    ...{ reason, reasonForMove, interimProtection, withheld },
    ...{ confirmation, evidence, originName, destinationName },
  });
  return [
    ...written.flatMap(([field, text]): Prose[] => (typeof text === 'string' ? [{ field: [field], text }] : [])),
    ...transferPack.map(({ title }, index): Prose => ({
      field: ['transferPack', String(index), 'title'],
      text: title,
    })),
  ];
}

/** Where a move says by what somebody can be recognised, and what to do about it. Nothing in it says what was written. */
export function namesSomebody(data: MoveData): { field: Prose['field']; message: string }[] {
  return proseOf(data).flatMap(({ field, text }) => {
    const message = namesSomebodyIn(text);
    return message === null ? [] : [{ field, message }];
  });
}

/** What to do about a text by which somebody can be recognised; null of any other. */
export function namesSomebodyIn(text: string): string | null {
  const what = recognisableIn(text);
  return what && `It has what looks like ${what}. Say it in words by which nobody can be recognised.`;
}
