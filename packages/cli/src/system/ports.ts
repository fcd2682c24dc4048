import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { HubError, reasonOf } from '../errors';

/** Every process of the hub listens here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

/**
 * Below the ranges from which Linux, macOS and Windows give ports to outgoing connections: a port that was free when
 * it was chosen is then still free a second later, when its process listens, and after that process was restarted.
 */
const FIRST = 20_000;
const LAST = 30_000;

/**
 * Ports that nothing listens on, all different.
 *
 * @param besides - ports that shall not be among them. @default none
 */
export async function freePorts(count: number, besides: ReadonlySet<number> = new Set()): Promise<number[]> {
  const ports = new Set<number>();
  const range = `${FIRST}–${LAST}`;
  for (let tries = 0; ports.size < count && tries < 2000; tries++) {
    const port = randomInt(FIRST, LAST);
    if (!ports.has(port) && !besides.has(port) && (await whyNot(port)) === null) ports.add(port);
  }
  if (ports.size < count) throw new HubError('PORT_TAKEN', { port: range, reason: 'none free', other: 4000 });
  return [...ports];
}

/** The port of the gateway: the one asked for if it is free, any free one for 0. */
export async function gatewayPort(port: number): Promise<number> {
  if (port === 0) return (await freePorts(1))[0]!;
  const reason = await whyNot(port);
  if (reason !== null) throw new HubError('PORT_TAKEN', { port, reason, other: port < 1024 ? 4000 : port + 10 });
  return port;
}

/** The reason why a process cannot listen on a port, or null. */
export function whyNot(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRINUSE' ? 'another program listens on it' : reasonOf(error));
    });
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
