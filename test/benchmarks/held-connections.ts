import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scene } from './scene';

/** Milliseconds between two bytes. */
const DRIP_MS = 1000;

/**
 * Keeps so many connections open, a fifth by each caller, and opens another for each that is closed.
 *
 * @param begin - what is sent at once
 * @param drip - what is sent each second after that; nothing where it is empty
 */
export async function hold(
  scene: Scene,
  connections: number,
  begin: (number: number) => string,
  drip: string,
): Promise<void> {
  const { hostname, port } = new URL(scene.hub.url);
  const open = new Set<Socket>();
  const one = (number: number) => {
    const localAddress = scene.addresses[number % scene.addresses.length]!;
    const socket = connect({ host: hostname, port: Number(port), localAddress });
    open.add(socket);
    socket.on('connect', () => socket.write(begin(number)));
    socket.on('data', (data) => scene.count(`answered ${/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1] ?? 'more'}`));
    socket.on('error', ({ code }: NodeJS.ErrnoException) => scene.count(code ?? 'error'));
    socket.on('close', () => open.delete(socket));
  };
  let number = 0;
  while (!scene.end.aborted) {
    while (open.size < connections) one(number++);
    await sleep(DRIP_MS);
    if (drip !== '') for (const socket of open) if (socket.writable) socket.write(drip);
  }
  scene.count(`opened in all: ${number}`);
  for (const socket of open) socket.destroy();
}
