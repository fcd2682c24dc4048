import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GatewayTokenVerifier,
  createSigningKeys,
  keySource,
  publicJwks,
  scopesOf,
  signCallerToken,
  type CallerClaims,
  type RequestIdentity,
  type SigningKeys,
} from '@hub/access';
import type { ToySubgraph } from './toy-subgraphs';

/** A token of the toy issuer: an analyst's, unless said otherwise. */
export interface ToyToken extends Partial<CallerClaims> {
  issuer?: string;
  audience?: string;
  ttlSeconds?: number;
  keys?: SigningKeys;
}

/** An issuer, and the hub's keys, in files of their own. */
export class ToyIdentity {
  private constructor(
    private readonly folder: string,
    readonly issuerKeys: SigningKeys,
    readonly gatewayKeys: SigningKeys,
  ) {}

  static async create(): Promise<ToyIdentity> {
    const folder = await mkdtemp(join(tmpdir(), 'identity-'));
    const issuer = await createSigningKeys(join(folder, 'issuer-keys.json'));
    const hub = await createSigningKeys(join(folder, 'hub-keys.json'));
    await writeFile(join(folder, 'issuer-jwks.json'), JSON.stringify(publicJwks(issuer)));
    await writeFile(join(folder, 'hub-jwks.json'), JSON.stringify(publicJwks(hub)));
    return new ToyIdentity(folder, issuer, hub);
  }

  /** What a gateway that trusts the issuer has in its environment. */
  get env() {
    return {
      TOKEN_ISSUER: 'https://issuer.example',
      TOKEN_JWKS: join(this.folder, 'issuer-jwks.json'),
      GATEWAY_KEYS: join(this.folder, 'hub-keys.json'),
    };
  }

  /** The path of the issuer's private keys. */
  get issuerKeysFile(): string {
    return join(this.folder, 'issuer-keys.json');
  }

  /** The path of the keys that the hub publishes. */
  get gatewayJwksFile(): string {
    return join(this.folder, 'hub-jwks.json');
  }

  token({ issuer, audience, ttlSeconds = 60, keys = this.issuerKeys, ...claims }: ToyToken = {}): Promise<string> {
    const { role = 'analyst', partnership = null } = claims;
    return signCallerToken(
      keys,
      { person: 'p:1', organisation: 'E09000022', scopes: scopesOf(role, partnership), ...claims, role, partnership },
      { issuer: issuer ?? this.env.TOKEN_ISSUER, audience: audience ?? 'london-scp-hub', ttlSeconds },
    );
  }

  /** The headers of a caller. */
  async as(token: ToyToken = {}): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.token(token)}` };
  }

  /** What a toy subgraph learns from a request that it received, as a real one would. */
  async requestIdentity(toy: ToySubgraph, index = 0, subgraph = toy.name): Promise<RequestIdentity> {
    const {
      authorization = '',
      requestId: _requestId,
      deadlineMs: _deadlineMs,
      at: _at,
      traceparent: _traceparent,
      ...body
    } = toy.received[index]!;
    const keys = keySource(this.gatewayJwksFile);
    const verifier = new GatewayTokenVerifier(subgraph, keys);
    return (await verifier.verify(authorization.replace('Bearer ', ''), JSON.stringify(body))).requestIdentity;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
