import { createHash, sign } from 'node:crypto';
import type { SigningKeys } from '@hub/access';

/** What a signature is for: none of another use is taken for it. */
const TAG = 'london-scp-hub-webhook';

/** A request that is to be signed. */
export interface UnsignedRequest {
  method: string;
  url: URL;
  contentType: string;
  body: string;
  /** When it is sent. */
  sentAt: Date;
}

/**
 * The headers of a request whose method, address, type, body and time are signed (RFC 9421, with the digest of RFC 9530), by the
 * first of the keys.
 */
export function signRequest(request: UnsignedRequest, [{ kid, privateKey }]: SigningKeys): Record<string, string> {
  const { method, url, contentType, body, sentAt } = request;
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
  const components = [
    ['@method', method],
    ['@target-uri', url.href],
    ['content-type', contentType],
    ['content-digest', digest],
  ] as const;
  const created = Math.floor(sentAt.getTime() / 1000);
  const parameters = `;created=${created};keyid="${kid}";alg="ed25519";tag="${TAG}"`;
  const signature = sign(null, Buffer.from(signatureBase(components, parameters)), privateKey);
  return {
    ...{ 'content-type': contentType, 'content-digest': digest },
    'signature-input': `hub=${signatureParameters(components, parameters)}`,
    signature: `hub=:${signature.toString('base64')}:`,
  };
}

/** A part of a request that is signed, and its value. */
type Component = readonly [name: string, value: string];

/**
 * What is signed (RFC 9421, 2.5).
 *
 * @param parameters - each with a semicolon before it
 */
export function signatureBase(components: readonly Component[], parameters: string): string {
  const lines = components.map(([name, value]) => `"${name}": ${value}`);
  return [...lines, `"@signature-params": ${signatureParameters(components, parameters)}`].join('\n');
}

function signatureParameters(components: readonly Component[], parameters: string): string {
  return `(${components.map(([name]) => `"${name}"`).join(' ')})${parameters}`;
}
