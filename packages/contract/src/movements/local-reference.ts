/** What an input says of a local reference. */
export const LOCAL_REFERENCE =
  'Where the child has no NHS number that you know: what your own system calls it; of an unborn child what it calls the ' +
  'mother, with a mark of your own for twins and for a later child. Up to 100 characters, the same each time. A pseudonym is made of it at once.';
