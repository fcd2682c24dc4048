import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RequestIdentity } from '../caller';
import { encoded } from '../compact-jws';
import { TokenRefused } from '../token-refused';
import type { AgreedKey } from './agreement-key';
import { claimsOf, GATEWAY_TOKEN_SECONDS } from './gateway-claims';

/**
 * Writes a token for one request under an agreed key. The key is of one subgraph, and the MAC is of the body too, so that
 * the claims are the same for all requests of an operation.
 */
export function writeAgreedToken(key: AgreedKey, requestIdentity: RequestIdentity, body: string): string {
  const text = `${key.header}.${textOf(requestIdentity)}`;
  return `${text}.${macOf(key, text, body)}`;
}

/**
 * The claims of a token under a key, to be decoded.
 *
 * @throws {@link TokenRefused} unless the token is under this key, and for this body.
 */
export function payloadUnder(key: AgreedKey, token: string, body: string): string {
  const end = token.lastIndexOf('.');
  const text = token.slice(0, end);
  const mac = Buffer.from(macOf(key, text, body));
  const given = Buffer.from(token.slice(end + 1));
  if (mac.length !== given.length || !timingSafeEqual(mac, given)) throw new TokenRefused('SIGNATURE');
  return text.slice(key.header.length + 1);
}

/**
 * No body can be taken for a part of the text, or the other way round: the text has one dot, and one follows it. In one
 * piece, and to a text: in a process that does much else, each call into the library costs more than its bytes.
 */
function macOf({ secret }: AgreedKey, text: string, body: string): string {
  return createHmac('sha256', secret).update(`${text}.${body}`).digest('base64url');
}

/** One operation asks several subgraphs, each several times. */
const texts = new WeakMap<RequestIdentity, { text: string; until: number }>();

function textOf(requestIdentity: RequestIdentity): string {
  const now = Date.now();
  let known = texts.get(requestIdentity);
  if (!known || now >= known.until) {
    // Half its time is left to whatever comes last.
    known = { text: encoded(claimsOf(requestIdentity)), until: now + (GATEWAY_TOKEN_SECONDS * 1000) / 2 };
    texts.set(requestIdentity, known);
  }
  return known.text;
}
