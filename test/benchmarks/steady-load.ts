import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { askFrom, outcomeOf } from './caller';

const EVERY_MS = 1000;
const PATIENCE_MS = 20_000;
const PARTNERSHIPS = ['havering', 'lambeth', 'redbridge', 'tri-borough'];
const FIELDS = 'id name termsOfReference { reviewDue clauses { id } } bodies { id name }';

/** What is asked, over all partnerships: each by a caller of its own. */
const QUESTIONS: readonly { name: string; query: string }[] = [
  ...PARTNERSHIPS.map((id) => ({ name: id, query: `{ partnerships(ids: ["${id}"]) { ${FIELDS} } }` })),
  { name: 'every partnership', query: `{ partnerships { ${FIELDS} } }` },
  { name: 'some partnerships', query: `{ partnerships(ids: ["havering", "lambeth", "redbridge"]) { ${FIELDS} } }` },
  { name: 'the London SCP', query: '{ procedures { id } localAuthorities { name } }' },
];

/** One answer under load, its instants in milliseconds of `performance.now()`. */
export interface LoadReply {
  question: string;
  sentAt: number;
  answeredAt: number;
  /** `own part lost`: all is there but what the partnership that fails would have said, and the answer says so. */
  outcome: 'whole' | 'own part lost' | 'failed';
  /** As `200 SUBGRAPH_UNAVAILABLE`. */
  detail: string;
}

interface Answer {
  data?: { partnerships?: { id: string }[] } | null;
  errors?: { extensions?: { code?: string; subgraph?: string } }[];
}

/** Asks a hub a few questions a second, until stopped, and keeps what came. */
export class SteadyLoad {
  readonly replies: LoadReply[] = [];
  readonly #whole = new Map<string, string>();
  readonly #end = new AbortController();
  #asking: Promise<unknown> = Promise.resolve();

  /**
   * @param origin - of the gateway
   * @param failing - the partnership that is to fail; null where none of its own is
   */
  constructor(
    private readonly origin: string,
    private readonly failing: string | null,
  ) {}

  /** Learns the whole answers of a hub that is well, and begins. */
  async begin(): Promise<void> {
    for (const [index, { name, query }] of QUESTIONS.entries()) {
      for (let time = 0; time < 3; time += 1) this.#whole.set(name, (await this.#ask(index, query)).text);
      if (this.#whole.get(name)!.includes('"errors"')) throw new Error(`The hub is not well: ${this.#whole.get(name)}`);
    }
    this.#asking = Promise.all(QUESTIONS.map((_, index) => this.#keepAsking(index)));
  }

  /** Resolves with all that came, once the last is there. */
  async stop(): Promise<readonly LoadReply[]> {
    this.#end.abort();
    await this.#asking;
    return this.replies;
  }

  /** When the questions that reach what fails were whole again for good; null where one is not yet. */
  wholeSince(instant: number, isOwn: (question: string) => boolean): number | null {
    const instants = QUESTIONS.filter(({ name }) => isOwn(name)).map(({ name }) => {
      const replies = this.replies.filter(({ question, sentAt }) => question === name && sentAt >= instant);
      const lastBad = replies.findLast(({ outcome }) => outcome !== 'whole')?.sentAt ?? 0;
      return replies.find(({ outcome, sentAt }) => outcome === 'whole' && sentAt > lastBad)?.answeredAt ?? null;
    });
    return instants.some((one) => one === null) ? null : Math.max(...(instants as number[]));
  }

  async #keepAsking(index: number): Promise<void> {
    const waiting: Promise<void>[] = [];
    // Not all in the same moment.
    await sleep((index * EVERY_MS) / QUESTIONS.length);
    while (!this.#end.signal.aborted) {
      waiting.push(this.#askOnce(index));
      await sleep(EVERY_MS);
    }
    await Promise.all(waiting);
  }

  async #askOnce(index: number): Promise<void> {
    const { name, query } = QUESTIONS[index]!;
    const sentAt = performance.now();
    const reply = await this.#ask(index, query);
    const outcome = this.#outcome(name, reply.status, reply.text);
    const entry = { question: name, sentAt, answeredAt: performance.now(), outcome, detail: outcomeOf(reply) };
    this.replies.push(entry);
    this.replies.sort((one, other) => one.sentAt - other.sentAt);
  }

  #ask(index: number, query: string) {
    return askFrom(`127.0.5.${1 + index}`, { origin: this.origin, body: JSON.stringify({ query }) }, PATIENCE_MS);
  }

  #outcome(question: string, status: number, text: string): LoadReply['outcome'] {
    const whole = this.#whole.get(question)!;
    if (status === 200 && text === whole) return 'whole';
    if (status !== 200 || this.failing === null) return 'failed';
    const [{ data, errors = [] }, expected] = [JSON.parse(text) as Answer, JSON.parse(whole) as Answer];
    const others = (answer: Answer['data']) => answer?.partnerships?.filter(({ id }) => id !== this.failing);
    const isSaid =
      errors.length > 0 &&
      errors.every(({ extensions: { code, subgraph } = {} }) => {
        return code === 'SUBGRAPH_UNAVAILABLE' && subgraph === this.failing;
      });
    return isSaid && data && isDeepStrictEqual(others(data), others(expected.data)) ? 'own part lost' : 'failed';
  }
}

/** Whether a question reaches a process: a partnership only where it is asked for, anything else always. */
export function reaches(question: string, failing: string | null): boolean {
  if (failing === null) return true;
  if (question === 'some partnerships') return failing !== 'tri-borough';
  return question === failing || question === 'every partnership';
}

/** The partnership whose process it is; null for the London SCP's, the gateway and PostgreSQL. */
export function partnershipOf(process: string): string | null {
  return PARTNERSHIPS.includes(process) ? process : null;
}
