import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Kit from '@hub/subgraph-kit';
import { pino } from 'pino';
import { readConfig } from '../../../gateway/src/config';
import { startGateway } from '../../../gateway/src/gateway-server';
import { ToyIdentity } from '../../../gateway/testing/toy-identity';
import { createServiceDatabase } from '../service-database';

const DIRECTORY = join(__dirname, '../../../subgraphs/london-scp/directory/partnerships.yaml');

/** The row of a partnership that is new. */
export const NEWHAM = `
- id: newham
  name: 'Newham Safeguarding Children Partnership'
  typeName: NewhamPartnership
  coverage:
    - { localAuthority: E09000025, validFrom: '2019-09-29', validTo: null, sources: [NEW-01] }
  assertions: []
`;

/** What the hub is started with beside its own. */
export interface BesideHavering {
  /** Of the directory, beside the four that are there. @default that of Newham */
  row?: string;
  /** Where further subgraphs are, by name. @default none */
  subgraphs?: Readonly<Record<string, string>>;
  /** The hub's public keys, where the gateway is told others than its own. @default its own */
  hubJwks?: string;
  /** Of the gateway. @default {} */
  env?: NodeJS.ProcessEnv;
}

/**
 * The gateway, the London SCP with the four partnerships of the directory and one more, and Havering's subgraph; the other three
 * are not up. All is demonstration data.
 */
export async function serveBesideHavering({ row = NEWHAM, subgraphs = {}, hubJwks, env = {} }: BesideHavering) {
  const folder = mkdtempSync(join(tmpdir(), 'beside-havering-'));
  const file = join(folder, 'partnerships.yaml');
  writeFileSync(file, readFileSync(DIRECTORY, 'utf8') + row);
  process.env['PARTNERSHIP_DIRECTORY'] = file;
  const identity = await ToyIdentity.create();
  const ends: (() => Promise<unknown>)[] = [() => identity.remove()];
  const serve = async (name: 'london-scp' | 'havering') => {
    const database = await createServiceDatabase();
    const { serveSubgraph, definition } = withItsOwnModules(name);
    const HUB_JWKS = hubJwks ?? identity.gatewayJwksFile;
    const subgraph = await serveSubgraph(definition, {
      ...{ DATABASE_URL: database.url, HUB_JWKS, HUB_DEMO: '1', LOG_LEVEL: 'silent' },
    });
    ends.push(async () => {
      await subgraph.close();
      await database.drop();
    });
    return [name, subgraph.url] as const;
  };
  const served = [await serve('london-scp'), await serve('havering'), ...Object.entries(subgraphs)];
  const away = ['lambeth', 'redbridge', 'tri-borough'].map((name) => [name, 'http://127.0.0.1:9/graphql'] as const);
  const gateway = await startGateway(
    readConfig({
      SUBGRAPHS: [...served, ...away].map(([name, url]) => `${name}=${url}`).join(','),
      ...{ PORT: '0', LOG_LEVEL: 'silent', START_TIMEOUT_MS: '0', ...identity.env },
      ...{ COST_LIMIT_PER_MINUTE: '900000000', RATE_LIMIT_PER_MINUTE: '1000000', ...env },
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
function withItsOwnModules(name: 'london-scp' | 'havering') {
  let own: { serveSubgraph: typeof Kit.serveSubgraph; definition: Kit.SubgraphDefinition } | undefined;
  jest.isolateModules(() => {
    const { serveSubgraph } = require('@hub/subgraph-kit') as typeof Kit;
    const { londonScp, havering } = require(`../../../subgraphs/${name}/src/${name}`) as Record<
      string,
      Kit.SubgraphDefinition
    >;
    own = { serveSubgraph, definition: (londonScp ?? havering)! };
  });
  return own!;
}
