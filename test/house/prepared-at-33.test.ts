import { hash } from 'node:crypto';
import { getOperationAST, parse } from 'graphql';
import { pino } from 'pino';
import { makeExecutable } from '../../gateway/src/operation/make-executable';
import { ServedSupergraph } from '../../gateway/src/supergraph/served-supergraph';
import { SubgraphClient } from '../../gateway/src/subgraphs/subgraph-client';
import { exampleFiles } from '../support/saved-examples';
import { supergraphOf33 } from '../support/supergraph-of-33';

const EVERYTHING = {
  scopes: new Set(['movements:read', 'children:read', 'schema:read', 'audit:read', 'networks:read']),
};

/** No subgraph is asked. */
class Everyone extends Map<string, SubgraphClient> {
  override get(name: string): SubgraphClient {
    return new SubgraphClient({ name, urls: ['http://127.0.0.1:9'] });
  }
}

describe('at 33 partnerships', () => {
  let served: ServedSupergraph;

  beforeAll(async () => {
    const { supergraphSdl } = supergraphOf33();
    const log = pino({ level: 'silent' });
    served = new ServedSupergraph(supergraphSdl, [], { clients: new Everyone(), planMs: 600_000, log });
    await served.start();
  });
  afterAll(() => served?.close());

  it.each(exampleFiles)(
    '$file is planned elsewhere, and compiled: it is not left to another executor',
    async (example) => {
      const source = example.query;
      const document = parse(source);
      const client = {
        source,
        queryHash: hash('sha256', source),
        document,
        operation: getOperationAST(document)!,
        variables: example.variables,
      };
      const variant = served.variants.of(client, EVERYTHING);
      const made = makeExecutable(served, variant);
      let isMade = false;
      made.finally(() => (isMade = true)).catch(() => undefined);
      let turns = 0;
      const gaps: number[] = [];
      let last = performance.now();
      while (!isMade) {
        await new Promise(setImmediate);
        turns++;
        gaps.push(performance.now() - last);
        last = performance.now();
      }
      if (process.env['GAPS']) process.stdout.write(`${example.file} ${Math.max(...gaps).toFixed(0)} ms ${turns}\n`);
      expect(await made).toHaveProperty('compiled');
    },
  );
});
