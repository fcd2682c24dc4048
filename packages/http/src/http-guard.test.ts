import { setTimeout as sleep } from 'node:timers/promises';
import { fastify, type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { openRaw, SLOW_BODY, wholePost, type RawConnection } from '../../../test/support/attacks/raw-connection';
import { HttpGuard, type GuardOptions } from './http-guard';

const ASKED = wholePost('{}');
const apps: FastifyInstance[] = [];
let connections: RawConnection[] = [];
let lines: Record<string, unknown>[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(JSON.parse(line)) });

afterEach(async () => {
  for (const { socket } of connections) socket.destroy();
  await Promise.all(apps.splice(0).map((app) => app.close()));
  [connections, lines] = [[], []];
});

/** A server that answers at once, later on `/later`, with much on `/much`, and to no end on `/feed`. */
async function serve(options: Partial<GuardOptions> = {}) {
  const guard = new HttpGuard({ log, bodyLimit: 2 ** 20, ...options });
  const app = fastify(guard.server);
  guard.addTo(app);
  let answerLater = () => {};
  const later = new Promise<void>((resolve) => (answerLater = resolve));
  app.post('/graphql', async () => 'answered');
  app.get('/graphql', async () => 'answered');
  app.get('/later', async () => {
    await later;
    return 'at last';
  });
  app.get('/much', async () => 'x'.repeat(20 * 2 ** 20));
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  apps.push(app);
  const open = async (first = '', from?: string) => {
    const connection = await openRaw(origin, from, first);
    connections.push(connection);
    return connection;
  };
  return { app, guard, open, answerLater };
}

const isAnswered = async (connection: RawConnection) => (await connection.until(/answered/)).includes('200 OK');

describe('what arrives too slowly is answered 408, and its connection ended', () => {
  it.each([
    ['nothing at all', ''],
    ['part of the headers', 'POST /graphql HTTP/1.1\r\nhost: x\r\nx-a'],
    ['headers without an end', 'POST /graphql HTTP/1.1\r\nhost: x\r\n'],
    ['part of a body', SLOW_BODY],
    [
      'a body of chunks that never end',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n',
    ],
    [
      'a body that waits to be let in',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nexpect: 100-continue\r\ncontent-length: 9\r\n\r\n',
    ],
    ['a body for a path that is not there', SLOW_BODY.replace('/graphql', '/nothing')],
    ['a body of HTTP/1.0', SLOW_BODY.replace('HTTP/1.1', 'HTTP/1.0')],
    [
      'an upgrade with part of a body',
      SLOW_BODY.replace('host: x', 'host: x\r\nconnection: upgrade\r\nupgrade: websocket'),
    ],
  ])('%s', async (_, first) => {
    const { open } = await serve({ arrivalMs: 200 });
    const text = await (await open(first)).over();
    expect(text).toMatch(/HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(text).toContain('"extensions":{"code":"REQUEST_TIMEOUT"}');
  });

  it('also when a byte comes now and then', async () => {
    const { open } = await serve({ arrivalMs: 400 });
    const connection = await open(SLOW_BODY);
    const dripping = setInterval(() => connection.write('x'), 50);
    const text = await connection.over();
    clearInterval(dripping);
    expect(text).toContain('REQUEST_TIMEOUT');
  });

  it('also when the next request of a connection is the slow one', async () => {
    const { open } = await serve({ arrivalMs: 200 });
    const text = await (await open(ASKED + SLOW_BODY)).over();
    expect(text).toMatch(/^HTTP\/1\.1 200 OK[^]*answered[^]*HTTP\/1\.1 408/);
  });

  it('but not into the middle of an answer, nor what takes long to be answered', async () => {
    const { open, answerLater } = await serve({ arrivalMs: 100 });
    const connection = await open('GET /later HTTP/1.1\r\nhost: x\r\n\r\n');
    await sleep(400);
    expect([connection.isOpen(), connection.text()]).toEqual([true, '']);
    answerLater();
    expect(await connection.until(/at last/)).toMatch(/^HTTP\/1\.1 200 OK/);
  });
});

describe('what is not a request', () => {
  it.each([
    ['nonsense', 'nonsense\r\n\r\n', '400 Bad Request', 'REQUEST_UNREADABLE'],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      '400 Bad Request',
      'REQUEST_UNREADABLE',
    ],
    [
      'a length and chunks',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      '400 Bad Request',
      'REQUEST_UNREADABLE',
    ],
    ['no host', 'GET /graphql HTTP/1.1\r\n\r\n', '400 Bad Request', 'HOST_MISSING'],
    [
      'headers beyond measure',
      `GET /graphql HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(20_000)}\r\n\r\n`,
      '431 Request Header Fields Too Large',
      'HEADERS_TOO_LARGE',
    ],
    ['CONNECT', 'CONNECT a:1 HTTP/1.1\r\nhost: a:1\r\n\r\n', '', undefined],
    [
      'an unknown expectation',
      `${ASKED.replace('host: x', 'host: x\r\nconnection: close\r\nexpect: much')}`,
      '417 Expectation Failed',
      'EXPECTATION_FAILED',
    ],
  ])('is refused, and its connection ended: %s', async (_, first, status, code) => {
    const { open } = await serve();
    const text = await (await open(first)).over();
    expect(text).toMatch(new RegExp(`^(HTTP/1\\.1 ${status}\r\n|$)`));
    if (code) expect(text).toContain(`"extensions":{"code":"${code}"}`);
  });

  it('is what a client leaves half of', async () => {
    const { open } = await serve();
    const connection = await open(SLOW_BODY);
    connection.socket.end();
    expect(await connection.over()).toContain('400 Bad Request');
  });
});

describe('who has sent all and says no more', () => {
  it('is answered', async () => {
    const { open } = await serve();
    const connection = await open(ASKED);
    connection.socket.end();
    expect(await connection.over()).toContain('answered');
  });
});

describe('connections', () => {
  const bounds = { ofOneAddress: 20, inAll: 60, pipelined: 4 };
  const many = (
    open: (first?: string, from?: string) => Promise<RawConnection>,
    count: number,
    from: string,
    first = SLOW_BODY,
  ) => Promise.all(Array.from({ length: count }, () => open(first, from)));
  const stillOpen = (all: RawConnection[]) => all.filter((one) => one.isOpen()).length;
  const settled = async (all: RawConnection[], count: number) => {
    while (stillOpen(all) > count) await sleep(10);
    return stillOpen(all);
  };

  it('of five addresses, slow, leave room for another', async () => {
    const { open } = await serve({ connections: bounds });
    const slow: RawConnection[] = [];
    for (let address = 2; address <= 6; address++) slow.push(...(await many(open, 50, `127.0.0.${address}`)));
    expect(await settled(slow, 60)).toBe(60);
    expect(await isAnswered(await open(ASKED, '127.0.0.9'))).toBe(true);
    // Its room was made by the oldest of those who had most.
    expect(await settled(slow, 59)).toBe(59);
  });

  it('of one address give way to its next, if they have brought nothing whole', async () => {
    const { open } = await serve({ connections: bounds });
    const slow = await many(open, 20, '127.0.0.2');
    expect(await isAnswered(await open(ASKED, '127.0.0.2'))).toBe(true);
    expect(await settled(slow, 19)).toBe(19);
    expect(slow[0]!.isOpen()).toBe(false);
  });

  it('give way before those that wait for their next question', async () => {
    const { open } = await serve({ connections: bounds });
    const kept = await open(ASKED, '127.0.0.2');
    expect(await isAnswered(kept)).toBe(true);
    const slow = await many(open, 40, '127.0.0.2');
    expect(await settled(slow, 19)).toBe(19);
    kept.write(ASKED);
    expect(await kept.until(/answered[^]*answered/)).toMatch(/answered[^]*answered/);
  });

  it('are refused with the remedy where all others are being answered', async () => {
    const { open, answerLater } = await serve({ connections: bounds });
    const asking = await many(open, 20, '127.0.0.2', 'GET /later HTTP/1.1\r\nhost: x\r\n\r\n');
    // The last of them has been heard when one of another address, asked later, is.
    expect(await isAnswered(await open(ASKED, '127.0.0.3'))).toBe(true);
    const text = await (await open(ASKED, '127.0.0.2')).over();
    expect(text).toMatch(/^HTTP\/1\.1 503 Service Unavailable/);
    expect(text).toContain('"extensions":{"code":"TOO_MANY_CONNECTIONS"}');
    answerLater();
    for (const one of asking) expect(await one.until(/at last/)).toContain('at last');
  });

  it('of a proxy are those of others, and bounded in all alone', async () => {
    const { open } = await serve({ connections: bounds, proxies: ['127.0.0.7', '127.0.1.0/24'] });
    const all = [...(await many(open, 25, '127.0.0.7')), ...(await many(open, 25, '127.0.1.9'))];
    expect(await isAnswered(await open(ASKED, '127.0.0.2'))).toBe(true);
    expect(stillOpen(all)).toBe(50);
  });

  it('are counted in one line of the log, and not each', async () => {
    const { app, guard, open } = await serve({ connections: bounds });
    const slow = await many(open, 50, '127.0.0.2');
    expect(await settled(slow, 20)).toBe(20);
    expect(guard.connections).toEqual({ open: 20, refused: 0, gaveWay: 30 });
    await app.close();
    expect(lines).toEqual([expect.objectContaining({ level: 40, refused: 0, gaveWay: 30 })]);
  });

  it('are counted in a line a minute, as long as there are too many', async () => {
    const { guard, open } = await serve({ connections: bounds });
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'setImmediate', 'setInterval', 'queueMicrotask'] });
    try {
      const slow = await many(open, 30, '127.0.0.2');
      expect(await settled(slow, 20)).toBe(20);
      jest.advanceTimersByTime(59_999);
      expect(lines).toEqual([]);
      jest.advanceTimersByTime(1);
      expect(lines).toEqual([expect.objectContaining({ level: 40, refused: 0, gaveWay: 10 })]);
      jest.advanceTimersByTime(600_000);
      expect(lines).toHaveLength(1);
      slow.push(...(await many(open, 5, '127.0.0.2')));
      expect(await settled(slow, 20)).toBe(20);
      jest.advanceTimersByTime(60_000);
      expect(lines.slice(1)).toEqual([expect.objectContaining({ gaveWay: 5 })]);
      // Since the start, whatever was logged.
      expect(guard.connections.gaveWay).toBe(15);
    } finally {
      jest.useRealTimers();
    }
  });

  it('take a few requests at once, and are ended by more', async () => {
    const { open } = await serve({ connections: bounds });
    const connection = await open('GET /later HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(10));
    expect(await connection.over()).toBe('');
  });

  it('that are slow do not keep a server from ending', async () => {
    const { app, open } = await serve({ connections: bounds });
    const slow = await open(SLOW_BODY);
    const idle = await open(ASKED);
    expect(await isAnswered(idle)).toBe(true);
    await app.close();
    await Promise.all([slow.over(), idle.over()]);
  });
});

describe('memory', () => {
  it('is not held by bodies that are announced and do not come: the oldest of who has most gives way', async () => {
    const { open } = await serve({ heldBytes: 3 * 2 ** 20 });
    const megabyte = SLOW_BODY.replace('content-length: 100', `content-length: ${2 ** 20}`);
    const unsaid = SLOW_BODY.replace('content-length: 100', 'transfer-encoding: chunked').replace(
      /\{"q$/,
      '1\r\n{\r\n',
    );
    const slow = [
      await open(megabyte, '127.0.0.2'),
      await open(unsaid, '127.0.0.2'),
      await open(megabyte, '127.0.0.3'),
    ];
    expect(await isAnswered(await open(ASKED, '127.0.0.9'))).toBe(true);
    await slow[0]!.over();
    expect(slow.slice(1).map((one) => one.isOpen())).toEqual([true, true]);
  });

  it('is not held by answers that are not read', async () => {
    const { open } = await serve({ heldBytes: 50 * 2 ** 20 });
    const deaf: RawConnection[] = [];
    for (let count = 0; count < 4; count++) {
      const connection = await open('', '127.0.0.2');
      connection.socket.pause();
      connection.write('GET /much HTTP/1.1\r\nhost: x\r\n\r\n');
      deaf.push(connection);
      // One after the other, so that it is known which is the oldest.
      while (connection.socket.bytesRead === 0) await sleep(5);
    }
    expect(await isAnswered(await open(ASKED, '127.0.0.2'))).toBe(true);
    for (const { socket } of deaf) socket.resume();
    const texts = await Promise.all(deaf.slice(0, 2).map((one) => one.over()));
    for (const text of texts) expect(text.length).toBeLessThan(20 * 2 ** 20);
    expect((await deaf[3]!.untilLength(20 * 2 ** 20)).length).toBeGreaterThanOrEqual(20 * 2 ** 20);
  });

  it('is not held for ever by one answer that is not read', async () => {
    const { open } = await serve({ takenMs: 300 });
    const connection = await open();
    connection.socket.pause();
    connection.write('GET /much HTTP/1.1\r\nhost: x\r\n\r\n');
    while (connection.socket.bytesRead === 0) await sleep(5);
    await sleep(1000);
    connection.socket.resume();
    expect((await connection.over()).length).toBeLessThan(20 * 2 ** 20);
  });
});
