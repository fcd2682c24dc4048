import type { RequestIdentity } from '../caller';
import type { SigningKeys } from '../signing-keys';
import { writeAgreedToken } from './agreed-token';
import { AgreementKey, type AgreedKey } from './agreement-key';
import { GATEWAY_TOKEN_SECONDS } from './gateway-claims';
import { signGatewayToken } from './gateway-token';

/** A token for one request. */
export interface GatewayToken {
  token: string;
  /** Whether it is under an agreed key; otherwise the hub has signed it. */
  isAgreed: boolean;
}

/** Half as long as the subgraph knows the key, so that no token comes too late. */
const USED_MS = (GATEWAY_TOKEN_SECONDS * 1000) / 2;
const SIGNING_MS = GATEWAY_TOKEN_SECONDS * 1000;

/**
 * The gateway's end of the tokens for one subgraph. It signs, and tells the subgraph its half of a key; a subgraph that answers
 * with its own half gets tokens under the key agreed, which cost a fraction of a signature, until it is time to sign again.
 */
export class GatewayTokenSigner {
  readonly #half = new AgreementKey();
  #agreed: { key: AgreedKey; until: number } | undefined;
  #signsUntil = 0;

  constructor(
    private readonly keys: SigningKeys,
    private readonly subgraph: string,
  ) {}

  /** @param body - exactly as it is sent. */
  tokenFor(requestIdentity: RequestIdentity, body: string): GatewayToken {
    if (this.#agreed && Date.now() < this.#agreed.until) {
      return { token: writeAgreedToken(this.#agreed.key, requestIdentity, body), isAgreed: true };
    }
    const request = { subgraph: this.subgraph, body };
    return { token: signGatewayToken(this.keys, requestIdentity, request, this.#half.publicHalf), isAgreed: false };
  }

  /** Takes the half that a subgraph has offered in its answer to a signed request. What is none leaves things as they are. */
  agree(offered: string): void {
    const now = Date.now();
    if (now < this.#signsUntil || (this.#agreed && now < this.#agreed.until)) return;
    const key = this.#half.agreeWith(offered, this.subgraph);
    if (key) this.#agreed = { key, until: now + USED_MS };
  }

  /**
   * Signs each request for a while, after a subgraph has refused an agreed key. It was started again, or another process
   * of it answers now: then one that has several does not refuse every other request.
   */
  forget(): void {
    this.#agreed = undefined;
    this.#signsUntil = Date.now() + SIGNING_MS;
  }
}
