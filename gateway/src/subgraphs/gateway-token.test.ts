import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSigningKeys,
  GATEWAY_KEY_HEADER,
  GatewayTokenVerifier,
  keySource,
  publicJwks,
  type RequestIdentity,
  type SigningKeys,
} from '@hub/access';
import { SubgraphClient } from './subgraph-client';
import { forSomebody } from '../../testing/for-somebody';

const REQUEST_IDENTITY: RequestIdentity = { caller: null, declared: null, requestId: 'r-1', alert: null, isHub: true };

let folder: string;
let keys: SigningKeys;
let server: Server;
let client: SubgraphClient;
/** What stands at the subgraph's end, and how it goes: another one is the same subgraph after a restart. */
let verifier: GatewayTokenVerifier;
let forms: string[];
let done: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-gateway-'));
  keys = await createSigningKeys(join(folder, 'hub.json'));
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify(publicJwks(keys)));
  server = createServer(serve);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});

async function serve(request: IncomingMessage, response: ServerResponse) {
  const body = Buffer.concat(await request.toArray()).toString();
  const token = String(request.headers.authorization).replace('Bearer ', '');
  const { typ } = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { typ: string };
  forms.push(typ);
  try {
    const { offer } = await verifier.verify(token, body);
    done += 1;
    if (offer !== null) response.setHeader(GATEWAY_KEY_HEADER, offer);
    response.end('{"data":{"a":1}}');
  } catch {
    response.statusCode = 401;
    response.end('{"errors":[]}');
  }
}

beforeEach(() => {
  forms = [];
  done = 0;
  verifier = lambeth();
  const { port } = server.address() as AddressInfo;
  client = new SubgraphClient({ name: 'lambeth', urls: [`http://127.0.0.1:${port}/graphql`], gatewayKeys: keys });
});

afterEach(() => client.close());
afterAll(async () => {
  await new Promise((resolve) => void server.close(resolve));
  rmSync(folder, { recursive: true });
});

const lambeth = () => new GatewayTokenVerifier('lambeth', keySource(join(folder, 'jwks.json')));
const ask = () => client.send({ query: 'mutation { record }' }, REQUEST_IDENTITY, forSomebody({ isRepeatable: false }));

describe('a request to a subgraph', () => {
  it('is signed first, and then under the key that was agreed', async () => {
    for (let count = 0; count < 3; count += 1) await ask();
    expect(forms).toEqual(['hub-gateway+jwt', 'hub-gateway-agreed', 'hub-gateway-agreed']);
  });

  it('is under the key of the process that it goes to, where there are two', async () => {
    const verifiers = [lambeth(), lambeth()];
    const { port } = server.address() as AddressInfo;
    // The same server under two addresses, of which each agrees on a key of its own.
    const urls = ['one', 'two'].map((path) => `http://127.0.0.1:${port}/${path}`);
    server.prependListener('request', ({ url }) => (verifier = verifiers[url === '/one' ? 0 : 1]!));
    const both = new SubgraphClient({ name: 'lambeth', urls, gatewayKeys: keys });
    for (let count = 0; count < 6; count += 1) await both.send({ query: '{ a }' }, REQUEST_IDENTITY, forSomebody());
    await both.close();
    server.removeAllListeners('request').on('request', serve);
    expect(forms).toEqual([...Array(2).fill('hub-gateway+jwt'), ...Array(4).fill('hub-gateway-agreed')]);
    expect(done).toBe(6);
  });

  it('is signed and sent again where the key is not known any more, and is done once', async () => {
    await ask();
    verifier = lambeth();
    await expect(ask()).resolves.toEqual({ data: { a: 1 } });
    expect(forms).toEqual(['hub-gateway+jwt', 'hub-gateway-agreed', 'hub-gateway+jwt']);
    expect(done).toBe(2);
  });

  it('is refused once and for all where the signature is refused', async () => {
    verifier = new GatewayTokenVerifier('redbridge', keySource(join(folder, 'jwks.json')));
    await expect(ask()).rejects.toMatchObject({ name: 'SubgraphUnavailable', reason: 'HTTP 401' });
    expect(forms).toHaveLength(1);
  });
});
