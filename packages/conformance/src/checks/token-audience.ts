import { GATEWAY_TOKEN_TYPE, signClaims } from '@hub/access';
import { refusedToken } from './token-check';

export const tokenAudience = refusedToken(
  {
    code: 'TOKEN_AUDIENCE',
    title: 'A token that was made for another subgraph is refused',
    why: 'What one partnership receives must be of no use at another (ADR 0018).',
    remedy: 'Answer 401 unless `aud` is exactly your id in the directory.',
  },
  ['another-partnership', '', undefined].map(
    (aud) => (subject, body) => signClaims(subject.keys, GATEWAY_TOKEN_TYPE, { ...subject.claims(body), aud }),
  ),
);
