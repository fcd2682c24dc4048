import { setTimeout as pause } from 'node:timers/promises';
import { startTestHub, type TestHub } from '../support/test-hub';
import { exampleQuery } from '../support/saved-examples';

/** Guards against waiting for ever, and says nothing of how long it should take. */
const PATIENCE_MS = 600_000;
const PARTNERSHIPS = ['havering', 'lambeth', 'redbridge', 'tri-borough'];

let testHub: TestHub;
beforeAll(async () => {
  testHub = await startTestHub({ silenceSeconds: 3 });
  await untilAllAnswer();
});
afterAll(() => testHub?.end());

const pidsOf = ({ hub }: TestHub) => {
  const subgraphs = [...hub.subgraphs].map(([name, { pid }]) => [name, pid] as const);
  return new Map([...subgraphs, ['gateway', hub.gateway.pid] as const, ['postgres', hub.postgres!.pid] as const]);
};

/** Whether everything answers, what it answers from included: every partnership, direct access to it, and the records of access. */
async function allAnswer(): Promise<string> {
  const { ask, as, atHome } = testHub;
  const why = { purpose: 'CROSS_BOUNDARY_MOVEMENT', organisation: 'E09000022' } as const;
  const movements = '{ movements(first: 1) { edges { node { id } } } }';
  try {
    const answers = await Promise.all([
      ask(exampleQuery('01-')),
      as('analyst')(exampleQuery('02-')),
      as('duty-team', { ...why, partnership: 'lambeth' })(movements),
      ...PARTNERSHIPS.map((partnership) => atHome(partnership, 'business-manager')('{ __typename }')),
    ]);
    return JSON.stringify(answers.map(({ errors }) => errors ?? 'whole'));
  } catch (error) {
    return String(error);
  }
}

async function untilAllAnswer(): Promise<void> {
  const whole = JSON.stringify(Array(3 + PARTNERSHIPS.length).fill('whole'));
  await until('all answer', allAnswer, (said) => said === whole);
}

async function until<Seen>(what: string, look: () => Seen | Promise<Seen>, isSo: (seen: Seen) => boolean) {
  for (const end = Date.now() + PATIENCE_MS; ; await pause(250)) {
    const seen = await look();
    if (isSo(seen)) return;
    if (Date.now() > end) throw new Error(`${what}, but not in time. Last: ${String(seen)}`);
  }
}

/** How often the gateway has said that it hears of movements: once for each connection. */
const hearings = () => testHub.logOf('gateway').filter(({ msg }) => msg === 'The gateway hears of movements.').length;

describe.each(['SIGKILL', 'SIGSTOP'] as const)('after %s', (signal) => {
  test.each(['lambeth', 'london-scp', 'gateway', 'postgres'])(
    'of %s everything answers again, by itself',
    async (name) => {
      const before = pidsOf(testHub);
      const heard = hearings();
      testHub.hub.kill(name, signal);
      await until(
        'it was started again',
        () => pidsOf(testHub).get(name),
        (pid) => ![undefined, before.get(name)].includes(pid),
      );
      await untilAllAnswer();
      const others = [...before].filter(([other]) => other !== name);
      expect([...pidsOf(testHub)].filter(([other]) => other !== name)).toEqual(others);
      if (name === 'postgres') await until('the feed hears again', hearings, (times) => times > heard);
    },
  );
});

test('after all of them were killed at once everything answers again, by itself', async () => {
  for (const name of pidsOf(testHub).keys()) testHub.hub.kill(name, 'SIGKILL');
  await untilAllAnswer();
});
