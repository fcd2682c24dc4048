import { TurnRefused, Turns, type RequestIdentity } from '@hub/access';
import { askerOf } from '@hub/limits';
import type { TraceSpan } from '@hub/tracing';
import type { Deadline } from '../deadline/deadline';

/** Of whoever asks past the hub. Each request holds its body and its answer. */
const LIMITS = { ofOne: 4, waitingOfOne: 32, atOnce: 16, waiting: 128 };

/** For whom a request is answered, and until when. */
export interface Asking {
  requestIdentity: RequestIdentity;
  deadline: Deadline;
  /** Where it came from. */
  ip: string;
  /** Where it is traced. */
  span: TraceSpan | undefined;
}

/** The turns of one port. */
export const turnsOfPort = (): Turns => new Turns(LIMITS);

/**
 * Lets in by turns whoever asks past the hub, so that nobody takes more than a share. The hub goes by: it has shared out
 * what it asks already, and the relay's questions come through it.
 */
export async function inTurn<Result>(
  turns: Turns,
  { requestIdentity, deadline, ip }: Asking,
  answer: () => Promise<Result>,
): Promise<Result> {
  if (requestIdentity.isHub) return answer();
  const waiting = new AbortController();
  const forget = deadline.onOver(() => waiting.abort(new TurnRefused('everybody')));
  const over = await turns.take(askerOf(requestIdentity.caller, ip).key, waiting.signal).finally(forget);
  try {
    return await answer();
  } finally {
    over();
  }
}
