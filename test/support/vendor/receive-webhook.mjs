/**
 * How a vendor takes webhooks, in plain JavaScript, as somebody writes it who has the hub's OpenAPI document and the guide, and
 * nothing else.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';

const NEEDED = ['@method', '@target-uri', 'content-type', 'content-digest'];
const TAG = 'london-scp-hub-webhook';
const ALLOWED_SECONDS = 300;

/** Reads webhooks, and takes each once. */
export class WebhookReader {
  #keys = new Map();
  #taken = new Set();

  /**
   * @param address - at which the hub was told to post
   * @param fetchJwks - answers what the hub publishes at /.well-known/webhook-jwks.json
   */
  constructor(address, fetchJwks) {
    this.address = address;
    this.fetchJwks = fetchJwks;
  }

  /** @returns what it says, and whether that is new; throws where it is not the hub's. */
  async read({ method, headers, body }) {
    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
    if (headers['content-digest'] !== digest) throw new Error('The body is not what was signed.');
    const [, inner, list, parameters] =
      /(?:^|,\s*)hub=((\([^)]*\))([^,]*))/.exec(headers['signature-input'] ?? '') ?? [];
    const [, signature] = /(?:^|,\s*)hub=:([A-Za-z0-9+/=]+):/.exec(headers.signature ?? '') ?? [];
    if (!inner || !signature) throw new Error('It is not signed.');
    const names = [...list.matchAll(/"([^"]+)"/g)].map(([, name]) => name);
    const said = (name) => new RegExp(`;${name}="?([^";]+)"?`).exec(parameters)?.[1];
    if (NEEDED.some((name) => !names.includes(name))) throw new Error('Too little of it is signed.');
    if (said('tag') !== TAG || said('alg') !== 'ed25519') throw new Error('It is signed for something else.');
    if (Math.abs(Date.now() / 1000 - Number(said('created'))) > ALLOWED_SECONDS) throw new Error('It is too old.');
    const values = { '@method': method, '@target-uri': this.address };
    const lines = names.map((name) => `"${name}": ${values[name] ?? headers[name]}`);
    const signed = Buffer.from([...lines, `"@signature-params": ${inner}`].join('\n'));
    if (!verify(null, signed, await this.#keyOf(said('keyid')), Buffer.from(signature, 'base64'))) {
      throw new Error("The signature is not the hub's.");
    }
    const message = JSON.parse(body.toString());
    const isNew = !this.#taken.has(message.id);
    this.#taken.add(message.id);
    return { message, isNew };
  }

  /** A key that is not known may be new. */
  async #keyOf(name) {
    if (!this.#keys.has(name)) {
      const { keys } = await this.fetchJwks();
      this.#keys = new Map(keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]));
    }
    const key = this.#keys.get(name);
    if (!key) throw new Error('Nobody publishes this key.');
    return key;
  }
}
