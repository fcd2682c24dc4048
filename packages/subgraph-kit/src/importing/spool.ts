import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { openNameless } from './nameless-file';
import { ImportRefused } from './problems';
import { unpackWorkbook } from './unpack-workbook';

/** The largest file that is taken, in bytes. */
export const MOST_BYTES = 64 * 2 ** 20;

/** How text is written down. */
export type Encoding = 'utf8' | 'utf16le' | 'win1252';

/** A file that came whole, kept outside of memory until it is closed. */
export interface Spooled {
  bytes: number;
  /** Of its bytes, in hexadecimal. */
  sha256: string;
  /** How it begins. */
  head: Buffer;
  /** How its text is written; of a workbook the rows are unpacked. */
  encoding: Encoding | 'unpacked';
  handle: FileHandle;
  close(): Promise<void>;
}

/**
 * Takes a file in.
 *
 * @throws ImportRefused where it is too large, or in an encoding that cannot be known for certain.
 */
export async function spool(body: AsyncIterable<Buffer>, mostBytes = MOST_BYTES): Promise<Spooled> {
  const handle = await openNameless();
  try {
    const hash = createHash('sha256');
    const looked = new Looked();
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > mostBytes) {
        throw new ImportRefused('FILE_TOO_LARGE', `The file has more than ${mostBytes / 2 ** 20} MB. Divide it.`);
      }
      hash.update(chunk);
      looked.at(chunk);
      await handle.appendFile(chunk);
    }
    const [sha256, encoding] = [hash.digest('hex'), looked.encoding()];
    const file = { bytes, sha256, encoding: encoding ?? 'unpacked', head: looked.head } as const;
    if (encoding !== null) return { ...file, handle, close: () => handle.close() };
    const packed = Buffer.alloc(bytes);
    await handle.read(packed, 0, bytes, 0);
    const unpacked = await unpackWorkbook(packed);
    await handle.close();
    return { ...file, handle: unpacked, close: () => unpacked.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** So much holds any header. */
const HEAD_BYTES = 2 ** 16;

const WORKBOOK = Buffer.from('PK\u0003\u0004');
const OLD_WORKBOOK = Buffer.from('d0cf11e0', 'hex');
/** Bytes that are no character of Windows-1252. */
const NOT_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** What the bytes of a file tell of how it is written. */
class Looked {
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  head = Buffer.alloc(0);
  #isUtf8 = true;
  #is1252 = true;
  #hasNul = false;

  at(chunk: Buffer): void {
    if (this.head.length < HEAD_BYTES) this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES)]);
    this.#hasNul ||= chunk.includes(0);
    if (this.#isUtf8) this.#decode(chunk, true);
    this.#is1252 &&= !chunk.some((byte) => NOT_IN_1252.has(byte));
  }

  /** Windows-1252 where it is no UTF-8: text of an office that is valid UTF-8 by chance has no other letters than ASCII. */
  encoding(): Encoding | null {
    const { head } = this;
    if (head.subarray(0, 4).equals(WORKBOOK)) return null;
    if (head.subarray(0, 4).equals(OLD_WORKBOOK)) {
      throw new ImportRefused(
        'FILE_UNREADABLE',
        'It is a workbook of Excel before 2007, or has a password. Save it as .xlsx, without one.',
      );
    }
    if (head[0] === 0xff && head[1] === 0xfe) return 'utf16le';
    if (this.#isUtf8) this.#decode(new Uint8Array(), false);
    if (!this.#hasNul && this.#isUtf8) return 'utf8';
    if (!this.#hasNul && this.#is1252) return 'win1252';
    throw new ImportRefused(
      'ENCODING_UNKNOWN',
      'The text is in none of UTF-8, UTF-16LE with its mark, and Windows-1252. Save it as "CSV UTF-8".',
    );
  }

  #decode(chunk: Uint8Array, stream: boolean): void {
    try {
      this.#utf8.decode(chunk, { stream });
    } catch {
      this.#isUtf8 = false;
    }
  }
}
