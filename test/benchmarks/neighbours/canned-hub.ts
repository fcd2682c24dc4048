import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { FAILING } from './canned-london';
import type { Behaviour } from './misbehaviour';

const GATEWAY = resolve(__dirname, '../../../../gateway/dist/main.js');
const HOST = resolve(__dirname, 'canned-host.js');
const UNLIMITED = { RATE_LIMIT_PER_MINUTE: '1000000', COST_LIMIT_PER_MINUTE: '900000000' };

/** The gateway as a process of its own, over the subgraphs of a canned London: the one that fails in another, and the others. */
export class CannedHub {
  private constructor(
    private readonly failing: ChildProcess,
    private readonly gateway: ChildProcess,
    /** Where the gateway listens. */
    readonly url: string,
  ) {}

  static async start(partnerships: number): Promise<CannedHub> {
    const hosts = [FAILING, 'others'].map((which) => fork(HOST, [String(partnerships), which]));
    const addresses = await Promise.all(hosts.map((host) => once(host, 'message') as Promise<[string]>));
    const env = { ...process.env, ...UNLIMITED, SUBGRAPHS: addresses.flat().join(), PORT: '0', LOG_LEVEL: 'info' };
    const gateway = spawn(process.execPath, [GATEWAY], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    gateway.on('exit', () => hosts.forEach((host) => host.disconnect()));
    const log = createInterface(gateway.stdout);
    const url = await new Promise<string>((opened, failed) => {
      gateway.once('exit', () => failed(new Error('The gateway did not start.')));
      // Its log is read to the end, or it would wait for a reader.
      log.on('line', (line) => {
        const { url } = JSON.parse(line) as { url?: string };
        if (url !== undefined) opened(url);
      });
    });
    return new CannedHub(hosts[0]!, gateway, url);
  }

  /** Of the gateway. */
  get pid(): number {
    return this.gateway.pid!;
  }

  /** Resolves once the partnership that fails behaves so. */
  async behave(behaviour: Behaviour): Promise<void> {
    const done = once(this.failing, 'message');
    this.failing.send(behaviour);
    await done;
  }

  async stop(): Promise<void> {
    const ended = once(this.gateway, 'exit');
    this.gateway.kill('SIGTERM');
    await ended;
  }
}
