import { join } from 'node:path';
import type { Callers } from './callers';
import type { GatewayProgram } from './gateway-process';
import { hiveProgram } from './hive-gateway';
import type { World } from './world';

const WORKSPACE = join(__dirname, '../../../..');
/** What a caller may ask for in a minute is not what is measured; that it is counted is. */
const PATIENT = { RATE_LIMIT_PER_MINUTE: '1000000', COST_LIMIT_PER_MINUTE: '999999999' };

/** How each gateway is started for a world, by its name: to listen at a port. */
export const CONTESTANTS = {
  /** As the hub starts it, but for its database: nothing that is asked goes on record. */
  ours: ({ subgraphs }: World, port: number, { environment }: Callers): GatewayProgram => ({
    args: ['--max-old-space-size=1024', join(WORKSPACE, 'gateway/dist/main.js')],
    env: {
      ...{ HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'info', ...PATIENT, ...environment },
      SUBGRAPHS: subgraphs.map(({ name, url }) => `${name}=${url}`).join(),
    },
  }),
  /** `@apollo/gateway` in Apollo Server's own HTTP server; it hands on who asks. */
  stock: (world: World, port: number): GatewayProgram => ({
    args: [join(__dirname, 'stock-gateway.js'), world.supergraphFile(), String(port)],
    env: { APOLLO_TELEMETRY_DISABLED: '1' },
  }),
  /** What a programmer writes for one operation who needs no gateway. */
  'by hand': ({ subgraphs }: World, port: number): GatewayProgram => ({
    args: [
      join(__dirname, 'fan-out-by-hand.js'),
      JSON.stringify(subgraphs.map(({ name, url }) => ({ name, url }))),
      String(port),
    ],
  }),
  hive: hiveProgram,
} as const;

export type ContestantName = keyof typeof CONTESTANTS;
