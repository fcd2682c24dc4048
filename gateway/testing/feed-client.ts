import { request } from 'undici';

/** An event of a feed. */
export interface FeedEvent {
  event: string;
  data: unknown;
}

/** A feed as a client reads it. */
export interface FeedClient {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** The next event; null after the last. */
  next(): Promise<FeedEvent | null>;
  /** All events until it is over. */
  rest(): Promise<FeedEvent[]>;
  /** Goes away. */
  leave(): void;
}

/** Opens a feed, or gets the refusal of one as `body`. */
export async function openFeed(
  url: string,
  headers: Record<string, string>,
): Promise<FeedClient & { errors: { message: string; extensions: Record<string, unknown> }[] }> {
  const leaving = new AbortController();
  const response = await request(`${url}/feed`, { headers, signal: leaving.signal });
  const { statusCode: status, headers: answered, body } = response;
  const { errors } = status === 200 ? { errors: [] } : ((await body.json()) as { errors: [] });
  const events = status === 200 ? eventsOf(body) : eventsOf([]);
  const next = async () => ((await events.next()).value as FeedEvent | undefined) ?? null;
  const rest = async () => {
    const all: FeedEvent[] = [];
    for (let event = await next(); event; event = await next()) all.push(event);
    return all;
  };
  return { status, headers: answered, errors, next, rest, leave: () => leaving.abort() };
}

async function* eventsOf(body: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<FeedEvent> {
  let text = '';
  for await (const chunk of body) {
    const blocks = (text + chunk.toString()).split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const [, event, data] = /^event: (.+)\ndata: (.+)$/.exec(block) ?? [];
      if (event && data) yield { event, data: JSON.parse(data) };
    }
  }
}
