/** Why a token is refused, and what to do about it. */
export const TOKEN_REFUSALS = {
  MALFORMED: {
    message: 'The token is not a signed JWT that can be read.',
    remedy: 'Send it unchanged, as it was issued.',
  },
  TYPE: {
    message: 'The token is of another kind.',
    remedy:
      "Send a caller's token to the gateway or a partnership's own API (/own/graphql), and a gateway token to a subgraph.",
  },
  ALGORITHM: {
    message: 'The token is signed by an algorithm that is not allowed here.',
    remedy: 'Have it signed by one of the asymmetric algorithms that are.',
  },
  KEY_UNKNOWN: {
    message: 'The token is signed by a key that its issuer does not publish, or does not publish any more.',
    remedy: 'Get a new token.',
  },
  KEYS_UNAVAILABLE: {
    message: 'The keys to check the token with cannot be read at present.',
    remedy: 'Try again; if it stays so, tell the operator.',
  },
  SIGNATURE: { message: "The token's signature does not fit.", remedy: 'Send it unchanged, as it was issued.' },
  ISSUER: { message: 'The token is of another issuer.', remedy: 'Get one from the issuer that is trusted here.' },
  AUDIENCE: { message: 'The token is meant for another service.', remedy: 'Get one for the audience of this one.' },
  EXPIRED: { message: 'The token has expired.', remedy: 'Get a new one.' },
  NOT_YET_VALID: {
    message: 'The token is not valid yet.',
    remedy: 'Wait until it is, or have the clock of its issuer put right.',
  },
  TOO_LONG_VALID: {
    message: 'The token is valid for too long.',
    remedy: 'Sign one for each request, for 60 s at most.',
  },
  OPERATION: { message: 'The token was signed for another request.', remedy: 'Sign one for the body that is sent.' },
  CLAIM: { message: 'The token has a claim that cannot be accepted.', remedy: 'Have it issued anew.' },
} as const;

/** A key of {@link TOKEN_REFUSALS}. */
export type TokenRefusalReason = keyof typeof TOKEN_REFUSALS;

/** A token was refused. The message says what is wrong and the remedy, and never a part of the token. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly code = 'UNAUTHENTICATED';

  /** @param what - what exactly is wrong, where the reason alone does not say; a sentence. */
  constructor(
    readonly reason: TokenRefusalReason,
    { what, ...options }: ErrorOptions & { what?: string } = {},
  ) {
    const { message, remedy } = TOKEN_REFUSALS[reason];
    super(`${what ?? message} ${remedy}`, options);
  }
}
