/**
 * A process that is every subgraph of a London: what one answers is worked out once, and after that comes from memory.
 * Argument: a file of their names and SDL. It sends their ports, in order, to the process that started it.
 */
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GATEWAY_KEY_HEADER } from '@hub/access';
import { execute, parse, validate } from 'graphql';
import { arithmeticFacts } from './arithmetic-facts';
import type { PublishedSubgraph } from './london-of';
import { serveFromMemory } from './memory-server';

/** By it the hub's gateway agrees on a key with each subgraph, as with a real one. */
const key = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' }).x!;

async function main(): Promise<void> {
  const subgraphs = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as PublishedSubgraph[];
  const ports = [];
  for (const { name, sdl } of subgraphs) {
    const work = answerer(name, sdl);
    ports.push(await serveFromMemory(async (body) => wholeAnswer(body === '' ? '' : await work(body))));
  }
  process.send!(ports);
  // With whoever started it.
  process.on('disconnect', () => process.exit());
}

/** Answers by arithmetic. @throws Error where a gateway asks for what the subgraph does not have */
function answerer(name: string, sdl: string): (body: string) => Promise<string> {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl) });
  return async (body) => {
    const request = JSON.parse(Buffer.from(body, 'latin1').toString()) as {
      query: string;
      variables?: Record<string, unknown>;
    };
    if (/\b_service\b/.test(request.query)) return JSON.stringify({ data: { _service: { sdl } } });
    const document = parse(request.query);
    const [problem] = validate(schema, document);
    if (problem) throw new Error(`${name} cannot be asked ${request.query}: ${problem.message}`);
    const { variables: variableValues } = request;
    return JSON.stringify(
      await execute({ schema, document, variableValues, fieldResolver: arithmeticFacts, typeResolver }),
    );
  };
}

const typeResolver = (fact: { __typename: string }) => fact.__typename;

function wholeAnswer(body: string): Buffer {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(`${head}${GATEWAY_KEY_HEADER}: ${key}\r\n\r\n${body}`);
}

void main();
