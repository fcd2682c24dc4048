import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Client } from 'pg';
import { superuserIn } from '../../support/attacks/superuser';
import { DescribedExchanges, type Exchange, type OpenApi } from '../../support/openapi/described-exchange';
import { groupTestHub } from '../../support/one-hub';
import type { TestHub } from '../../support/test-hub';
import { untilEqual } from '../../support/until-equal';
import { receiverOf } from '../../support/webhooks/vendor-receivers';

const CLIENT = join(__dirname, '../../support/vendor/transfer.mjs');
/** Their systems are the vendor's: those that the hub has leave the inbox alone. */
const VENDORS = ['havering', 'tri-borough'] as const;
const LOCK = 'movements: exchange with the hub';
const [HAVERING, HAMMERSMITH, LAMBETH, REDBRIDGE] = ['E09000016', 'E09000013', 'E09000022', 'E09000026'];
/** Of the range that is never issued, and of nobody else's test. */
const CHILD = '9990000069';

let testHub: TestHub;
let databases: Client[];
beforeAll(async () => {
  testHub = await groupTestHub();
  databases = await Promise.all(VENDORS.map((name) => superuserIn(testHub, name)));
  for (const database of databases) await database.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [LOCK]);
});
afterAll(async () => {
  for (const database of databases ?? []) await database.end();
  await testHub?.end();
});

const homeOf = (partnership: string) => new URL(testHub.hub.subgraphs.get(partnership)!.ownUrl!).origin;
const describedAt = async (url: string) =>
  new DescribedExchanges((await (await fetch(`${url}/movements/openapi.json`)).json()) as OpenApi);

it("a vendor's client that knows the OpenAPI documents alone plays whole transfers, as they are described", async () => {
  const { hub } = testHub;
  const system = async (partnership: string, authority: string, side: string) => ({
    ...{ authority, side, token: await hub.token('partnership-system', { partnership }) },
  });
  const home = async (partnership: string, authority: string) => {
    const own = { partnership, organisation: authority };
    return {
      ...{ authority, url: homeOf(partnership), token: await hub.token('duty-team', { ...own, at: partnership }) },
      chair: await hub.token('conference-chair', { ...own, at: partnership }),
      atTheHub: await hub.token('duty-team', own),
    };
  };
  const given = {
    ...{ hub: hub.url, child: CHILD, patienceMs: 150_000 },
    systems: {
      from: await system('havering', HAVERING!, 'ORIGIN'),
      to: await system('tri-borough', HAMMERSMITH!, 'DESTINATION'),
    },
    homes: { from: await home('lambeth', LAMBETH!), to: await home('redbridge', REDBRIDGE!) },
  };
  const client = spawn(process.execPath, [CLIENT, JSON.stringify(given)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => client.once('close', resolve));
  const [printed, complaint] = await Promise.all([text(client.stdout), text(client.stderr)]);
  expect([complaint, await ended]).toEqual(['', 0]);

  const described = { hub: await describedAt(hub.url), home: await describedAt(homeOf('lambeth')) };
  const exchanges = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Exchange & { api: 'hub' | 'home' });
  for (const exchange of exchanges) {
    const { api, operationId, status } = exchange;
    const problems = described[api].problemsOfAnswer(exchange);
    expect([operationId, status, problems]).toEqual([operationId, status, []]);
  }
  const asked = (api: 'hub' | 'home') =>
    new Set(exchanges.filter((one) => one.api === api).map((one) => one.operationId));
  expect(asked('hub').size + asked('home').size).toBeGreaterThan(12);
  // What the hub refuses for what it says, is not as it is described either; all else is.
  const misdescribed = exchanges.filter((one) => described[one.api].problemsOfRequest(one).length > 0);
  expect(misdescribed).toHaveLength(1);
  await expectTold(exchanges, described.hub);
});

/** By webhook each of the two systems heard of every step that the hub took of their movement, and of the refusals its own. */
async function expectTold(exchanges: readonly Exchange[], described: DescribedExchanges): Promise<void> {
  const sent = exchanges
    .filter(({ operationId }) => operationId === 'sendMovementMessages')
    .map(({ sent, answered }) => ({
      movement: (sent as { messages: { movement: string }[] }).messages[0]!.movement,
      outcome: (answered as { receipts: { outcome: string }[] }).receipts[0]!.outcome,
    }));
  const [{ movement }] = sent as [(typeof sent)[number]];
  const recorded = sent.filter(({ outcome }) => outcome === 'RECORDED').map(() => 'movement');
  for (const [partnership, told] of [
    [VENDORS[0], [...recorded, 'refused']],
    [VENDORS[1], recorded],
  ] as const) {
    const { received, problems } = receiverOf(partnership);
    const ofIt = () => received.filter(({ message, isNew }) => isNew && message.movement === movement);
    await untilEqual(async () => ofIt().map(({ message }) => message.topic), told, 60_000);
    expect([partnership, problems]).toEqual([partnership, []]);
    for (const { message } of received) expect(described.problemsOfWebhook('movement', message)).toEqual([]);
  }
}
