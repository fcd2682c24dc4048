import { connect, type Socket } from 'node:net';

/** A connection on which an attacker writes what they like. */
export interface RawConnection {
  socket: Socket;
  write(text: string): void;
  /** All that came until now. */
  text(): string;
  /** Resolves when what has come matches, or the connection is over. */
  until(pattern: RegExp): Promise<string>;
  /** Resolves when so many bytes have come, or the connection is over. */
  untilLength(length: number): Promise<string>;
  /** Resolves with all that came, when the connection is over. */
  over(): Promise<string>;
  isOpen(): boolean;
}

/**
 * Opens a connection.
 *
 * @param from - the address of this machine to come from. @default '127.0.0.1'
 */
export async function openRaw(origin: string, from = '127.0.0.1', first = ''): Promise<RawConnection> {
  const { hostname, port } = new URL(origin);
  const socket = connect({ host: hostname, port: Number(port), localAddress: from, allowHalfOpen: true });
  let text = '';
  let isOpen = true;
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  socket.on('end', () => socket.end());
  const closed = new Promise<void>((resolve) =>
    socket.once('close', () => {
      isOpen = false;
      resolve();
    }),
  );
  await Promise.race([new Promise((resolve) => socket.once('connect', resolve)), closed]);
  if (first !== '') socket.write(first);
  const until = (isEnough: () => boolean) =>
    new Promise<string>((resolve) => {
      const look = () => isEnough() && resolve(text);
      socket.on('data', look);
      void closed.then(() => resolve(text));
      look();
    });
  return {
    socket,
    write: (more) => void (isOpen && socket.write(more)),
    text: () => text,
    until: (pattern) => until(() => pattern.test(text)),
    untilLength: (length) => until(() => text.length >= length),
    over: async () => {
      await closed;
      return text;
    },
    isOpen: () => isOpen,
  };
}

/** A request that begins, and whose body does not come whole. */
export const SLOW_BODY =
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"q';

/** A whole question. */
export function wholePost(body: string, headers = ''): string {
  const length = Buffer.byteLength(body);
  return `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${headers}content-length: ${length}\r\n\r\n${body}`;
}
