import { GATEWAY_TOKEN_TYPE, signClaims } from '@hub/access';
import { refusedToken } from './token-check';

export const tokenIssuer = refusedToken(
  {
    code: 'TOKEN_ISSUER',
    title: 'A token of another issuer is refused',
    why: 'A caller’s token cannot be taken for one of the gateway, nor the other way round (ADR 0018).',
    remedy: 'Answer 401 unless `iss` is exactly london-scp-hub.',
  },
  [
    (subject, body) =>
      signClaims(subject.keys, GATEWAY_TOKEN_TYPE, { ...subject.claims(body), iss: 'https://login.example' }),
  ],
);
