import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Kit from '@hub/subgraph-kit';
import { pino } from 'pino';
import { readConfig } from '../../../gateway/src/config';
import { startGateway } from '../../../gateway/src/gateway-server';
import { ToyIdentity } from '../../../gateway/testing/toy-identity';
import { createServiceDatabase } from '../service-database';
import { startSmallest } from './start-smallest';

const DIRECTORY = join(__dirname, '../../../subgraphs/london-scp/directory/partnerships.yaml');

const NEWHAM = `
- id: newham
  name: 'Newham Safeguarding Children Partnership'
  typeName: NewhamPartnership
  coverage:
    - { localAuthority: E09000025, validFrom: '2019-09-29', validTo: null, sources: [LON-01] }
  assertions: []
`;

/**
 * The gateway, the London SCP with the four partnerships of the directory and Newham, Havering's subgraph, and the smallest
 * that Newham can have; the other three are not up. All is demonstration data.
 */
export async function serveBesideHavering() {
  const folder = mkdtempSync(join(tmpdir(), 'smallest-'));
  const file = join(folder, 'partnerships.yaml');
  writeFileSync(file, readFileSync(DIRECTORY, 'utf8') + NEWHAM);
  process.env['PARTNERSHIP_DIRECTORY'] = file;
  const identity = await ToyIdentity.create();
  const ends: (() => Promise<unknown>)[] = [() => identity.remove()];
  const serve = async (name: 'london-scp' | 'havering') => {
    const database = await createServiceDatabase();
    const { serveSubgraph, definition } = inItsOwnWorld(name);
    const subgraph = await serveSubgraph(definition, {
      ...{ DATABASE_URL: database.url, HUB_JWKS: identity.gatewayJwksFile, HUB_DEMO: '1', LOG_LEVEL: 'silent' },
    });
    ends.push(async () => {
      await subgraph.close();
      await database.drop();
    });
    return subgraph;
  };
  const served = {
    'london-scp': await serve('london-scp'),
    havering: await serve('havering'),
    newham: await startSmallest(),
  };
  ends.push(served.newham.close);
  const away = ['lambeth', 'redbridge', 'tri-borough'].map((name) => `${name}=http://127.0.0.1:9/graphql`);
  const gateway = await startGateway(
    readConfig({
      SUBGRAPHS: [...Object.entries(served).map(([name, { url }]) => `${name}=${url}`), ...away].join(','),
      ...{ PORT: '0', LOG_LEVEL: 'silent', START_TIMEOUT_MS: '0', ...identity.env },
      ...{ COST_LIMIT_PER_MINUTE: '900000000', RATE_LIMIT_PER_MINUTE: '1000000' },
    }),
    pino({ level: 'silent' }),
  );
  ends.push(gateway.stop);
  return {
    gateway,
    identity,
    async end() {
      for (const end of ends.reverse()) await end();
      delete process.env['PARTNERSHIP_DIRECTORY'];
      rmSync(folder, { recursive: true });
    },
  };
}

/** A subgraph with modules of its own: the classes of two would be taken for those of one schema. */
function inItsOwnWorld(name: 'london-scp' | 'havering') {
  let world: { serveSubgraph: typeof Kit.serveSubgraph; definition: Kit.SubgraphDefinition } | undefined;
  jest.isolateModules(() => {
    const { serveSubgraph } = require('@hub/subgraph-kit') as typeof Kit;
    const { londonScp, havering } = require(`../../../subgraphs/${name}/src/${name}`) as Record<
      string,
      Kit.SubgraphDefinition
    >;
    world = { serveSubgraph, definition: (londonScp ?? havering)! };
  });
  return world!;
}
