import {
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { encoded } from '../compact-jws';

/** `typ` of a token under an agreed key. No other token has it. */
export const AGREED_TYPE = 'hub-gateway-agreed';

/** A secret that two processes have in common, and that neither has sent. */
export interface AgreedKey {
  /** Begins each token under it: of what kind it is, and by `kid`, made of both public halves, which key is meant. */
  header: string;
  secret: KeyObject;
}

const SECRET_BYTES = 32;

/** One half of a key agreement by X25519. Each process makes its own anew, and it is never written down. */
export class AgreementKey {
  readonly #privateKey: KeyObject;
  /** What the other end is told: 32 bytes in base64url. */
  readonly publicHalf: string;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('x25519');
    this.#privateKey = privateKey;
    this.publicHalf = String(publicKey.export({ format: 'jwk' }).x);
  }

  /**
   * The key agreed with the holder of another half, for requests to one subgraph alone (RFC 7748, RFC 5869).
   *
   * @returns undefined where the text is no such half.
   */
  agreeWith(otherHalf: string, subgraph: string): AgreedKey | undefined {
    const kid = [this.publicHalf, otherHalf].sort().join('.');
    try {
      const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: otherHalf }, format: 'jwk' });
      // It throws for the few halves with which every secret would be the same.
      const shared = diffieHellman({ privateKey: this.#privateKey, publicKey });
      const secret = hkdfSync('sha256', shared, '', `london-scp-hub gateway to ${subgraph} ${kid}`, SECRET_BYTES);
      return { header: encoded({ alg: 'HS256', kid, typ: AGREED_TYPE }), secret: createSecretKey(Buffer.from(secret)) };
    } catch {
      return undefined;
    }
  }
}
