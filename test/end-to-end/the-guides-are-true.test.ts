import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { superuserIn } from '../support/attacks/superuser';
import { examplesOf, type GuideExample } from '../support/guides/examples';
import { guideAsker } from '../support/guides/guide-asker';
import { PLAYED_GUIDES } from '../support/guides/played-guides';
import { likeShown, SentVariables } from '../support/guides/shown-values';
import { startTestHub, type Ask, type TestHub } from '../support/test-hub';

const FOLDER = join(__dirname, '../../docs/guides');
/** How long the other side may take to have what it is told. */
const PATIENCE_MS = 600_000;
/** Their systems are the guide's own: those that the hub has leave the inbox alone. */
const OWN_SYSTEMS = ['havering', 'tri-borough'];
const LOCK = 'movements: exchange with the hub';

const guides = PLAYED_GUIDES.map((name) => ({
  name,
  examples: examplesOf(readFileSync(join(FOLDER, name), 'utf8')),
}));

let testHub: TestHub;
let databases: Client[];

beforeAll(async () => {
  testHub = await startTestHub({ demo: false });
  databases = await Promise.all(OWN_SYSTEMS.map((name) => superuserIn(testHub, name)));
  for (const database of databases) await database.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [LOCK]);
});
afterAll(async () => {
  for (const database of databases ?? []) await database.end();
  await testHub?.end();
});

describe('every example of a guide', () => {
  it.each(guides)(
    'is answered as $name shows',
    async ({ examples }) => {
      const variables = new SentVariables();
      for (const example of examples) await play(example, variables);
    },
    300_000,
  );
});

/** Asks until it is answered as the guide shows: what one side records, the other has a moment later. */
async function play({ line, asker, operation, variables, answer }: GuideExample, sent: SentVariables): Promise<void> {
  const ask = askOf(asker);
  const last = Date.now() + PATIENCE_MS;
  for (;;) {
    const answered = { line, asker, errors: undefined, ...(await ask(operation, sent.of(variables))) };
    try {
      expect(answered).toMatchObject({ line, asker, errors: undefined, ...(likeShown(answer) as object) });
      return;
    } catch (error) {
      if (Date.now() > last) throw error;
    }
    await sleep(250);
  }
}

function askOf(text: string): Ask {
  const { isAtHome, role, partnership, ...asker } = guideAsker(text);
  const who = { ...asker, reason: 'The family told us that they move.' };
  return isAtHome ? testHub.atHome(partnership, role, who) : testHub.as(role, { partnership, ...who });
}
