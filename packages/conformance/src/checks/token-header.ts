import { createHmac, createPublicKey } from 'node:crypto';
import { GATEWAY_TOKEN_TYPE, signClaims } from '@hub/access';
import type { Subject } from '../subject';
import { refusedToken } from './token-check';

export const tokenHeader = refusedToken(
  {
    code: 'TOKEN_HEADER',
    title: 'A token of another kind or algorithm is refused',
    why: 'Else a token for something else would do, one without a signature, or one under the public key as a secret (ADR 0018; JSON Web Token Best Current Practices, RFC 8725, 3.1 and 3.11).',
    remedy: 'Answer 401 unless the header is exactly alg EdDSA, typ hub-gateway+jwt and a kid.',
  },
  [
    (subject, body) => signClaims(subject.keys, 'JWT', subject.claims(body)),
    (subject, body) => `${unsigned(subject, body, 'none')}.`,
    (subject, body) => underPublicKey(subject, body),
    () => 'not-a-token',
  ],
);

function unsigned(subject: Subject, body: string, alg: string): string {
  const header = { alg, kid: subject.keys[0].kid, typ: GATEWAY_TOKEN_TYPE };
  const encoded = [header, subject.claims(body)].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return encoded.join('.');
}

function underPublicKey(subject: Subject, body: string): string {
  const text = unsigned(subject, body, 'HS256');
  const pem = createPublicKey(subject.keys[0].privateKey).export({ format: 'pem', type: 'spki' });
  return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
}
