import { problem, proseProblems, type SubgraphContext } from '@hub/subgraph-kit';
import { LONGEST_ANSWER, type UserError } from '@hub/contract';
import { z } from 'zod';
import { askHubNow } from '../exchange/ask-hub-now';
import { AnswerPayload } from './own-questions';

const answered = z.object({
  done: z
    .object({ userErrors: z.array(z.object({ field: z.array(z.string()), code: z.string(), message: z.string() })) })
    .nullable(),
});

/** An answer for the hub. */
export interface Answer {
  /** The hub's mutation, and the type of its input. */
  mutation: 'answerArrival' | 'answerResponsibilityClaim';
  inputType: 'AnswerArrivalInput' | 'AnswerResponsibilityClaimInput';
  /** What it says, without who says it. */
  input: object;
  /** GSS code of the authority acted for. */
  authority: string;
  /** The words in it, by field; null where there are none. */
  words: Readonly<Record<string, string | null>>;
}

/**
 * Gives the hub an answer, for one's own authority, with who gives it. The hub has the question, so that nobody answers while it
 * is away: they are told (`HUB_AWAY`), and nothing is kept here. The same again changes nothing there.
 */
export async function giveAnswer(
  context: SubgraphContext,
  { mutation, inputType, input, authority, words }: Answer,
): Promise<AnswerPayload> {
  const wrong = Object.entries(words).flatMap(([field, text]) =>
    text === null ? [] : proseProblems(field, text, LONGEST_ANSWER),
  );
  if (wrong.length > 0) return payload(wrong);
  const { caller } = context.requestIdentity;
  const query = `mutation GiveAnswer($input: ${inputType}!) {
    done: ${mutation}(input: $input) { userErrors { field code message } } }`;
  const variables = { input: { ...input, authority, person: caller!.person } };
  const { data, problem: away } = await askHubNow(context, { query, variables, data: answered }, 'answers a question');
  if (data?.done) return payload(data.done.userErrors);
  return payload([problem('input', 'HUB_AWAY', `${away ?? 'The hub gave no answer.'} Give the answer again later.`)]);
}

function payload(userErrors: UserError[]): AnswerPayload {
  return Object.assign(new AnswerPayload(), { isTaken: userErrors.length === 0, userErrors });
}
