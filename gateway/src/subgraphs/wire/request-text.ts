import type { WireRequest } from './wire';

/** A request as it is written. */
export interface RequestText {
  text: string;
  /** What is ASCII alone is the same in latin1, which is cheaper to write. */
  encoding: 'latin1' | 'utf8';
}

/** What no value of a header may hold here: after the end of a line it would be a header, or a request, of its own. */
const FORBIDDEN = /[^\t -~]/;

/**
 * A request in HTTP/1.1.
 *
 * @param host - name and port.
 * @returns undefined where a header holds what is not ASCII in print.
 */
export function requestText(host: string, { method, path, headers, body }: WireRequest): RequestText | undefined {
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n`;
  for (let at = 0; at < headers.length; at += 2) {
    const value = headers[at + 1]!;
    if (FORBIDDEN.test(value)) return undefined;
    head += `${headers[at]}: ${value}\r\n`;
  }
  // Half of a surrogate pair is written as U+FFFD, and counted as such.
  const bytes = Buffer.byteLength(body);
  if (method === 'POST') head += `content-length: ${bytes}\r\n`;
  return { text: `${head}\r\n${body}`, encoding: bytes === body.length ? 'latin1' : 'utf8' };
}
