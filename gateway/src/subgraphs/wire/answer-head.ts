import { GATEWAY_KEY_HEADER } from '@hub/access';

/** What the head of an answer says of the rest. */
export interface AnswerHead {
  status: number;
  /** Bytes that follow. */
  length: number;
  /** Whether the connection ends with this answer. */
  isLast: boolean;
  /** How long the connection is kept unused, in milliseconds, if that is said. */
  keptMs: number | undefined;
  gatewayKey: string | undefined;
}

const STATUS = /^HTTP\/1\.1 ([1-5]\d\d)(?: |$)/;
const OTHER_VERSION = /^HTTP\/1\.0 [1-5]\d\d(?: |$)/;
/** Control characters, and ends of lines by half. */
const FORBIDDEN = /[^\t\r\n -~\x80-\xff]|\r(?!\n)|(?<!\r)\n/;
const NAME = /^[!#$%&'*+\-.^_`|~\da-z]+$/;
const LENGTH = /^[\t ]*(\d+)[\t ]*$/;
const CLOSE = /(?:^|[\t ,])close(?:$|[\t ,])/i;
const TIMEOUT = /(?:^|[\t ,])timeout=(\d{1,6})(?:$|[\t ,])/i;
const WORD = /^[\t ]*([\w-]+)[\t ]*$/;

/**
 * Reads a head (RFC 9112), to the letter: what could be read in two ways is not read at all.
 *
 * @param text - without the empty line at its end, a byte a character.
 * @returns `FOREIGN` for HTTP of a kind that a whole client is needed for, `GARBAGE` for what is no such answer.
 */
export function readHead(text: string): AnswerHead | 'FOREIGN' | 'GARBAGE' {
  const [first, ...lines] = text.split('\r\n');
  const status = Number(STATUS.exec(first!)?.[1]);
  if (FORBIDDEN.test(text) || status === 101) return 'GARBAGE';
  if (!status) return OTHER_VERSION.test(first!) ? 'FOREIGN' : 'GARBAGE';
  const head: AnswerHead = { status, length: NaN, isLast: false, keptMs: undefined, gatewayKey: undefined };
  let isForeign = false;
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase();
    if (!NAME.test(name)) return 'GARBAGE';
    const value = line.slice(colon + 1);
    switch (name) {
      case 'content-length': {
        const length = LENGTH.exec(value)?.[1];
        // Of two that agree one would do, but nobody who means well sends two.
        if (length === undefined || !Number.isNaN(head.length)) return 'GARBAGE';
        head.length = Number(length);
        break;
      }
      case 'transfer-encoding':
      case 'content-encoding':
        isForeign = true;
        break;
      case 'connection':
        head.isLast ||= CLOSE.test(value);
        break;
      case 'keep-alive': {
        const seconds = TIMEOUT.exec(value)?.[1];
        if (seconds !== undefined) head.keptMs = Number(seconds) * 1000;
        break;
      }
      case GATEWAY_KEY_HEADER:
        head.gatewayKey = WORD.exec(value)?.[1];
    }
  }
  if (status < 200 || status === 204 || status === 304) head.length = 0;
  return isForeign || Number.isNaN(head.length) ? 'FOREIGN' : head;
}
