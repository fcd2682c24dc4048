import { TokenRefused } from './token-refused';

/** Claims as they stand in a token, still to be checked. */
export type Claims = Readonly<Record<string, unknown>>;

/** What kind of token it is, by two of the three fields that its header has. */
export interface TokenForm {
  alg: string;
  typ: string;
}

/** A token taken apart, of which nothing has been checked. */
export interface CompactJws {
  header: Claims;
  /** What is signed. */
  text: string;
  signature: Buffer;
  payload: string;
}

const COMPACT = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** Writes a token. `sign` makes the signature of its text. */
export function writeCompactJws(
  { alg, typ }: TokenForm,
  kid: string,
  claims: Claims,
  sign: (text: string) => Buffer,
): string {
  const text = [{ alg, kid, typ }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${sign(text).toString('base64url')}`;
}

/**
 * Takes a token apart.
 *
 * @throws {@link TokenRefused}
 */
export function readCompactJws(token: string): CompactJws {
  const [, header = '', payload = '', signature = ''] = COMPACT.exec(token) ?? [];
  const text = `${header}.${payload}`;
  return { header: jsonIn(header), text, signature: Buffer.from(signature, 'base64url'), payload };
}

/**
 * The key that a token names, if it is of this form and asks for nothing else.
 *
 * @throws {@link TokenRefused}
 */
export function keyNamedIn({ header }: CompactJws, form: TokenForm): string {
  const { alg, kid, typ, ...others } = header;
  if (typ !== form.typ) throw new TokenRefused('TYPE');
  if (alg !== form.alg) throw new TokenRefused('ALGORITHM');
  // Nothing that would change how the rest is to be read: `crit`, `b64`, a key of the token's own.
  if (typeof kid !== 'string' || Object.keys(others).length > 0) throw new TokenRefused('MALFORMED');
  return kid;
}

/**
 * What a token says. To be called once its signature has been found good.
 *
 * @throws {@link TokenRefused}
 */
export function claimsIn({ payload }: CompactJws): Claims {
  return jsonIn(payload);
}

function jsonIn(part: string): Claims {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    // No JSON, and refused like JSON that is no object. The parser's message would quote the token.
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TokenRefused('MALFORMED');
  return value as Claims;
}
