/** graphql-js ends a message with it, for fields, types, arguments, enum values and input fields. */
const SUGGESTION = / Did you mean [^?]*\?/g;

/** A message without the names that the client did not know of. */
export function hideSuggestions(message: string): string {
  return message.replace(SUGGESTION, '');
}
