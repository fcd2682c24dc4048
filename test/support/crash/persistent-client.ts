import { setTimeout as pause } from 'node:timers/promises';
import { post } from '../test-hub';

const ANSWER_MS = 10_000;
/** Between two attempts: at first it is less. */
const LONGEST_PAUSE_MS = 6_000;

/** What a mutation about a movement answers. */
export interface Answered {
  movement: string | null;
  /** How the step stands at the hub. */
  step: string | null;
  userErrors: { code: string; message: string }[];
}

/** A request: where, by whom, and what. */
export interface Attempt {
  /** Null where nobody is known to listen. */
  url(): string | null;
  headers: Record<string, string>;
  query: string;
  input: object;
}

/** A partnership's system that says the same thing, under the same id, until it has an answer. */
export class PersistentClient {
  /** Requests made, and those that had no answer. */
  readonly figures = { requests: 0, unanswered: 0 };
  /** What was said last in place of an answer. */
  lastProblem = '';

  constructor(private readonly random: () => number) {}

  async ask(attempt: Attempt, signal: AbortSignal): Promise<Answered> {
    for (let failures = 1; ; failures++) {
      const answered = await this.once(attempt);
      if (answered) return answered;
      await pause(LONGEST_PAUSE_MS * Math.min(1, failures / 8) * this.random(), null, { signal });
    }
  }

  private async once({ url, headers, query, input }: Attempt): Promise<Answered | null> {
    const address = url();
    if (address === null) return null;
    this.figures.requests++;
    try {
      const { data, errors } = await withinTime(post(address, { query, variables: { input } }, headers));
      if (data?.done) return data.done as Answered;
      this.lastProblem = JSON.stringify(errors);
    } catch (error) {
      this.lastProblem = String(error);
    }
    this.figures.unanswered++;
    return null;
  }
}

async function withinTime<Value>(work: Promise<Value>): Promise<Value> {
  const late = new AbortController();
  const timeout = pause(ANSWER_MS, null, { signal: late.signal }).then(() => {
    throw new Error('There was no answer in time.');
  });
  // Whichever is later is of no interest any more.
  timeout.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, timeout]);
  } finally {
    late.abort();
  }
}
