import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { FAILING } from './canned-london';

const FIELDS = 'name priorities bodies { name quorum }';

/** What is asked, and how often in a second. */
export const QUESTIONS = {
  /** Of all partnerships, the one that fails among them. */
  everybody: { query: `{ partnerships { id ${FIELDS} } }`, rate: 4 },
  /** Of all others. */
  others: { query: `{ neighbours { id ${FIELDS} } }`, rate: 20 },
};
export type Question = keyof typeof QUESTIONS;

/** Callers, each at an address of its own, by which the hub counts them. */
const CALLERS = 16;
const PATIENCE_MS = 30_000;

/** One answer under load, its instants in milliseconds of `performance.now()`. */
export interface NeighbourReply {
  question: Question;
  sentAt: number;
  ms: number;
  /** `partial`: all is there but what the partnership that fails would have said, and errors and coverage say so. */
  outcome: 'whole' | 'partial' | 'wrong';
  text: string;
}

interface Answer {
  data?: Record<string, { id: string }[]> | null;
  errors?: { extensions?: { subgraph?: string } }[];
  extensions?: { coverage?: { missing: { id: string }[] } };
}

/** Asks a hub steadily, whether it has answered or not, until stopped, and keeps what came. */
export class NeighbourLoad {
  readonly replies: NeighbourReply[] = [];
  readonly #whole = new Map<Question, string>();
  readonly #callers: Pool[];
  readonly #end = new AbortController();
  #asking: Promise<unknown> = Promise.resolve();
  #asked = 0;

  /** @param origin - of the gateway. */
  constructor(origin: string) {
    this.#callers = Array.from({ length: CALLERS }, (_, index) => {
      return new Pool(origin, { localAddress: `127.0.6.${1 + index}`, connections: 64 });
    });
  }

  /** Learns the whole answers of a hub that is well, and begins. */
  async begin(): Promise<void> {
    const questions = Object.keys(QUESTIONS) as Question[];
    for (const question of questions) {
      // The first is planned, and the second compiled.
      for (let time = 0; time < 3; time += 1) this.#whole.set(question, (await this.#ask(question)).text);
      if (this.#whole.get(question)!.includes('"errors"')) throw new Error(`Not well: ${this.#whole.get(question)}`);
    }
    this.#asking = Promise.all(questions.map((question) => this.#keepAsking(question)));
  }

  /** Waits for the last answer. */
  async stop(): Promise<void> {
    this.#end.abort();
    await this.#asking;
    await Promise.all(this.#callers.map((caller) => caller.destroy()));
  }

  async #keepAsking(question: Question): Promise<void> {
    const waiting = new Set<Promise<void>>();
    const everyMs = 1000 / QUESTIONS[question].rate;
    let next = performance.now();
    while (!this.#end.signal.aborted) {
      const one: Promise<void> = this.#askOnce(question).finally(() => waiting.delete(one));
      waiting.add(one);
      next = Math.max(next + everyMs, performance.now() - 1000);
      await sleep(Math.max(0, next - performance.now()));
    }
    await Promise.all(waiting);
  }

  async #askOnce(question: Question): Promise<void> {
    const sentAt = performance.now();
    const { status, text } = await this.#ask(question);
    const outcome = this.#outcome(question, status, text);
    const told = outcome === 'wrong' ? `${status} ${text}` : '';
    this.replies.push({ question, sentAt, ms: performance.now() - sentAt, outcome, text: told });
  }

  async #ask(question: Question): Promise<{ status: number; text: string }> {
    const caller = this.#callers[this.#asked++ % CALLERS]!;
    try {
      const { statusCode, body } = await caller.request({
        ...{ path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json' } },
        ...{ body: JSON.stringify({ query: QUESTIONS[question].query }), headersTimeout: PATIENCE_MS },
      });
      return { status: statusCode, text: await body.text() };
    } catch (error) {
      return { status: 0, text: String(error) };
    }
  }

  #outcome(question: Question, status: number, text: string): NeighbourReply['outcome'] {
    const whole = this.#whole.get(question)!;
    if (status === 200 && text === whole) return 'whole';
    if (status !== 200 || question === 'others') return 'wrong';
    const [answer, expected] = [JSON.parse(text) as Answer, JSON.parse(whole) as Answer];
    const others = ({ data }: Answer) => data?.['partnerships']?.filter(({ id }) => id !== FAILING);
    const { errors = [], extensions } = answer;
    const isSaid =
      errors.length > 0 &&
      errors.every((error) => error.extensions?.subgraph === FAILING) &&
      isDeepStrictEqual(
        extensions?.coverage?.missing.map(({ id }) => id),
        [FAILING],
      );
    return isSaid && isDeepStrictEqual(others(answer), others(expected)) ? 'partial' : 'wrong';
  }
}
