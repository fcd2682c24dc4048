/** A process of its own that runs one hub, so that all that descends from it is that hub's. Told where the hub's code is. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Cli from '@hub/cli';
import type { Role } from '@hub/access';

/** What is asked of it, in turn: tokens, and in the end to stop. */
export type HostRequest = { token: Role } | { stop: true };

/** What it says first. */
export interface HostedHub {
  url: string;
  gateway: number;
  subgraphs: number[];
  postgres: number;
  /** By an administrator. */
  databases: string[];
}

const [workspace] = process.argv.slice(2);

async function main(): Promise<void> {
  const { removeHubHome, startHub } = require(join(workspace!, 'packages/cli')) as typeof Cli;
  // What a caller may ask for in a minute is not what is measured.
  const env = { ...process.env, RATE_LIMIT_PER_MINUTE: '1000000', COST_LIMIT_PER_MINUTE: '900000000' };
  const hub = await startHub({ home: mkdtempSync(join(tmpdir(), 'hub-question-')), port: 0, env });
  process.on('message', (request: HostRequest) => {
    if ('stop' in request) return process.disconnect();
    void hub.token(request.token).then((token) => process.send!(token));
  });
  // Also where whoever asked has ended.
  process.on('disconnect', () => {
    void hub.stop().then(() => removeHubHome(hub.home));
  });
  process.send!({
    url: hub.url,
    gateway: hub.gateway.pid!,
    subgraphs: [...(hub.processes ?? hub.subgraphs).values()].map(({ pid }) => pid!),
    postgres: hub.postgres!.pid!,
    databases: [...hub.subgraphs.keys()].map((name) => hub.databaseUrl(name)),
  } satisfies HostedHub);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
