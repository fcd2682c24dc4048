import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningHub } from '@hub/cli';
import { askFrom, outcomeOf, type Reply } from './caller';
import { quantile } from './comparison';
import { FIRST_QUESTION } from './first-question';

const ADDRESS = '127.0.0.99';
const EVERY_MS = 1000;
const PATIENCE_MS = 30_000;
const WELL_MS = 1000;

/** How somebody was answered who only asked. */
export interface Answered {
  asked: number;
  /** Milliseconds until the answer. */
  median: number;
  p99: number;
  most: number;
  /** How often there was no whole answer, by what came instead. */
  failures: Record<string, number>;
}

/** Somebody who asks the first question of the README once a second, whatever came of the question before. */
export class Victim {
  #whole = '';

  constructor(private readonly hub: RunningHub) {}

  /** Learns what the whole answer is, of a hub that is left alone. */
  async begin(): Promise<void> {
    for (let time = 0; time < 10; time += 1) this.#whole = (await this.#ask()).text;
    if (!this.#isWhole(await this.#ask())) throw new Error(`The hub does not answer as it did: ${this.#whole}`);
  }

  /** Asks for so long, and waits for the last answer. */
  async ask(seconds: number): Promise<Answered> {
    const waiting: Promise<Reply>[] = [];
    const begun = performance.now();
    for (let turn = 1; turn <= seconds; turn += 1) {
      waiting.push(this.#ask());
      await sleep(begun + turn * EVERY_MS - performance.now());
    }
    const replies = await Promise.all(waiting);
    const times = replies.map(({ ms }) => ms);
    const failures: Record<string, number> = {};
    for (const reply of replies.filter((one) => !this.#isWhole(one))) {
      const outcome = outcomeOf(reply);
      failures[outcome] = (failures[outcome] ?? 0) + 1;
    }
    const [median, p99, most] = [quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)];
    return { asked: replies.length, median, p99, most, failures };
  }

  /** Whether three answers in a row are whole and quick again, in so many seconds. */
  async isWellWithin(seconds: number): Promise<boolean> {
    const end = performance.now() + seconds * 1000;
    for (let well = 0; well < 3;) {
      if (performance.now() > end) return false;
      await sleep(EVERY_MS);
      const reply = await this.#ask();
      well = this.#isWhole(reply) && reply.ms < WELL_MS ? well + 1 : 0;
    }
    return true;
  }

  #isWhole({ status, text }: Reply): boolean {
    return status === 200 && text === this.#whole && !text.includes('"errors"');
  }

  #ask(): Promise<Reply> {
    const sent = { origin: this.hub.url, body: JSON.stringify({ query: FIRST_QUESTION }) };
    return askFrom(ADDRESS, sent, PATIENCE_MS);
  }
}
