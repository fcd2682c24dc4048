import { generateKeyPairSync } from 'node:crypto';
import { GATEWAY_TOKEN_TYPE, signClaims } from '@hub/access';
import type { Subject } from '../subject';
import { refusedToken } from './token-check';

export const tokenSignature = refusedToken(
  {
    code: 'TOKEN_SIGNATURE',
    title: 'A token that another key has signed, or that was changed, is refused',
    why: 'Only what the hub has signed is the hub’s word (ADR 0018; JSON Web Signature, RFC 7515, 5.2).',
    remedy:
      'Verify the Ed25519 signature over the first two parts as they came, under the key that `kid` names among those that the hub publishes. Answer 401 where there is no such key.',
  },
  [(subject, body) => signedByAStranger(subject, body), (subject, body) => changed(subject, body)],
);

/** Under the name of the hub's key. */
function signedByAStranger(subject: Subject, body: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return signClaims([{ kid: subject.keys[0].kid, privateKey }], GATEWAY_TOKEN_TYPE, subject.claims(body));
}

/** With more scopes than were signed. */
function changed(subject: Subject, body: string): string {
  const [header, , signature] = subject.token(body).split('.');
  const claims = { ...subject.claims(body), scope: 'movements:read child-records:read' };
  return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
}
