import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKeys, GATEWAY_KEY_HEADER, GatewayTokenVerifier, keySource, publicJwks } from '@hub/access';
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { SubgraphClient, type SendOptions } from '../subgraph-client';
import type { SubgraphUnavailable } from '../subgraph-unavailable';
import { timeLimits } from '../timer-wheel';
import { SocketWire } from './socket-wire';
import { UndiciWire } from './undici-wire';
import type { Wire, WireOptions } from './wire';
import { Deadline } from '../../operation/deadline';
import { forSomebody } from '../../../testing/for-somebody';
import { answerOf, ScriptedServer, type Script } from '../../../testing/scripted-server';
import { untilEqual } from '../../../../test/support/until-equal';

const REQUEST_IDENTITY = { caller: null, declared: null, requestId: 'r1', alert: null, isHub: true };
const MAX_BYTES = 200_000;

/** What a good subgraph answers: what it was asked, so that each can tell its own answer. */
const answerTo = (body: Buffer | string) => `{"data":${body.toString()}}`;
const good: Script = ({ body, socket }) => socket.write(answerOf(answerTo(body)));

let server: ScriptedServer;
let client: SubgraphClient | undefined;
let count = 0;

const folder = mkdtempSync(join(tmpdir(), 'hub-wires-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  failure: SubgraphUnavailable | null;
  text: string;
}

const WIRES: [string, (options: WireOptions) => Wire][] = [
  ['undici', (options) => new UndiciWire(options)],
  ['sockets of our own', (options) => new SocketWire(options)],
];

describe.each(WIRES)('over %s', (_, wireTo) => {
  beforeEach(async () => {
    server = await new ScriptedServer(good).start();
    await open();
  });
  afterEach(async () => {
    await client!.close();
    // Nothing is left of what was asked: no connection, no time limit.
    await untilEqual(async () => [server.sockets.size, timeLimits.size], [0, 0]);
    await server.stop();
  });

  const open = async (options = {}) => {
    await client?.close();
    client = new SubgraphClient({
      ...{ name: 'lambeth', urls: [server.url], maxResponseBytes: MAX_BYTES, timeoutMs: 60_000, wireTo },
      ...options,
    });
  };

  const post = (body: string, options: Partial<SendOptions> = {}) =>
    new Promise<Outcome>((resolve) => {
      let isSent = false;
      const asker = `person ${(count += 1)}`;
      client!.post(body, REQUEST_IDENTITY, forSomebody({ asker, ...options }), (failure, text) => {
        expect(isSent).toBe(true);
        resolve({ failure, text });
      });
      isSent = true;
    });

  /** Whatever else happens to a process, who asks it something good gets the answer to that. */
  const expectGood = async (name: string) => {
    const body = JSON.stringify(name);
    expect(await post(body)).toEqual({ failure: null, text: answerTo(body) });
  };

  const FAULT = '"fault"';
  /** Answers what is bad by a script, and all else as it should. */
  const answerFault = (script: Script) => {
    server.script = (request) => (request.body.toString() === FAULT ? script(request) : good(request));
  };
  const raw =
    (...pieces: (string | Buffer)[]): Script =>
    ({ socket }) =>
      pieces.forEach((piece) => socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece));
  const endless = (head: string, piece: Buffer, everyMs = 0): Script => {
    return ({ socket }) => {
      socket.write(head);
      const timer = setInterval(() => socket.write(piece), everyMs);
      socket.on('close', () => clearInterval(timer));
    };
  };

  it.each<[string, Script, Partial<Record<keyof SubgraphUnavailable, unknown>>]>([
    ['500', raw(answerOf('{"errors":[]}', 'HTTP/1.1 500 Oops')), { reason: 'HTTP 500' }],
    ['an empty answer of another status', raw('HTTP/1.1 204 No Content\r\n\r\n'), { reason: 'HTTP 204' }],
    ['413', raw(answerOf('{}', 'HTTP/1.1 413 Too Large')), { reason: 'HTTP 413', isTooLarge: true }],
    [
      '413, and a connection that ends with it',
      ({ socket }) => socket.end(answerOf('{}', 'HTTP/1.1 413 Too Large\r\nconnection: close')),
      { reason: 'HTTP 413', isTooLarge: true },
    ],
    [
      '100 MB',
      endless(`HTTP/1.1 200 OK\r\ncontent-length: ${100 * 2 ** 20}\r\n\r\n`, Buffer.alloc(MAX_BYTES, ' ')),
      { reason: 'the answer is too large', isTooLarge: true },
    ],
    [
      'no end, in chunks',
      endless('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', Buffer.from(`1000\r\n${' '.repeat(4096)}\r\n`)),
      { reason: 'the answer is too large', isTooLarge: true },
    ],
    [
      'no end, and no length',
      endless('HTTP/1.1 200 OK\r\n\r\n', Buffer.alloc(MAX_BYTES, ' ')),
      { reason: 'the answer is too large', isTooLarge: true },
    ],
    ['a reset', ({ socket }) => socket.resetAndDestroy(), { isTooLarge: false }],
    ['the end of the connection', ({ socket }) => socket.destroy(), { isTooLarge: false }],
    [
      'half an answer',
      ({ socket }) => socket.end(answerOf(answerTo(FAULT)).subarray(0, -3)),
      { code: 'SUBGRAPH_UNAVAILABLE' },
    ],
    ['half a head', ({ socket }) => socket.end('HTTP/1.1 200 OK\r\ncontent-le'), { code: 'SUBGRAPH_UNAVAILABLE' }],
    [
      'half an answer, and a reset',
      ({ socket }) =>
        socket.write(answerOf(answerTo(FAULT)).subarray(0, -3), () => setImmediate(() => socket.resetAndDestroy())),
      { code: 'SUBGRAPH_UNAVAILABLE' },
    ],
    ['what is not HTTP', raw('220 mail.example ESMTP\r\n\r\n'), {}],
    ['bytes without sense', raw(Buffer.from([0, 255, 13, 10, 13, 10, 13, 10, 22, 3, 1])), {}],
    ['a head without an end', endless('HTTP/1.1 200 OK\r\n', Buffer.from(`x-more: ${'x'.repeat(4096)}\r\n`)), {}],
    ['another protocol', raw('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'), {}],
    ['a length below nothing', raw('HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n{}'), {}],
    ['a length that is no number', raw('HTTP/1.1 200 OK\r\ncontent-length: 0x2\r\n\r\n{}'), {}],
    ['a length without end', raw(`HTTP/1.1 200 OK\r\ncontent-length: ${'9'.repeat(30)}\r\n\r\n{}`), {}],
    ['two lengths', raw('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}{'), {}],
    [
      'a length and chunks',
      raw('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n'),
      {},
    ],
  ])('an answer that is none costs one request, in time, and no other: %s', async (__, script, expected) => {
    answerFault(script);
    const others = ['a', 'b', 'c'].map(expectGood);
    const { failure, text } = await post(FAULT);
    expect(failure).toMatchObject({ name: 'SubgraphUnavailable', code: 'SUBGRAPH_UNAVAILABLE', ...expected });
    expect([failure!.isTooLarge, text]).toEqual([expected.isTooLarge ?? failure!.isTooLarge, '']);
    await Promise.all([...others, expectGood('d')]);
    await expectGood('e');
  });

  it.each<[string, Script]>([
    ['nothing', () => {}],
    ['interim answers', endless('', Buffer.from('HTTP/1.1 103 Hints\r\nlink: x\r\n\r\n'), 5)],
    ['a piece now and then', endless('HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\n', Buffer.from(' '), 5)],
    ['a head in drops', endless('HTTP/1.1 200 OK\r\nx-slow: ', Buffer.from(' '), 5)],
  ])('what is answered too late ends at its time and costs no other: %s', async (__, script) => {
    answerFault(script);
    const others = ['a', 'b', 'c'].map(expectGood);
    const late = post(FAULT, { deadline: new Deadline(300) });
    await Promise.all(others);
    expect((await late).failure).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await expectGood('d');
    await untilEqual(async () => [...server.sockets].some((socket) => socket === faulty()?.socket), false);
  });
  const faulty = () => server.received.find(({ body }) => body.toString() === FAULT);

  it.each<[string, Script]>([
    [
      'in chunks',
      raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n0\r\nx-end: 1\r\n\r\n'),
    ],
    ['until the connection ends', ({ socket }) => socket.end('HTTP/1.1 200 OK\r\n\r\nabc')],
    ['by an older version', ({ socket }) => socket.end('HTTP/1.0 200 OK\r\ncontent-length: 3\r\n\r\nabc')],
    ['after an interim answer', raw('HTTP/1.1 103 Hints\r\nlink: x\r\n\r\n', answerOf('abc'))],
    [
      'and the connection is closed',
      ({ socket }) => socket.end(answerOf('abc', 'HTTP/1.1 200 OK\r\nConnection: Close')),
    ],
    ['without a reason, in another case', raw('HTTP/1.1 200\r\nCONTENT-LENGTH:3\r\n\r\nabc')],
    ['by a refusal', raw(answerOf('abc', 'HTTP/1.1 400 Bad Request'))],
    ['after a mark of its encoding', raw(answerOf('\uFEFFabc'))],
  ])('what is answered is taken as it is meant: %s', async (__, script) => {
    answerFault(script);
    const others = ['a', 'b', 'c'].map(expectGood);
    expect(await post(FAULT)).toEqual({ failure: null, text: 'abc' });
    await Promise.all(others);
    expect(await post(FAULT)).toEqual({ failure: null, text: 'abc' });
    await expectGood('d');
  });

  it.each<[string, Script]>([
    ['no body', raw('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')],
    ['what is packed, though nobody asked', raw(answerOf('\x1f\x8b\x08', 'HTTP/1.1 200 OK\r\ncontent-encoding: gzip'))],
  ])('an answer that is no GraphQL response is not taken for one: %s', async (__, script) => {
    server.script = script;
    await expect(client!.send({ query: '{ a }' }, REQUEST_IDENTITY, forSomebody())).rejects.toMatchObject({
      reason: 'the answer is not a GraphQL response',
    });
  });

  it('an answer may come byte by byte, and a large one in many pieces', async () => {
    server.script = async ({ body, socket }) => {
      socket.setNoDelay(true);
      for (const byte of answerOf(answerTo(body))) {
        socket.write(Buffer.from([byte]));
        await new Promise(setImmediate);
      }
    };
    await expectGood('Ægir 👶🏾 é');
    server.script = good;
    await expectGood('é'.repeat(90_000));
  });

  it.each([
    ['at once', (write: () => void) => write()],
    ['once nothing is asked any more', (write: () => void) => void setTimeout(write, 30)],
  ])('what is sent beyond an answer is nobody else’s: %s', async (__, when) => {
    server.script = ({ body, socket }) => {
      socket.write(answerOf(answerTo(body)));
      when(() => socket.write(answerOf(answerTo('"somebody else’s"'))));
    };
    for (const name of ['a', 'b', 'c']) {
      await expectGood(name);
      // The connection on which that came is given up.
      await untilEqual(async () => server.sockets.size, 0);
    }
  });

  it('what whoever asked has left is cut off, and what others asked is not', async () => {
    const held: (() => void)[] = [];
    server.script = (request) => held.push(() => good(request));
    const deadline = new Deadline(60_000);
    const left = [post('"left 1"', { deadline }), post('"left 2"', { deadline })];
    const others = ['a', 'b', 'c'].map(expectGood);
    await untilEqual(async () => held.length, 5);
    deadline.abandon();
    for (const { failure } of await Promise.all(left)) expect(failure).toHaveProperty('code', 'DEADLINE_EXCEEDED');
    await untilEqual(async () => server.sockets.size, 3);
    for (const answer of held) answer();
    await Promise.all(others);
  });

  it('no more connections are made than may be, and what waits for one has the next, or leaves', async () => {
    await open({ connections: 2 });
    const held: (() => void)[] = [];
    server.script = (request) => held.push(() => good(request));
    const all = ['a', 'b', 'c', 'd', 'e'].map(expectGood);
    for (let answered = 0; answered < 5; answered += 1) {
      await untilEqual(async () => held.length > answered, true);
      expect(server.sockets.size).toBeLessThanOrEqual(2);
      held[answered]!();
    }
    await Promise.all(all);
    expect(new Set(server.received.map(({ socket }) => socket)).size).toBe(2);
  });

  it('a question whose connection was closed as it was sent is asked again; a mutation is not', async () => {
    server.script = (request) => (request.nth === 1 ? good(request) : void request.socket.destroy());
    await expectGood('a');
    await expectGood('b');
    server.script = good;
    await expectGood('c');
    const isRepeatable = false;
    expect(await post('"first"', { isRepeatable })).toMatchObject({ failure: null });
    server.script = ({ socket }) => socket.destroy();
    const before = server.received.length;
    expect((await post('"second"', { isRepeatable })).failure).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(server.received).toHaveLength(before + 1);
  });

  it('a server that closes with each answer is asked over another connection each time', async () => {
    server.script = ({ body, socket }) => socket.end(answerOf(answerTo(body)));
    for (let asked = 0; asked < 20; asked += 1) await expectGood(String(asked));
    await Promise.all(Array.from({ length: 20 }, (__, asked) => expectGood(String(asked))));
  });

  it('closing the client ends what is under way', async () => {
    server.script = () => {};
    const all = [post('"a"'), post('"b"', { isRepeatable: false })];
    await untilEqual(async () => server.received.length, 2);
    await client!.close();
    for (const { failure } of await Promise.all(all)) expect(failure).toHaveProperty('code', 'SUBGRAPH_UNAVAILABLE');
    expect((await post('"c"')).failure).toHaveProperty('code', 'SUBGRAPH_UNAVAILABLE');
  });

  it.each(['é', '👶🏾', '\ud83d', '\udc76\ud83d', '{"reason":"\ud83d"}', '\uFEFF', '\0'])(
    'the token is good for the bytes that are sent, whatever the text: %j',
    async (body) => {
      const half = await createSigningKeys(join(folder, `${String((count += 1))}.json`));
      const jwks = join(folder, 'jwks.json');
      writeFileSync(jwks, JSON.stringify(publicJwks(half)));
      const verifier = new GatewayTokenVerifier('lambeth', keySource(jwks));
      server.script = async ({ head, body: bytes, socket }) => {
        const token = /^authorization: Bearer (.*)$/im.exec(head)![1]!;
        const { offer } = await verifier.verify(token, bytes.toString());
        const key = offer === null ? '' : `\r\n${GATEWAY_KEY_HEADER}: ${offer}`;
        socket.write(answerOf(offer === null ? 'agreed' : 'signed', `HTTP/1.1 200 OK${key}`));
      };
      await open({ gatewayKeys: half });
      expect(await post(body)).toEqual({ failure: null, text: 'signed' });
      expect(await post(body)).toEqual({ failure: null, text: 'agreed' });
      // What is half a letter is none on the wire.
      const sent = body.replace(/\p{Surrogate}/gu, '\uFFFD');
      expect(server.received.map(({ body: bytes }) => bytes.toString())).toEqual([sent, sent]);
    },
  );

  it('a name is found as an address is, and so is one of six parts', async () => {
    const six = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
    for (const [host, at] of [['localhost', '127.0.0.1'], ...(six ? [['[::1]', '::1']] : [])] as [string, string][]) {
      const named = await new ScriptedServer(good).start(at);
      const by = new SubgraphClient({ name: 'x', urls: [`http://${host}:${named.port}/graphql`], wireTo });
      const answer = await by.send({ query: '{ a }' }, REQUEST_IDENTITY, forSomebody());
      expect([answer, named.received[0]!.head]).toEqual([
        { data: { query: '{ a }' } },
        expect.stringMatching(new RegExp(`^host: ${host.replace(/[[\]]/g, '\\$&')}:${named.port}$`, 'im')),
      ]);
      await by.close();
      await named.stop();
    }
  });

  it('nobody gets what another was answered, whatever a server does, in whatever order', async () => {
    type Deed = {
      does: 'answers' | 'adds' | 'ends' | 'resets' | 'halves' | 'babbles' | 'chunks' | 'holds';
      at: number;
    };
    const deed = record({
      does: constantFrom<Deed['does']>('answers', 'adds', 'ends', 'resets', 'halves', 'babbles', 'chunks', 'holds'),
      at: integer({ min: 0, max: 90 }),
    });
    await assert(
      asyncProperty(array(deed, { minLength: 1, maxLength: 16 }), async (deeds) => {
        await open({ connections: 3 });
        let begun = 0;
        server.script = async ({ body, socket }) => {
          const { does, at } = deeds[begun++ % deeds.length]!;
          const answer = answerOf(answerTo(body));
          const chunk = answerTo(body);
          const length = Buffer.byteLength(chunk).toString(16);
          if (does === 'holds') return;
          if (does === 'resets') return socket.resetAndDestroy();
          if (does === 'babbles') return socket.write('\r\n?');
          if (does === 'halves') return socket.end(answer.subarray(0, at));
          if (does === 'adds') return socket.write(Buffer.concat([answer, answerOf('"nobody’s"')]));
          if (does === 'chunks')
            return socket.write(
              `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${length}\r\n${chunk}\r\n0\r\n\r\n`,
            );
          socket.write(answer.subarray(0, at));
          await new Promise(setImmediate);
          return does === 'ends' ? socket.end(answer.subarray(at)) : socket.write(answer.subarray(at));
        };
        const asked = deeds.map(async (__, index) => {
          const body = `"${index}"`;
          const { failure, text } = await post(body, { deadline: new Deadline(150) });
          expect(text).toBe(failure ? '' : answerTo(body));
        });
        await Promise.all(asked);
        server.script = good;
        await expectGood('after all');
      }),
      { numRuns: 40 },
    );
  });
});
