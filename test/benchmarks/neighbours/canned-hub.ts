import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Behaviour } from './misbehaviour';

const GATEWAY = resolve(__dirname, '../../../../gateway/dist/main.js');
const UNLIMITED = { RATE_LIMIT_PER_MINUTE: '1000000', COST_LIMIT_PER_MINUTE: '900000000' };

/** The gateway as a process of its own, over the subgraphs of a canned London in another. */
export class CannedHub {
  private constructor(
    private readonly host: ChildProcess,
    private readonly gateway: ChildProcess,
    /** Where the gateway listens. */
    readonly url: string,
  ) {}

  static async start(partnerships: number): Promise<CannedHub> {
    const host = fork(resolve(__dirname, 'canned-host.js'), [String(partnerships)]);
    const [SUBGRAPHS] = (await once(host, 'message')) as [string];
    const env = { ...process.env, ...UNLIMITED, SUBGRAPHS, PORT: '0', LOG_LEVEL: 'info' };
    const gateway = spawn(process.execPath, [GATEWAY], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    gateway.on('exit', () => host.disconnect());
    const log = createInterface(gateway.stdout);
    const url = await new Promise<string>((opened, failed) => {
      gateway.once('exit', () => failed(new Error('The gateway did not start.')));
      // Its log is read to the end, or it would wait for a reader.
      log.on('line', (line) => {
        const { url } = JSON.parse(line) as { url?: string };
        if (url !== undefined) opened(url);
      });
    });
    return new CannedHub(host, gateway, url);
  }

  /** Of the gateway. */
  get pid(): number {
    return this.gateway.pid!;
  }

  /** Resolves once the partnership that fails behaves so. */
  async behave(behaviour: Behaviour): Promise<void> {
    const done = once(this.host, 'message');
    this.host.send(behaviour);
    await done;
  }

  async stop(): Promise<void> {
    const ended = once(this.gateway, 'exit');
    this.gateway.kill('SIGTERM');
    await ended;
  }
}
