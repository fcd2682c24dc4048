import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';

/** A request as it is sent. */
export interface Sent {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Empty for GET. */
  body: string;
}

/** A request, and what was answered. */
export interface Exchange {
  sent: Sent;
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** No answer came: the connection failed or was closed, the time was over, or the answer was too large. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    readonly sent: Sent,
    readonly reason: string,
    /** Whether the time was over. */
    readonly isOverdue: boolean,
  ) {
    super(reason);
  }
}

/** In milliseconds. The hub itself waits for 5 s; a slow machine may have more. */
export const ANSWER_WITHIN_MS = 30_000;

/** In bytes: as much as the hub reads of a schema, and more. */
const LARGEST_ANSWER = 16 * 2 ** 20;

/**
 * Sends a request on a connection of its own and reads the answer, also where that comes before all was sent.
 *
 * @throws {@link NoAnswer}
 */
export async function exchange(sent: Sent): Promise<Exchange> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const message = await headOf(sent, signal);
    return { sent, status: message.statusCode!, headers: message.headers, text: await textOf(message) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = signal.aborted ? `nothing within ${ANSWER_WITHIN_MS / 1000} s` : (code ?? message);
    throw new NoAnswer(sent, reason, signal.aborted);
  }
}

function headOf({ method, url, headers, body }: Sent, signal: AbortSignal): Promise<IncomingMessage> {
  const send = new URL(url).protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    // Nothing is kept open: a subject that shuts down is not held up.
    send(url, { method, headers: { ...headers, 'content-length': Buffer.byteLength(body) }, signal, agent: false })
      .once('response', resolve)
      // Later ones too: a subject may answer, and close before it has read everything.
      .on('error', reject)
      .end(body);
  });
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message) {
    size += (part as Buffer).length;
    if (size > LARGEST_ANSWER) throw new Error(`the answer is larger than ${LARGEST_ANSWER} bytes`);
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}
