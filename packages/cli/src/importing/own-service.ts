import { readFile } from 'node:fs/promises';
import { request as plain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { HubError, reasonOf } from '../errors';

/** The own service of a partnership, asked as somebody. */
export interface OwnService {
  /** Its origin, as `https://records.example`. */
  url: string;
  token: string;
}

interface Told {
  rows?: number;
  result?: unknown;
  errors?: readonly { message: string; extensions: { code: string } }[];
}

/**
 * Where the own service of a partnership of a running hub is.
 *
 * @param file - with the port of each process.
 * @throws HubError `IMPORT_NO_ADDRESS`
 */
export async function originIn(file: string, partnership: string): Promise<string> {
  const ports = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Record<string, number>,
    () => ({}) as Record<string, number>,
  );
  const port = ports[partnership];
  if (port === undefined) throw new HubError('IMPORT_NO_ADDRESS', { partnership, file });
  return `http://127.0.0.1:${port}`;
}

/**
 * Asks, and reads the answer line by line as it comes.
 *
 * @param progress - told of rows that have been looked at.
 * @returns the last line, or its result.
 * @throws HubError where it is refused, or breaks off.
 */
export async function askOwnService<Result>(
  { url, token }: OwnService,
  { method = 'GET', path, body, bytes = 0 }: { method?: string; path: string; body?: Readable; bytes?: number },
  progress: (rows: number) => void = () => undefined,
): Promise<Result> {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(body && { 'content-type': 'application/octet-stream', 'content-length': bytes }),
  };
  let last: Told | undefined;
  try {
    const answer = await send(new URL(path, url), { method, headers }, body);
    for await (const line of createInterface({ input: answer })) {
      last = JSON.parse(line) as Told;
      if (typeof last.rows === 'number' && !('result' in last)) progress(last.rows);
    }
  } catch (error) {
    throw new HubError('IMPORT_UNREACHABLE', { url, reason: reasonOf(error) });
  }
  const [refusal] = last?.errors ?? [];
  if (refusal) throw new HubError('IMPORT_REFUSED', { code: refusal.extensions.code, message: refusal.message });
  const isWhole = last !== undefined && Object.keys(last).join() !== 'rows';
  if (!isWhole) throw new HubError('IMPORT_UNREACHABLE', { url, reason: 'the answer broke off' });
  return (last!.result ?? last) as Result;
}

function send(url: URL, options: RequestOptions, body: Readable | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? secure : plain)(url, options, (answer) => {
      // It may be refused before all of it is sent.
      body?.destroy();
      resolve(answer);
    });
    sent.on('error', reject);
    if (!body) return void sent.end();
    body.on('error', (error) => sent.destroy(error));
    body.pipe(sent);
  });
}
