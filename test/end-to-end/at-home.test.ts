import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { removeHubHome, startHub, type RunningHub } from '@hub/cli';
import { ASKERS } from '../support/ask-example';
import { ownExampleFiles } from '../support/saved-examples';
import { post, type Answer } from '../support/test-hub';

let home: string;
let hub: RunningHub;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'test-hub-'));
  hub = await start();
});
afterAll(async () => {
  await hub?.stop();
  await removeHubHome(home);
});

const start = () => startHub({ home, port: 0 });
const ownUrl = (partnership = 'lambeth') => hub.subgraphs.get(partnership)!.ownUrl!;

/** Asks Lambeth's own API as its examples say. */
async function ask({ query, variables, role }: (typeof ownExampleFiles)[number]): Promise<Answer> {
  if (role === null) return post(ownUrl(), { query, variables });
  const { purpose, ...asker } = ASKERS[role] ?? {};
  const token = await hub.token(role, { ...asker, partnership: 'lambeth', at: 'lambeth' });
  const declared = purpose && { 'x-purpose': purpose, 'x-reason': 'So that a test can look.' };
  return post(ownUrl(), { query, variables }, { authorization: `Bearer ${token}`, ...declared });
}

const named = (start: string) => ownExampleFiles.find(({ file }) => file.startsWith(start))!;

describe("a partnership's own API", () => {
  it.each(ownExampleFiles)('answers $file', async (example) => {
    const { data, errors } = await ask(example);
    expect(errors).toBeUndefined();
    const refusals = Object.values(data as Record<string, { userErrors?: object[] }>).flatMap(
      ({ userErrors = [] }) => userErrors,
    );
    expect(refusals).toEqual([]);
  });

  it('has an explorer beside it, in development', async () => {
    const explorer = new URL('/explorer', ownUrl());
    const page = await fetch(explorer);
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ]);
    const api = (await (await fetch(`${String(explorer)}/api.json`)).json()) as { path: string; examples: object[] };
    expect(new URL(api.path, explorer).href).toBe(ownUrl());
    expect(api.examples).toHaveLength(ownExampleFiles.length);
    expect((await fetch(`${String(explorer)}/roles.json`)).status).toBe(404);
    // The London SCP has neither.
    const london = hub.subgraphs.get('london-scp')!;
    expect(london.ownUrl).toBeNull();
    for (const path of ['/explorer', '/own/graphql']) {
      expect((await fetch(new URL(path, london.url), { method: 'POST' })).status).toBe(404);
    }
  });

  it('records and reads while the gateway and the London SCP are down', async () => {
    const stopped = ['gateway', 'london-scp'];
    for (const name of stopped) hub.kill(name, 'SIGSTOP');
    try {
      const variables = { input: { ...(named('03-').variables['input'] as object), financialYear: '2031-32' } };
      const { data } = await ask({ ...named('03-'), variables });
      expect(data.approveLocalBudget).toMatchObject({ localBudget: { approvedPence: 12_500_000 }, userErrors: [] });
      expect((await ask(named('04-'))).data.movements.edges.length).toBeGreaterThan(0);
    } finally {
      for (const name of stopped) hub.kill(name, 'SIGCONT');
    }
  });

  it('is at the same address at the next start', async () => {
    const addresses = () => [...hub.subgraphs].map(([name, { ownUrl }]) => [name, ownUrl]);
    const before = addresses();
    // Another hub on the machine may have come to one of its ports meanwhile: then it has it again at the start after that.
    for (let starts = 0; starts === 0 || (starts < 3 && !isDeepStrictEqual(addresses(), before)); starts++) {
      await hub.stop();
      hub = await start();
    }
    expect(addresses()).toEqual(before);
    expect((await ask(named('01-'))).data.partnership.id).toBe('lambeth');
  });
});
