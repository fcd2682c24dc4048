import type { RequestIdentity } from '../caller';
import { decoded, readCompactJws } from '../compact-jws';
import type { KeySource } from '../key-source';
import { Remembered } from '../remembered';
import { TokenRefused } from '../token-refused';
import { payloadUnder } from './agreed-token';
import { AGREED_TYPE, AgreementKey, type AgreedKey } from './agreement-key';
import { checkBinding, GATEWAY_TOKEN_SECONDS, requestIdentityIn } from './gateway-claims';
import { signedClaims } from './gateway-token';

/** A request that the hub has made. */
export interface VerifiedGatewayToken {
  requestIdentity: RequestIdentity;
  /** The subgraph's half of a key, to be given with the answer; null where the hub did not ask for it. */
  offer: string | null;
}

/** Processes of the gateway at one time, and some more. */
const MOST_KEYS = 100;

/** Operations under way at one time, and some more. */
const MOST_REQUEST_IDENTITIES = 1000;

/**
 * A subgraph's end of gateway tokens. It believes what the hub has signed, and what is under a key that it agreed with whoever
 * signed its half of it, within the last 60 s.
 */
export class GatewayTokenVerifier {
  readonly #half = new AgreementKey();
  /** By the header of the tokens under each. */
  readonly #agreed = new Remembered<AgreedKey>(MOST_KEYS);
  /** By their claims, found good: an operation asks a subgraph several times. */
  readonly #requestIdentities = new Remembered<RequestIdentity>(MOST_REQUEST_IDENTITIES);

  /** @param keys - those that the hub publishes. */
  constructor(
    private readonly subgraph: string,
    private readonly keys: KeySource,
  ) {}

  /**
   * What the hub says of a request.
   *
   * @param body - exactly as it came.
   * @throws {@link TokenRefused}
   */
  async verify(token: string, body: string): Promise<VerifiedGatewayToken> {
    const agreed = this.#agreed.get(headerOf(token));
    if (agreed) return { requestIdentity: this.#requestIdentityIn(payloadUnder(agreed, token, body)), offer: null };
    const jws = readCompactJws(token);
    if (decoded(jws.header)['typ'] === AGREED_TYPE) throw new TokenRefused('KEY_UNKNOWN');
    const claims = await signedClaims(jws, this.keys);
    // Before a key is agreed: what was signed for another subgraph, or is over, agrees on nothing.
    const requestIdentity = requestIdentityIn(claims);
    checkBinding(claims, { subgraph: this.subgraph, body });
    const { key } = claims;
    return { requestIdentity, offer: typeof key === 'string' ? this.#agreeWith(key) : null };
  }

  /** @param payload - which is known to be the hub's. */
  #requestIdentityIn(payload: string): RequestIdentity {
    let requestIdentity = this.#requestIdentities.get(payload);
    if (!requestIdentity) {
      const claims = decoded(payload);
      requestIdentity = requestIdentityIn(claims);
      this.#requestIdentities.set(payload, requestIdentity, Number(claims['exp']) * 1000);
    }
    return requestIdentity;
  }

  #agreeWith(half: string): string | null {
    const key = this.#half.agreeWith(half, this.subgraph);
    if (!key) return null;
    this.#agreed.set(key.header, key, Date.now() + GATEWAY_TOKEN_SECONDS * 1000);
    return this.#half.publicHalf;
  }
}

function headerOf(token: string): string {
  return token.slice(0, token.indexOf('.'));
}
