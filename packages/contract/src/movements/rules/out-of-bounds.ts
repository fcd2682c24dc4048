import type { SentMessage } from './movement-inbox';
import { namesSomebody } from './names-somebody';
import { isPseudonym } from './pseudonym-form';
import type { Refused } from './refusal';

/** Of an id, a code, a role or a person. */
const NAME = /^[\w.:@-]{1,100}$/;
const TEXT_LENGTH = 2_000;
const MOST_ITEMS = 100;
/** What PostgreSQL keeps in no text: the null character, and halves of characters. */
const NO_TEXT = /\0|\p{Cs}/u;

/** Why something is no message at all, so that nothing of it could be kept; null where it is one. */
export function outOfBounds({ event, after }: SentMessage): Refused | null {
  const { id, movement, authority, person, role, data } = event;
  const bad = Object.entries({ id, movement, authority, person, role, after }).find(
    ([, name]) => name !== null && !NAME.test(name),
  );
  if (bad) return notAName(bad[0]);
  if (!textsIn(data.sends).every((id) => NAME.test(id))) return notAName('sends');
  for (const field of ['childPseudonym', 'siblings', 'siblingsApart'] as const) {
    if (!textsIn(data[field]).every(isPseudonym)) {
      return refused('NOT_A_PSEUDONYM', field, 'give a pseudonym, as p1:1:…, and never an NHS number.');
    }
  }
  for (const [field, value] of Object.entries(data)) {
    const texts = textsIn(value);
    if (texts.some((text) => NO_TEXT.test(text))) {
      return refused('NOT_A_TEXT', field, 'it has characters that are no text. Leave them out.');
    }
    if (texts.some(({ length }) => length > TEXT_LENGTH) || (Array.isArray(value) && value.length > MOST_ITEMS)) {
      return refused('TOO_LONG', field, `a text may have ${TEXT_LENGTH} characters, and a list ${MOST_ITEMS} items.`);
    }
  }
  const [named] = namesSomebody(data);
  return named ? { code: 'NAMES_SOMEBODY', field: named.field[0], message: named.message } : null;
}

/** Every text in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function notAName(field: string): Refused {
  return refused('NOT_A_NAME', field, 'it must be 1 to 100 letters, digits and . : @ _ -');
}

function refused(code: string, field: string, remedy: string): Refused {
  return { code, field, message: `${field}: ${remedy}` };
}
