/**
 * Pairs each partnership that was asked with its answer. `@requires` may name no field that this subgraph has itself, so
 * no id comes with an answer: answers are told apart by their places, which are those of the list that was asked.
 *
 * @param asked - what was asked, in the order of the list, which is that of the directory.
 * @param answers - what each answered; null for one that did not.
 * @throws Error where a place is missing, since no answer could be told from another then.
 */
export function answersByPlace<Asked, Answer>(
  asked: readonly Asked[],
  answers: readonly (Answer | null)[],
): [Asked, Answer | null][] {
  if (answers.length !== asked.length) {
    throw new Error(`${asked.length} partnerships were asked, and ${answers.length} places hold answers.`);
  }
  return asked.map((one, place) => [one, answers[place] ?? null]);
}
