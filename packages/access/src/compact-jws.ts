import { TokenRefused } from './token-refused';

/** Claims as they stand in a token, still to be checked. */
export type Claims = Readonly<Record<string, unknown>>;

/** A token taken apart, of which nothing has been checked. */
export interface CompactJws {
  header: string;
  payload: string;
  /** Both, as they are signed. */
  text: string;
  signature: Buffer;
}

const COMPACT = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** A part of a token as text: JSON in base64url. */
export function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/**
 * Takes a token apart.
 *
 * @throws {@link TokenRefused}
 */
export function readCompactJws(token: string): CompactJws {
  const [, header, payload, signature] = COMPACT.exec(token) ?? [];
  if (header === undefined || payload === undefined || signature === undefined) throw new TokenRefused('MALFORMED');
  const bytes = Buffer.from(signature, 'base64url');
  // Several texts are the same bytes, and one of them is a token.
  if (bytes.toString('base64url') !== signature) throw new TokenRefused('MALFORMED');
  return { header, payload, text: `${header}.${payload}`, signature: bytes };
}

/**
 * What a header or a payload says. A payload is to be read once the signature has been found good.
 *
 * @throws {@link TokenRefused}
 */
export function decoded(part: string): Claims {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    // No JSON, and refused like JSON that is not an object. The parser's message would quote the token.
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TokenRefused('MALFORMED');
  return value as Claims;
}
