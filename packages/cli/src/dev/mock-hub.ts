import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { LOOPBACK } from '../system/ports';

/** Where each of the others answers, and where the keys are published. */
export interface MockHub {
  urlOf(subgraph: string): string;
  jwksUrl: string;
  close(): Promise<void>;
}

/** Nobody but a gateway of this machine asks. */
const MAX_BODY_BYTES = 1_048_576;

/**
 * Serves the subgraphs of the others, who answer whoever asks, and the public keys of the gateway of this run.
 *
 * @param schemas - by the names of the subgraphs.
 * @param jwks - as JSON.
 */
export async function serveMockHub(
  schemas: ReadonlyMap<string, GraphQLSchema>,
  jwks: string,
  port: number,
): Promise<MockHub> {
  const server = createServer((request, response) => {
    answer(request, schemas, jwks).then(
      (text) => send(response, 200, text),
      () => send(response, 400, JSON.stringify({ errors: [{ message: 'This is no operation.' }] })),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, LOOPBACK, resolve));
  const base = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  return {
    urlOf: (subgraph) => `${base}/${subgraph}/graphql`,
    jwksUrl: `${base}/.well-known/jwks.json`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(text);
}

async function answer(
  request: IncomingMessage,
  schemas: ReadonlyMap<string, GraphQLSchema>,
  jwks: string,
): Promise<string> {
  const [, subgraph = '', path = ''] = (request.url ?? '').split('/');
  if (subgraph === '.well-known') return jwks;
  if (path !== 'graphql') return JSON.stringify({ status: 'ready' });
  const { query, variables } = JSON.parse(await bodyOf(request)) as { query: string; variables?: object };
  const result: ExecutionResult = await execute({
    schema: schemas.get(subgraph)!,
    document: parse(query),
    variableValues: { ...variables },
  });
  return JSON.stringify(result);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY_BYTES) throw new RangeError('The body is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
