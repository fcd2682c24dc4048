import { createServer, type AddressInfo, type Socket } from 'node:net';

const END_OF_HEAD = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;

/**
 * Answers HTTP/1.1 from memory with as little work as can be, so that what is measured is who asks. It takes bodies of a
 * length that is said, one at a time on a connection, and looks at nothing but the body.
 *
 * @param work - works out a whole answer, head and body, to the body of a request, '' for one without; once for each.
 * @returns the port, on loopback.
 */
export function serveFromMemory(work: (body: string) => Promise<Buffer>): Promise<number> {
  const answers = new Map<string, Buffer>();
  const answer = async (body: string, socket: Socket) => {
    const worked = await work(body);
    answers.set(body, worked);
    socket.write(worked);
  };
  const server = createServer({ noDelay: true }, (socket) => {
    // A byte a character: a body is looked up as it came, and need not be decoded.
    let text = '';
    socket.setEncoding('latin1');
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      text += piece as unknown as string;
      for (let end = text.indexOf(END_OF_HEAD); end >= 0; end = text.indexOf(END_OF_HEAD)) {
        const head = text.slice(0, end);
        if (/\r\ntransfer-encoding:/i.test(head)) return void socket.end('HTTP/1.1 411 Length Required\r\n\r\n');
        const from = end + END_OF_HEAD.length;
        const to = from + Number(LENGTH.exec(head)?.[1] ?? 0);
        if (text.length < to) return;
        const body = text.slice(from, to);
        text = text.slice(to);
        const known = answers.get(body);
        if (known) socket.write(known);
        else void answer(body, socket);
      }
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
