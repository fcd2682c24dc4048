import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseContents } from '../access/database-contents';
import { messagesOnTheirWay } from '../messages-on-their-way';
import { startTestHub, type TestHub } from '../test-hub';
import { STANDING_HUB, type StandingHub } from './standing-hub';

/** What there is to close: nothing was started where no suite has asked for it. */
export interface StandingHubToClose {
  started: Promise<{ testHub: TestHub; before: Record<string, string> }> | undefined;
  closeDoor(): void;
}

/** Opens a door at which suites ask where the standing hub is. The first that does has it started. */
export default async function openStandingHub(): Promise<void> {
  const toClose: StandingHubToClose = { started: undefined, closeDoor: () => void door.close() };
  const door = createServer((_request, response) => {
    toClose.started ??= start();
    toClose.started.then(
      ({ testHub }) => response.end(JSON.stringify(placeOf(testHub))),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  process.env[STANDING_HUB] = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  Object.assign(globalThis, { standingHub: toClose });
}

async function start() {
  // A busy machine shall not look like a partnership that is down.
  const testHub = await startTestHub({ env: { ...process.env, SUBGRAPH_TIMEOUT_MS: '30000' } });
  await settled(testHub);
  return { testHub, before: await databaseContents(testHub) };
}

/** Counted by the first question for it, and published. */
const DISAGREEMENTS = '{ londonScp { movementReconciliation { counts { kinds { kind count } } } } }';

/** Until a hub has published its numbers, which it does by itself after a start, and no message is on its way. */
async function settled(testHub: TestHub): Promise<void> {
  const isPublished = async () => (await testHub.sql('london-scp', 'SELECT FROM movement_publication')).length > 0;
  while (!(await isPublished()) || (await messagesOnTheirWay(testHub)) > 0) await sleep(100);
  const { errors } = await testHub.as('analyst')(DISAGREEMENTS);
  if (errors) throw new Error(`Disagreements cannot be counted: ${JSON.stringify(errors)}`);
}

function placeOf({ hub }: TestHub): StandingHub {
  const { url, apiUrl, explorerUrl, home, subgraphs } = hub;
  const names = [...subgraphs.keys()];
  const databases = Object.fromEntries(names.map((name) => [name, hub.databaseUrl(name)]));
  return { url, apiUrl, explorerUrl, home, subgraphs: [...subgraphs], databases };
}
