/** Words of a message as they were and as they are, in the text of its JSON: none of it can stand within a text. */
const WORDS = [
  ['"move": "RECORD_RETURN_INTERVIEW"', '"move": "RECORD_RETURN_HOME_INTERVIEW"'],
  ['"discovery": "FOUND_OUT"', '"planning": "UNPLANNED"'],
  ['"discovery": "PLANNED"', '"planning": "PLANNED"'],
  ['"manifest": ', '"transferPack": '],
  ['"field": "discovery"', '"field": "planning"'],
  ['"field": "manifest"', '"field": "transferPack"'],
  ['"clock": "RETURN_INTERVIEW"', '"clock": "RETURN_HOME_INTERVIEW"'],
] as const;

/**
 * SQL that renames an unplanned move, the interview of a child who returned and the documents that are sent, in a column
 * of JSON; or back.
 */
export function renamedWords(table: string, column: string, { back = false } = {}): string {
  const changed = WORDS.reduce((text, words) => {
    const [from, to] = back ? words.toReversed() : words;
    return `replace(${text}, '${from}', '${to}')`;
  }, `${column}::text`);
  return `UPDATE ${table} SET ${column} = (${changed})::jsonb WHERE ${column}::text <> ${changed};`;
}
