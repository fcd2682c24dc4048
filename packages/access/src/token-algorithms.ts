/** What the hub can be told to accept. A secret that is shared with the issuer would sign as well as it verifies: none is one. */
// prettier-ignore
export const TOKEN_ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'] as const;

/** What is accepted unless it is told otherwise. */
export const USUAL_TOKEN_ALGORITHMS = ['EdDSA', 'ES256', 'PS256', 'RS256'] as const;
