import { createHash } from 'node:crypto';

/** A record as its hash covers it. */
export interface ChainedRecord {
  /** Hash of the record before, hexadecimal. */
  previous: string;
  seq: number;
  /** As PostgreSQL writes it here: `2026-11-03T09:30:00.123456Z`. */
  recordedAt: string;
  /** The login role that inserted it. */
  writtenBy: string;
  /** The entry's JSON, character by character. */
  body: string;
}

/** What the first record follows. */
export const GENESIS = '00'.repeat(32);

/**
 * The hash of a record, hexadecimal: SHA-256 over `previous` (32 bytes), `seq` (8 bytes, big-endian), `recordedAt` (27
 * bytes), the length of `writtenBy` (4 bytes), `writtenBy`, `body`. Each part but the last has a known length, so no two
 * records give the same bytes. PostgreSQL computes the same in `audit.hash_of`; this one asks nothing of it.
 */
export function chainHash({ previous, seq, recordedAt, writtenBy, body }: ChainedRecord): string {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(BigInt(seq));
  const writer = Buffer.from(writtenBy, 'utf8');
  const length = Buffer.alloc(4);
  length.writeInt32BE(writer.length);
  return createHash('sha256')
    .update(Buffer.from(previous, 'hex'))
    .update(place)
    .update(recordedAt, 'utf8')
    .update(length)
    .update(writer)
    .update(body, 'utf8')
    .digest('hex');
}
