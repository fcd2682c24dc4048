import type { PlainWebhook } from '../route/plain-route';
import type { Components, JsonSchema } from './components';

/** Describes what is posted to whoever asked for it. Its caller is known by a signature and not by a token. */
export function describeWebhook(
  { operationId, summary, description, body }: PlainWebhook,
  components: Components,
): JsonSchema {
  return {
    post: {
      ...{ operationId, summary, description, security: [{}] },
      parameters: HEADERS.map(([name, said]) => ({
        ...{ name, in: 'header', required: true, description: said, schema: { type: 'string' } },
      })),
      requestBody: { required: true, content: { 'application/json': { schema: components.of(body) } } },
      responses: {
        '2XX': { description: 'It is taken. What the answer says is not read.' },
        '3XX': { description: 'It is not taken: no redirect is followed.' },
        '4XX': { description: 'It is not taken, as what is not signed by the hub. It comes again.' },
        '5XX': { description: 'It is not taken, and comes again.' },
      },
    },
  };
}

const HEADERS = [
  ['Content-Digest', 'RFC 9530: `sha-256` of the bytes of the body.'],
  [
    'Signature-Input',
    'RFC 9421, with the label `hub`: the parts that are signed (`@method`, `@target-uri`, `content-type`, `content-digest`), when (`created`), ' +
      'by which of the keys at `/.well-known/webhook-jwks.json` (`keyid`), `alg` `ed25519` and `tag` `london-scp-hub-webhook`.',
  ],
  ['Signature', 'RFC 9421: the signature of that label, by Ed25519.'],
] as const;
