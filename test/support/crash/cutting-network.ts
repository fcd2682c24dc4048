import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The most bytes that a connection which is cut has carried. */
const LONGEST = 20_000;
/** How many of the connections are cut. */
const PART = 1 / 5;

/** A way to a port of this machine on which connections break. */
export interface CuttingNetwork {
  url: string;
  /** How many connections were cut. */
  cuts(): number;
  /** From now on nothing is cut. */
  calm(): void;
  close(): Promise<void>;
}

/**
 * Opens a way to a port. A part of the connections is cut, each after a random number of bytes in either direction: in
 * the middle of a request, of an answer, or between the two.
 */
export async function openCuttingNetwork(port: number, random: () => number): Promise<CuttingNetwork> {
  let cuts = 0;
  let isCalm = false;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    // Short ones are likelier, since most of what is said is short.
    let left = random() < PART ? Math.floor(LONGEST * random() ** 2) : Infinity;
    const drop = () => [near, far].forEach((socket) => socket.destroy());
    const carry = (from: Socket, to: Socket) => {
      open.add(from);
      // What was said before an end still arrives.
      from.on('close', () => (open.delete(from), to.end()));
      from.on('error', drop);
      from.on('data', (chunk: Buffer) => {
        const part = isCalm ? chunk : chunk.subarray(0, left);
        left -= part.length;
        const isCut = part.length < chunk.length;
        if (isCut) cuts++;
        to.write(part, () => isCut && drop());
      });
    };
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    calm: () => void (isCalm = true),
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
