import { createHmac, timingSafeEqual } from 'node:crypto';
import { cursorRefused } from '@hub/contract';

/** Bytes of a signature: nobody finds one of 2^128 by asking. */
const SIGNATURE_BYTES = 16;

/** Secrets that sign cursors. The first signs; all are believed. */
export type CursorKeys = readonly [Buffer, ...Buffer[]];

/**
 * Signs a cursor, so that it is worth something in one list alone.
 *
 * @param list - what the list is: all that a page of it was made by.
 */
export function signedCursor(cursor: string, list: string, [key]: CursorKeys): string {
  return `${cursor}.${signatureOf(cursor, list, key)}`;
}

/**
 * The cursor that was signed for a list.
 *
 * @throws GraphQLError `BAD_USER_INPUT` when it was not signed here, or for another list.
 */
export function verifiedCursor(signed: string, list: string, keys: CursorKeys): string {
  const [, cursor = '', given = ''] = /^([\w-]+)\.([\w-]{22})$/.exec(signed) ?? [];
  const isOurs = (key: Buffer) => isSame(signatureOf(cursor, list, key), given);
  if (!keys.some(isOurs)) throw cursorRefused();
  return cursor;
}

function signatureOf(cursor: string, list: string, key: Buffer): string {
  // A cursor has no line break, so the two cannot be cut in another place.
  const mac = createHmac('sha256', key).update(`${cursor}\n${list}`).digest();
  return mac.subarray(0, SIGNATURE_BYTES).toString('base64url');
}

/** As texts: the last letter of one holds bits that are in no byte, so that several texts are the same bytes. */
function isSame(signature: string, given: string): boolean {
  return given.length === signature.length && timingSafeEqual(Buffer.from(signature), Buffer.from(given));
}
