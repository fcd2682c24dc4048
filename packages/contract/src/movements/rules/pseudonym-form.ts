/** Of a child: so that no number that names one comes in by mistake. */
const PSEUDONYM = /^p(\d{1,3}):\d{1,6}:[\w-]{1,64}$/;
/** By which pseudonyms of local references are made; of NHS numbers it is 1. */
const OF_REFERENCES = '2';

/** Whether a text has the form of a child's pseudonym. */
export function isPseudonym(text: string): boolean {
  return PSEUDONYM.test(text);
}

/**
 * Whether a pseudonym was made of a local reference, since the child has no NHS number that is known: nobody else finds the
 * child by it, and the other side has to ask who it is.
 */
export function isOfReference(pseudonym: string): boolean {
  return PSEUDONYM.exec(pseudonym)?.[1] === OF_REFERENCES;
}
