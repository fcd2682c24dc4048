import { Client } from 'undici';

/** An answer as it came. */
export interface Reply {
  /** 0 where none came: the connection was refused, closed, or given up. */
  status: number;
  text: string;
  /** Codes of its errors, each once. */
  codes: readonly string[];
  /** Milliseconds until it was there. */
  ms: number;
}

/** What is sent. */
export interface Sent {
  /** Where to, such as `http://127.0.0.1:4000`. */
  origin: string;
  body: string;
  headers?: Readonly<Record<string, string>>;
}

/**
 * Posts to `/graphql` over a new connection, as curl does.
 *
 * @param address - of the loopback network, to ask from: the hub counts callers without a token by it
 * @param patience - milliseconds after which the caller goes away
 */
export async function askFrom(
  address: string,
  { origin, body, headers }: Sent,
  patience: number,
  end?: AbortSignal,
): Promise<Reply> {
  const begun = performance.now();
  const client = new Client(origin, { localAddress: address });
  // Not by AbortSignal.any: with a signal of a timeout Node 20 may forget it.
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  const timer = setTimeout(leave, patience);
  end?.addEventListener('abort', leave);
  try {
    const all = { 'content-type': 'application/json', ...headers };
    const answer = await client.request({
      path: '/graphql',
      method: 'POST',
      headers: all,
      body,
      signal: leaving.signal,
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, text, codes: codesIn(text), ms: performance.now() - begun };
  } catch (error) {
    const { name, code } = error as Error & { code?: string | number };
    return {
      status: 0,
      text: '',
      codes: [typeof code === 'string' && name !== 'AbortError' ? code : name],
      ms: performance.now() - begun,
    };
  } finally {
    clearTimeout(timer);
    end?.removeEventListener('abort', leave);
    await client.destroy();
  }
}

/** The outcome of a request in a few words: `200`, `429 RATE_LIMITED`, `gave up`. */
export function outcomeOf({ status, codes }: Reply): string {
  if (status !== 0) return [status, ...codes].join(' ');
  return codes[0] === 'AbortError' ? 'gave up' : codes[0]!;
}

function codesIn(text: string): string[] {
  if (!text.includes('"errors"')) return [];
  try {
    const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: unknown } }[] };
    return [...new Set(errors.map(({ extensions }) => String(extensions?.code)))].sort();
  } catch {
    return ['no JSON'];
  }
}
