import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';

/** For how long a gateway may load a supergraph, in milliseconds. */
const PATIENCE_MS = 120_000;

/** How a gateway is started. */
export interface GatewayProgram {
  /** What follows `node`. */
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/** A gateway that answers. */
export class GatewayProcess {
  private constructor(
    readonly name: string,
    readonly origin: string,
    private readonly child: ChildProcess,
  ) {}

  /**
   * Starts one, and waits until it answers.
   *
   * @param port - where it listens, on loopback.
   * @param log - a file for what it writes.
   * @throws Error where it does not, with what it wrote last.
   */
  static async start(name: string, port: number, { args, env }: GatewayProgram, log: string): Promise<GatewayProcess> {
    const output = openSync(log, 'w');
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', output, output],
    });
    // Where the benchmark is ended before it ends by itself.
    process.once('exit', () => child.kill('SIGKILL'));
    const gateway = new GatewayProcess(name, `http://127.0.0.1:${port}`, child);
    const end = performance.now() + PATIENCE_MS;
    while (!(await gateway.#answers())) {
      if (child.exitCode === null && performance.now() < end) {
        await sleep(200);
        continue;
      }
      child.kill('SIGKILL');
      throw new Error(`${name} does not answer. It wrote: ${readFileSync(log, 'utf8').slice(-1000)}`);
    }
    return gateway;
  }

  get pid(): number {
    return this.child.pid!;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const hard = setTimeout(() => this.child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(hard);
  }

  async #answers(): Promise<boolean> {
    const pool = new Pool(this.origin);
    try {
      const headers = { 'content-type': 'application/json' };
      const answer = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers,
        body: '{"query":"{ __typename }"}',
      });
      return (await answer.body.text()).includes('"Query"');
    } catch {
      return false;
    } finally {
      await pool.destroy();
    }
  }
}

/** A port of loopback that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
