import { GATEWAY_TOKEN_TYPE, signClaims } from '@hub/access';
import { refusedToken } from './token-check';

export const tokenExpired = refusedToken(
  {
    code: 'TOKEN_EXPIRED',
    title: 'A token that has expired is refused',
    why: 'A token is for one request, and for 60 s (ADR 0018; JSON Web Token, RFC 7519, 4.1.4).',
    remedy: 'Answer 401 unless `exp`, in seconds since 1970, is ahead. Check that the clock of this machine is right.',
  },
  [
    (subject, body) => {
      const claims = subject.claims(body);
      const past = { iat: Number(claims['iat']) - 3_600, exp: Number(claims['exp']) - 3_600 };
      return signClaims(subject.keys, GATEWAY_TOKEN_TYPE, { ...claims, ...past });
    },
  ],
);
