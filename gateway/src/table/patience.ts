import { setTimeout } from 'node:timers/promises';
import { GATEWAY_ERRORS } from '../errors';
import { RequestRefused } from '../http/http-errors';
import type { DirectAnswer } from '../operation/direct-answers';

/**
 * Asks again where the answer is to ask again later, as a patient client would.
 *
 * @param left - for how long the answer may be waited for, in milliseconds.
 */
export async function patiently(ask: () => Promise<DirectAnswer>, left: () => number): Promise<DirectAnswer> {
  for (;;) {
    const answered = await ask().catch(asAnswer);
    const ms = 1000 * Number(new Map(answered.headers).get('retry-after'));
    // Not a number where it is of no use to ask again.
    if (Number.isNaN(ms) || ms > left()) return answered;
    await setTimeout(ms);
  }
}

/** A refusal before GraphQL, as GraphQL answers one. */
function asAnswer(error: unknown): DirectAnswer {
  if (!(error instanceof RequestRefused)) throw error;
  const { code, message, headers } = error;
  const text = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  return { status: GATEWAY_ERRORS[code].status, headers: Object.entries(headers), text };
}
