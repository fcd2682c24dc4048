import { refusedToken } from './token-check';

export const tokenBody = refusedToken(
  {
    code: 'TOKEN_BODY',
    title: 'A token that is sent again with another body is refused',
    why: 'A token is for one request: `op` is the SHA-256 of the bytes of its body (ADR 0018).',
    remedy:
      'Answer 401 unless `op` is the SHA-256 of the body in base64url without padding, of the bytes as they came and not of what was parsed.',
  },
  // Another operation, and the same one in other bytes.
  [(subject) => subject.token('{"query":"{ __typename }"}'), (subject, body) => subject.token(`${body} `)],
);
