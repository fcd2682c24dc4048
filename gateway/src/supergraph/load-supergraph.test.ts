import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { GatewayTokenVerifier, keySource, type VerifiedGatewayToken } from '@hub/access';
import { pino } from 'pino';
import { startGateway } from '../gateway-server';
import { toyConfig } from '../../testing/toy-config';
import { ToyIdentity } from '../../testing/toy-identity';
import { ToySubgraph } from '../../testing/toy-subgraphs';

const log = pino({ level: 'silent' });
const toy = new ToySubgraph({ name: 'london-scp', sdl: 'type Query { greeting: String @tag(name: "public") }' });
let identity: ToyIdentity;
let guarded: Server | undefined;
/** What the gateway answers to others meanwhile. */
const early: number[] = [];

beforeAll(async () => {
  identity = await ToyIdentity.create();
});
afterEach(() => guarded?.close());
afterAll(() => identity.remove());

const listen = async (server: Server, port = 0) => {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A subgraph that tells its schema to the hub alone, whose keys it has from the gateway itself. */
async function guardedSubgraph(gateway: number, heard: VerifiedGatewayToken['requestIdentity'][]): Promise<string> {
  const verifier = new GatewayTokenVerifier(
    'london-scp',
    keySource(`http://127.0.0.1:${gateway}/.well-known/jwks.json`),
  );
  guarded = createServer(async (request, response) => {
    const body = await text(request);
    early.push(
      await fetch(`http://127.0.0.1:${gateway}/graphql`).then(
        ({ status }) => status,
        () => 0,
      ),
    );
    try {
      const { requestIdentity } = await verifier.verify(
        (request.headers.authorization ?? '').slice('Bearer '.length),
        body,
      );
      heard.push(requestIdentity);
      response.end(JSON.stringify(await toy.execute(JSON.parse(body))));
    } catch {
      response.writeHead(403).end(JSON.stringify({ errors: [{ message: 'Set GATEWAY_KEYS at the gateway.' }] }));
    }
  });
  return `http://127.0.0.1:${await listen(guarded)}/graphql`;
}

it('asks for a schema as the hub itself, and publishes its keys before it asks', async () => {
  const [port, heard] = [await freePort(), []];
  const url = await guardedSubgraph(port, heard);
  const config = toyConfig([toy], { ...identity.env, SUBGRAPHS: `london-scp=${url}`, PORT: String(port) });
  const gateway = await startGateway(config, log);
  expect(gateway.url).toBe(`http://127.0.0.1:${port}`);
  await gateway.stop();
  expect(early).toEqual([503]);
  expect(heard).toEqual([expect.objectContaining({ caller: null, isHub: true })]);
});

it('says what the subgraph says where it has no keys to ask with', async () => {
  const port = await freePort();
  const { GATEWAY_KEYS: _, ...env } = identity.env;
  const more = { ...env, SUBGRAPHS: `london-scp=${await guardedSubgraph(port, [])}`, START_TIMEOUT_MS: '10' };
  await expect(startGateway(toyConfig([toy], more), log)).rejects.toThrow('HTTP 403: Set GATEWAY_KEYS at the gateway.');
});
