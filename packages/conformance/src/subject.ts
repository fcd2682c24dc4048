import { randomUUID } from 'node:crypto';
import {
  bindingOf,
  claimsOf,
  GATEWAY_TOKEN_TYPE,
  isChildLevelScope,
  scopesOf,
  signClaims,
  type Claims,
  type RequestIdentity,
  type SigningKeys,
} from '@hub/access';
import { exchange, type Exchange } from './exchange';
import { readPublishedSchema, type PublishedSchema } from './published-schema';

/** A GraphQL operation. */
export interface Operation {
  query: string;
  variables?: Readonly<Record<string, unknown>>;
  operationName?: string | null;
}

/** How an operation is sent, where it is not as the gateway does. */
export interface Sending {
  /** Makes the token of the body; null sends none. @default a good one */
  token?: ((body: string) => string) | null;
  /** Beside the usual ones. */
  headers?: Readonly<Record<string, string>>;
}

/** The subgraph that is checked, asked as the gateway asks it. */
export class Subject {
  readonly #url: URL;
  #schema: PublishedSchema | undefined;

  /**
   * @param name - its id in the directory, for which tokens are made.
   * @param keys - that sign as the gateway's: the subject knows the public ones.
   */
  constructor(
    url: string,
    readonly name: string,
    readonly keys: SigningKeys,
  ) {
    this.#url = new URL(url);
  }

  /** What it publishes, once a check has found that. */
  get schema(): PublishedSchema {
    if (!this.#schema) throw new Error('A check that reads the schema needs SDL_SERVED.');
    return this.#schema;
  }

  /** @throws GraphQLError where the text is not SDL. */
  publishes(sdl: string): void {
    this.#schema = readPublishedSchema(sdl);
  }

  ask(operation: Operation, { token = (body) => this.token(body), headers = {} }: Sending = {}): Promise<Exchange> {
    const body = JSON.stringify(operation);
    return this.post(body, { ...headers, ...(token && { authorization: `Bearer ${token(body)}` }) });
  }

  /** Sends any body to where it answers GraphQL. */
  post(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Exchange> {
    const usual = { 'content-type': 'application/json', accept: 'application/json' };
    return exchange({ method: 'POST', url: this.#url.href, headers: { ...usual, ...headers }, body });
  }

  /** Asks for an address of the same origin. */
  get(path: string): Promise<Exchange> {
    return exchange({ method: 'GET', url: new URL(path, this.#url).href, headers: {}, body: '' });
  }

  /** A token as the gateway makes it for this body. */
  token(body: string): string {
    return signClaims(this.keys, GATEWAY_TOKEN_TYPE, this.claims(body));
  }

  /** The claims of such a token. */
  claims(body: string): Claims {
    return { ...claimsOf(this.requestIdentity()), ...bindingOf({ subgraph: this.name, body }) };
  }

  /**
   * An analyst of London who asks by the hub, and may see nothing of a single child: a subject has to record each such access.
   */
  requestIdentity(): RequestIdentity {
    const scopes = scopesOf('analyst', null).filter((scope) => !isChildLevelScope(scope));
    return {
      caller: {
        person: 'conformance',
        role: 'analyst',
        organisation: 'london-scp',
        partnership: null,
        scopes: new Set(scopes),
      },
      declared: null,
      requestId: randomUUID(),
      alert: null,
      isHub: true,
    };
  }
}
