import { join } from 'node:path';
import { HubError } from '../errors';
import { launchChild, type Child } from '../system/child';
import { inheritedEnvironment } from '../system/child-environment';
import { LOOPBACK } from '../system/ports';
import { waitUntilHealthy } from '../system/readiness';
import { mainOf } from '../system/subgraph-list';

/** What the gateway of a run is told. */
export interface DevGatewayOptions {
  workspace: string;
  /** Of its keys and its log. */
  folder: string;
  keysFile: string;
  port: number;
  signal: AbortSignal;
}

/** A gateway that is started anew for each schema: without a registry it takes none while what it serves is good. */
export class DevGateway {
  #child: Child | undefined;

  constructor(private readonly options: DevGatewayOptions) {}

  /**
   * @param subgraphs - addresses by name.
   * @throws HubError where it does not get ready.
   */
  async serve(subgraphs: ReadonlyMap<string, string>): Promise<void> {
    await this.stop();
    const { workspace, folder, keysFile, port, signal } = this.options;
    const log = join(folder, 'gateway.log');
    const child = launchChild({
      ...{ name: 'gateway', service: 'gateway', main: mainOf(workspace, 'gateway'), port, log, postgres: null },
      env: {
        ...inheritedEnvironment(process.env),
        ...{ NODE_ENV: 'production', LOG_LEVEL: 'warn', HOST: LOOPBACK, PORT: String(port), GATEWAY_KEYS: keysFile },
        SUBGRAPHS: [...subgraphs].map(([name, url]) => `${name}=${url}`).join(','),
      },
    });
    this.#child = child;
    const reason = await waitUntilHealthy('ready', port, child.isRunning, Infinity, signal);
    if (reason !== null && !signal.aborted)
      throw new HubError('NOT_STARTED', { name: 'gateway', reason, tail: child.tail(), log });
  }

  async stop(): Promise<void> {
    await this.#child?.stop();
    this.#child = undefined;
  }
}
