import type { Role } from '@hub/access';
import { ASKERS } from '../support/ask-example';
import { exampleFiles } from '../support/saved-examples';
import { standingTestHub } from '../support/standing/standing-hub';
import type { AskedHub } from '../support/test-hub';

let testHub: AskedHub;

beforeAll(async () => {
  testHub = await standingTestHub();
});
afterAll(() => testHub?.end());

/** What a role sends. */
async function headersOf(role: Role | null): Promise<Record<string, string>> {
  if (role === null) return {};
  const { purpose, ...who } = ASKERS[role] ?? {};
  const declared = purpose && { 'x-purpose': purpose, 'x-reason': 'So that a test can look.' };
  return { authorization: `Bearer ${await testHub.hub.token(role, who)}`, ...declared };
}

describe.each(exampleFiles)('$file', ({ file, role, variables }) => {
  const address = (ending = '') =>
    `${testHub.hub.url}/operations/${file.replace('.graphql', '')}${ending}?variables=${encodeURIComponent(JSON.stringify(variables))}`;

  it('is answered at its address', async () => {
    const response = await fetch(address(), { headers: await headersOf(role) });
    expect(response.status).toBe(200);
    expect((await response.json()) as object).not.toHaveProperty('errors');
    const kept = response.headers.get('cache-control');
    const isOnChildren = ASKERS[role ?? 'analyst']?.purpose !== undefined;
    expect(kept).toBe(isOnChildren ? 'no-store' : role ? 'private, no-cache' : 'public, max-age=60');
  });

  it('is a whole table', async () => {
    const response = await fetch(address('.csv'), { headers: await headersOf(role) });
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(Number(/^Rows: (\d+)/m.exec(text)?.[1])).toBeGreaterThan(0);
    // Of what asks one partnership or none there is nothing to say.
    expect(text).not.toMatch(/^Coverage: (?!(\d+) of \1 partnerships answered,*$)/m);
    expect(text).not.toMatch(/^Not complete/m);
    expect(text).not.toMatch(/Pence|basisPoints/);
  });
});
