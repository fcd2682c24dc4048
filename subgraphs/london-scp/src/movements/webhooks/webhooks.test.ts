import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKeys, publicJwks, readSigningKeys } from '@hub/access';
import { WEBHOOK_BODY } from '@hub/contract';
import type { Background, Logger } from '@hub/subgraph-kit';
import { next, notice, transferPack, type Message } from '../../../../../test/support/movement-messages';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { untilEqual } from '../../../../../test/support/until-equal';
import { openWebhookReceiver, type WebhookReceiver } from '../../../../../test/support/webhooks/webhook-receiver';
import { londonScp } from '../../london-scp';
import { takeDue } from './due-webhooks';
import { webhookBackground } from './webhook-background';
import { WebhookPost } from './webhook-post';

const system = (partnership: string) =>
  requestIdentityOf('partnership-system', { partnership, purpose: 'CROSS_BOUNDARY_MOVEMENT' });
const folder = mkdtempSync(join(tmpdir(), 'hub-webhooks-'));
const keys = join(folder, 'webhook-keys.json');
const publishedKeys = async () => publicJwks(await readSigningKeys(keys));

let london: OpenSubgraph;
let lambeth: WebhookReceiver;
let redbridge: WebhookReceiver;
let running: Background[] = [];
const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };

beforeAll(async () => {
  await createSigningKeys(keys);
  london = await openSubgraph(londonScp, { demo: false });
});
beforeEach(async () => {
  [lambeth, redbridge] = [await openWebhookReceiver(publishedKeys), await openWebhookReceiver(publishedKeys)];
  jest.clearAllMocks();
});
afterEach(async () => {
  await stop();
  await rows('DELETE FROM webhook_receiver');
  await Promise.all([lambeth, redbridge].map((receiver) => receiver.close()));
});
afterAll(async () => {
  await london?.close();
  rmSync(folder, { recursive: true });
});

const rows = <Row>(sql: string) => london.dataSource.query<Row[]>(sql);
const hostOf = ({ url }: WebhookReceiver) => new URL(url).host;

/** A process of the hub that tells both. */
async function start(receivers = { lambeth, redbridge }): Promise<void> {
  const env = {
    WEBHOOKS: Object.entries(receivers)
      .map(([name, { url }]) => `${name}=${url}`)
      .join(','),
    WEBHOOK_HOSTS: Object.values(receivers).map(hostOf).join(','),
    ...{ WEBHOOK_NETWORKS: '127.0.0.1/32', WEBHOOK_KEYS: keys },
  };
  running.push(webhookBackground({ dataSource: london.dataSource, logger: log as unknown as Logger, env }));
  const known = () => rows('SELECT partnership FROM webhook_receiver ORDER BY 1');
  await untilEqual(
    known,
    Object.keys(receivers).map((partnership) => ({ partnership })),
  );
}
async function stop(): Promise<void> {
  await Promise.all(running.map((one) => one.stop()));
  running = [];
}

async function send(...messages: Message[]): Promise<void> {
  for (const message of messages) {
    const { data, errors } = await london.ask(
      `mutation ($input: RecordMovementMessagesInput!) { recordMovementMessages(input: $input) { receipts { outcome } } }`,
      { input: { messages: [{ ...message, data: JSON.stringify(message.data) }] } },
      system(message.side === 'ORIGIN' ? 'lambeth' : 'redbridge'),
    );
    expect([errors, data]).toEqual([undefined, expect.anything()]);
  }
}
const share = (before: Message) => next(before, 'SHARE_INFORMATION', { transferPack });

/** What one was told of some movements, in its order. */
const toldOf = ({ received }: WebhookReceiver, ...messages: Message[]) =>
  received
    .filter(({ message: { movement } }) => messages.some((one) => one.movement === movement))
    .map(({ message: { topic, movement } }) => [topic, movement]);
const untilTold = (receiver: WebhookReceiver, message: Message, times: number) =>
  untilEqual(async () => toldOf(receiver, message).length >= times, true, 30_000);
const waiting = () =>
  rows<{ count: number }>('SELECT count(*)::int AS count FROM movement_webhook WHERE given_up_at IS NULL');

it('both sides are told that a movement has come on, by what says nothing of the child and is signed by the hub', async () => {
  await start();
  const [notify] = [notice()];
  await send(notify!, share(notify!));
  for (const receiver of [lambeth, redbridge]) {
    await untilTold(receiver, notify!, 2);
    expect(receiver.problems).toEqual([]);
    expect(toldOf(receiver, notify!)).toEqual(Array(2).fill(['movement', notify!.movement]));
    for (const { message, isNew } of receiver.received) {
      expect(isNew).toBe(true);
      expect(WEBHOOK_BODY.strict().safeParse(message).error).toBeUndefined();
    }
  }
  await untilEqual(waiting, [{ count: 0 }]);
});

it('that a step was refused is told to whose step it was, and to nobody else', async () => {
  await start();
  const notify = notice();
  const accept = next(notify, 'ACCEPT', {}, { side: 'DESTINATION' });
  await send(notify, accept);
  await untilTold(redbridge, notify, 2);
  expect(toldOf(redbridge, notify)).toEqual([
    ['movement', notify.movement],
    ['refused', notify.movement],
  ]);
  await untilEqual(waiting, [{ count: 0 }]);
  expect(toldOf(lambeth, notify)).toEqual([['movement', notify.movement]]);
});

it('who is not named is told nothing, and what waits for one who is not named any more is not told', async () => {
  await start({ lambeth } as never);
  lambeth.answer = (response) => void response.writeHead(500).end();
  const notify = notice();
  await send(notify);
  await untilTold(lambeth, notify, 1);
  await stop();
  await start({ redbridge } as never);
  expect(await waiting()).toEqual([{ count: 0 }]);
  expect(redbridge.received).toEqual([]);
});

it('a partnership that the directory does not have is named in the log', async () => {
  await start({ lambteh: lambeth } as never);
  await untilEqual(async () => log.warn.mock.calls.length, 1);
  expect(log.warn.mock.calls).toEqual([
    [{ unknown: ['lambteh'] }, 'WEBHOOKS names partnerships that the directory does not have'],
  ]);
});

it('of one movement nothing is told before what came first, and another movement does not wait for it', async () => {
  await start();
  const [one, other] = [notice(), notice()];
  let refusals = 3;
  lambeth.answer = (response, { message }) =>
    void response.writeHead(message.movement === one.movement && refusals-- > 0 ? 503 : 200).end();
  await send(one, share(one), other);
  await untilTold(lambeth, one, 5);
  await untilTold(lambeth, other, 1);
  const ids = lambeth.received
    .filter(({ message }) => message.movement === one.movement)
    .map(({ message }) => message.id);
  expect(ids.slice(0, 4)).toEqual(Array(4).fill(ids[0]));
  expect(ids[4]).not.toBe(ids[0]);
  expect(lambeth.received.filter(({ isNew }) => isNew)).toHaveLength(3);
  expect(log.warn.mock.calls.map(([said]) => said)).toContainEqual({
    ...{ partnership: 'lambeth', webhook: ids[0], attempts: 1, problem: 'It answered with status 503.' },
  });
  const signatures = lambeth.received.slice(0, 4).map(({ headers }) => headers['signature']);
  expect(signatures.every((signature) => signature !== undefined)).toBe(true);
});

it('one that does not answer holds up no other, nor the exchange', async () => {
  await start();
  lambeth.answer = () => undefined;
  const [one, other] = [notice(), notice()];
  await send(one, other);
  await untilTold(redbridge, one, 1);
  await untilTold(redbridge, other, 1);
  await untilTold(lambeth, one, 1);
  expect(await waiting()).toEqual([{ count: 2 }]);
});

it('two processes of the hub tell each thing once', async () => {
  await start();
  await start();
  const messages = Array.from({ length: 6 }, () => notice());
  await send(...messages);
  await untilEqual(waiting, [{ count: 0 }], 30_000);
  for (const receiver of [lambeth, redbridge]) expect(toldOf(receiver, ...messages)).toHaveLength(6);
});

it('what a process had in hand when it was killed is told by another', async () => {
  await start();
  await stop();
  const notify = notice();
  await send(notify);
  // Taken by one that is no more.
  const taken = await takeDue(london.dataSource, 'lambeth');
  expect(taken).toMatchObject({ attempts: 1, body: { movement: notify.movement, topic: 'movement' } });
  expect(await takeDue(london.dataSource, 'lambeth')).toBeNull();
  await rows('UPDATE movement_webhook SET next_attempt_at = clock_timestamp()');
  await start();
  await untilTold(lambeth, notify, 1);
  expect(lambeth.received[0]!.message).toEqual(taken!.body);
});

it('what is not taken for three days is given up, and stands there with the reason; what follows is told', async () => {
  lambeth.answer = (response) => void response.writeHead(500).end();
  await start();
  const notify = notice();
  await send(notify);
  await untilTold(lambeth, notify, 1);
  await rows(`UPDATE movement_webhook SET since = since - interval '73 hours', next_attempt_at = clock_timestamp()`);
  const givenUp = () =>
    rows(`SELECT partnership, movement_id, last_problem FROM movement_webhook WHERE given_up_at IS NOT NULL`);
  await untilEqual(givenUp, [
    { partnership: 'lambeth', movement_id: notify.movement, last_problem: 'It answered with status 500.' },
  ]);
  expect(log.error.mock.calls).toEqual([
    [expect.objectContaining({ partnership: 'lambeth' }), expect.stringContaining('given up')],
  ]);
  lambeth.answer = null;
  await send(share(notify));
  await untilEqual(async () => lambeth.received.filter(({ isNew }) => isNew).length, 2);
  expect(await givenUp()).toHaveLength(1);
});

it('a key that is put first signs from the next start on; whoever fetches what is published knows it', async () => {
  await start();
  const notify = notice();
  await send(notify);
  await untilTold(lambeth, notify, 1);
  await stop();
  const other = join(folder, 'other.json');
  await createSigningKeys(other);
  const listOf = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as { keys: object[] }).keys;
  writeFileSync(keys, JSON.stringify({ keys: [...listOf(other), ...listOf(keys)] }));
  await start();
  await send(share(notify));
  await untilTold(lambeth, notify, 2);
  const names = lambeth.received.map(({ headers }) => /keyid="([^"]+)"/.exec(String(headers['signature-input']))![1]);
  expect([new Set(names).size, lambeth.problems]).toEqual([2, []]);
});

describe('one attempt', () => {
  const said = {
    ...{ id: '0b0c7c5e-54c8-4f0e-9d54-4a3c47c3a4f5', topic: 'movement' as const, movement: 'movement:A' },
    since: '2026-03-02T10:00:00.000Z',
  };
  const networks = [['127.0.0.1', 32]] as const;
  async function post(url: string, allowed = networks as readonly (readonly [string, number])[], limitMs = 10_000) {
    const { parse } = jest.requireActual<typeof import('ipaddr.js')>('ipaddr.js');
    const webhooks = new WebhookPost(
      allowed.map(([address, bits]) => [parse(address), bits]),
      await readSigningKeys(keys),
      limitMs,
    );
    try {
      return await webhooks.send(new URL(url), said, new AbortController().signal);
    } finally {
      await webhooks.close();
    }
  }

  it('is taken by an answer of 2xx, however long it is', async () => {
    lambeth.answer = (response) => {
      response.writeHead(200);
      const more = () => void (response.writable && response.write('x'.repeat(65_536), more));
      more();
    };
    expect(await post(lambeth.url)).toBeNull();
    expect(lambeth.received.map(({ message }) => message)).toEqual([said]);
  });

  it('follows no redirect', async () => {
    lambeth.answer = (response) => void response.writeHead(307, { location: redbridge.url }).end();
    expect(await post(lambeth.url)).toMatch(/status 307. No redirect is followed/);
    expect([redbridge.received, redbridge.problems]).toEqual([[], []]);
  });

  it('opens no connection to an address that is not allowed, by whatever name', async () => {
    let connections = 0;
    const server = createServer().on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    expect(await post(`https://127.0.0.1:${port}/`, [])).toMatch(/^127.0.0.1 is no address of the public internet/);
    expect(await post(`https://localhost:${port}/`, [])).toMatch(/^localhost leads where .* Name its network/);
    server.close();
    expect(connections).toBe(0);
  });

  it('says that nobody listens, or that there was no answer in time', async () => {
    lambeth.answer = () => undefined;
    expect(await post(lambeth.url, networks, 200)).toBe('It did not answer within 0.2 seconds.');
    const { url } = redbridge;
    await redbridge.close();
    expect(await post(url)).toBe('It cannot be reached (ECONNREFUSED).');
  });
});
