import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Client } from 'pg';
import { superuserIn } from '../../support/attacks/superuser';
import { DescribedExchanges, type Exchange, type OpenApi } from '../../support/openapi/described-exchange';
import { groupTestHub } from '../../support/one-hub';
import type { TestHub } from '../../support/test-hub';

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
});
