import { Pool } from 'undici';

/** Operations under way at once; enough to keep two cores busy. */
const CONCURRENCY = 8;

/** One question, sent to one hub as often as it answers. */
export class Load {
  readonly #pool: Pool;

  constructor(
    url: string,
    private readonly headers: Record<string, string>,
    private readonly body: string,
  ) {
    this.#pool = new Pool(url, { connections: CONCURRENCY });
  }

  /** The answer, as text. @throws Error unless it is data alone. */
  async ask(): Promise<string> {
    const { headers } = this;
    const answer = await this.#pool.request({ path: '/graphql', method: 'POST', headers, body: this.body });
    const text = await answer.body.text();
    if (answer.statusCode === 200 && !text.startsWith('{"errors"') && !text.includes('"errors":[')) return text;
    throw new Error(`The hub answered ${answer.statusCode}: ${text.slice(0, 500)}`);
  }

  /** Asks so many times, and says how many answers came in a second. */
  async measure(operations: number): Promise<number> {
    const begun = performance.now();
    let left = operations;
    const client = async () => {
      while (left-- > 0) await this.ask();
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, client));
    return (operations * 1000) / (performance.now() - begun);
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}
