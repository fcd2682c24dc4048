import { readHead, type AnswerHead } from './answer-head';
import { textOf } from './text-of';
import type { WireAnswer } from './wire';

/** What has come of an answer by now. */
export type Progress =
  | 'MORE'
  /** It is HTTP of a kind that a whole client is needed for. */
  | 'FOREIGN'
  | 'GARBAGE'
  | 'TOO_LARGE'
  | {
      answer: WireAnswer;
      /** Whether the connection may not be used for another request. */
      isLast: boolean;
      keptMs: number | undefined;
    };

/** The largest head, in bytes, with those of interim answers before it. As undici's. */
export const MAX_HEAD_BYTES = 16_384;
const END_OF_HEAD = '\r\n\r\n';
const NOTHING = Buffer.alloc(0);

/** Reads one answer at a time from the bytes of a connection, in whatever pieces they come. */
export class AnswerReader {
  /** Of this answer. */
  #headBytes = 0;
  /** The part of a head that has come, a byte a character. */
  #headPart = '';
  #head: AnswerHead | undefined;
  #body = NOTHING;
  #filled = 0;

  /** @param maxBytes - of a body. */
  constructor(private readonly maxBytes: number) {}

  /** Whether any of an answer has come. */
  get hasBegun(): boolean {
    return this.#headBytes > 0;
  }

  /** Reads the next piece, which may be overwritten afterwards. After anything but `MORE` and an answer it reads no more. */
  read(piece: Buffer): Progress {
    let at = 0;
    while (!this.#head) {
      const taken = this.#readHead(piece, at);
      if (typeof taken === 'string') return taken;
      at = taken;
    }
    const { length, status, isLast, keptMs, gatewayKey } = this.#head;
    if (length > this.maxBytes) return 'TOO_LARGE';
    const end = at + length - this.#filled;
    if (end > piece.length) {
      this.#keep(piece.subarray(at), length);
      return 'MORE';
    }
    let body = piece.subarray(at, end);
    if (this.#filled > 0) {
      this.#keep(body, length);
      body = this.#body;
    }
    const text = textOf([body]);
    this.#headBytes = 0;
    this.#head = undefined;
    this.#body = NOTHING;
    this.#filled = 0;
    // What follows was not asked for, and nothing that comes after it can be trusted.
    return { answer: { status, text, gatewayKey }, isLast: isLast || end < piece.length, keptMs };
  }

  /** @returns where the head ends in the piece. */
  #readHead(piece: Buffer, at: number): number | 'MORE' | 'FOREIGN' | 'GARBAGE' {
    const known = this.#headPart.length;
    // No more is made text of than can be of the head.
    const found = piece.indexOf(END_OF_HEAD, at, 'latin1');
    const to = found < 0 ? piece.length : found + END_OF_HEAD.length;
    const part = this.#headPart + piece.toString('latin1', at, Math.min(to, at + MAX_HEAD_BYTES + 1 - this.#headBytes));
    const end = part.indexOf(END_OF_HEAD, Math.max(0, known - END_OF_HEAD.length));
    this.#headBytes += (end < 0 ? part.length : end + END_OF_HEAD.length) - known;
    if (this.#headBytes > MAX_HEAD_BYTES) return 'GARBAGE';
    if (end < 0) {
      this.#headPart = part;
      return 'MORE';
    }
    this.#headPart = '';
    const head = readHead(part.slice(0, end));
    if (typeof head === 'string') return head;
    // An interim answer, such as 100 or 103: the one that counts comes after it.
    if (head.status >= 200) this.#head = head;
    return at + end + END_OF_HEAD.length - known;
  }

  /** Grows with what has come, not with what was announced. */
  #keep(part: Buffer, length: number): void {
    const filled = this.#filled + part.length;
    if (filled > this.#body.length) {
      const larger = Buffer.allocUnsafeSlow(Math.min(length, Math.max(filled, 2 * this.#body.length)));
      this.#body.copy(larger, 0, 0, this.#filled);
      this.#body = larger;
    }
    part.copy(this.#body, this.#filled);
    this.#filled = filled;
  }
}
