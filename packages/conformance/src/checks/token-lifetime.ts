import { GATEWAY_TOKEN_TYPE, signClaims } from '@hub/access';
import { refusedToken } from './token-check';

export const tokenLifetime = refusedToken(
  {
    code: 'TOKEN_LIFETIME',
    title: 'A token that was made to live for an hour is refused',
    why: 'A subgraph refuses a token that was made to live longer than 60 s, whoever signed it (ADR 0018).',
    remedy: 'Answer 401 unless `exp` is at most 60 s after `iat`.',
  },
  [
    (subject, body) => {
      const claims = subject.claims(body);
      return signClaims(subject.keys, GATEWAY_TOKEN_TYPE, { ...claims, exp: Number(claims['iat']) + 3_600 });
    },
  ],
);
