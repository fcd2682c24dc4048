import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GatewayProgram } from './gateway-process';
import type { World } from './world';

/** With the planner in Rust, which is the faster of its two. */
const PACKAGES = {
  '@graphql-hive/gateway': '2.15.1',
  '@graphql-hive/router-runtime': '1.4.23',
  graphql: '16.15.0',
};
const CONFIGURATION = `export const gatewayConfig = {
  logging: 'warn', landingPage: false, graphiql: false,
  propagateHeaders: {
    fromClientToSubgraphs({ request }) {
      const authorization = request.headers.get('authorization');
      return authorization ? { authorization } : {};
    },
  },
};
`;

/** More partnerships than these, and it fails on the supergraph as it is ("Invalid array length"). */
const MOST_PARTNERSHIPS = 5;

/**
 * Hive Gateway, which is no dependency of the project: it is installed among temporary files, once.
 *
 * @throws Error where it cannot be installed.
 */
export function hiveProgram(world: World, port: number): GatewayProgram {
  const folder = installed();
  const supergraph = world.partnerships > MOST_PARTNERSHIPS ? world.cutSupergraphFile() : world.supergraphFile();
  const bin = join(folder, 'node_modules/@graphql-hive/gateway/dist/bin.js');
  const where = ['-h', '127.0.0.1', '-p', String(port), '--fork', '1', '--disable-websockets', '--hive-router-runtime'];
  return { args: [bin, 'supergraph', supergraph, '-c', join(folder, 'gateway.mjs'), ...where] };
}

function installed(): string {
  const folder = join(tmpdir(), `hub-hive-gateway-${PACKAGES['@graphql-hive/gateway']}`);
  const mark = join(folder, '.installed');
  if (existsSync(mark)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
  writeFileSync(join(folder, 'gateway.mjs'), CONFIGURATION);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  writeFileSync(mark, '');
  return folder;
}
