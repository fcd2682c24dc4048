import { groupTestHub } from '../../support/one-hub';
import type { Answer, TestHub } from '../../support/test-hub';
import { exampleQuery } from '../../support/saved-examples';

let testHub: TestHub;

beforeAll(async () => {
  testHub = await groupTestHub();
});
afterAll(() => testHub?.end());

describe('when the process of a partnership is gone', () => {
  const question = exampleQuery('01-');

  it('the others answer, its own fields are null, and one error names it and nothing internal', async () => {
    const before = await testHub.ask(question);
    testHub.hub.kill('lambeth', 'SIGKILL');
    const during = await until(
      () => testHub.ask(question),
      (answer) => answer.errors !== undefined,
    );

    const partnerships = during.data.partnerships as Record<string, unknown>[];
    for (const [index, partnership] of partnerships.entries()) {
      const whole = before.data.partnerships[index];
      expect(partnership).toEqual(
        partnership['id'] === 'lambeth' ? { ...whole, termsOfReference: null, bodies: null } : whole,
      );
    }
    expect(during.errors).toHaveLength(1);
    expect(during.errors![0]).toMatchObject({
      message: 'The partnership lambeth did not answer.',
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'lambeth' },
    });
    expect(JSON.stringify(during.errors)).not.toMatch(/127\.0\.0\.1|https?:|ECONN|stack|node_modules|_entities/);
  });

  it('one error stands for all the places of a question across all four subjects', async () => {
    testHub.hub.kill('lambeth', 'SIGKILL');
    const { data, errors } = await until(
      () => testHub.as('analyst')(exampleQuery('02-')),
      (answer) => answer.errors !== undefined,
    );
    expect(errors).toHaveLength(1);
    expect(data.networks.length).toBeGreaterThan(0);
    expect(data.movementCounts.length).toBeGreaterThan(0);
  });

  it('it is back without a restart of the gateway, as soon as it runs again', async () => {
    const gateway = testHub.hub.gateway.pid;
    const again = await until(
      () => testHub.ask(question),
      (answer) => answer.errors === undefined,
      240_000,
    );
    expect(again.data.partnerships.find(({ id }: { id: string }) => id === 'lambeth').bodies).toHaveLength(6);
    expect(testHub.hub.gateway.pid).toBe(gateway);
  });

  it('the gateway is ready but degraded while it lasts, and says who is missing', async () => {
    testHub.hub.kill('redbridge', 'SIGKILL');
    const health = async () =>
      (await fetch(`${testHub.hub.url}/health/ready`)).json() as Promise<Record<string, unknown>>;
    const degraded = await until(health, ({ status }) => status === 'degraded');
    expect(degraded['subgraphs']).toContainEqual({ name: 'redbridge', ready: false, servedUnder: 'PUBLISHED' });
    await until(health, ({ status }) => status === 'ready', 240_000);
  });
});

async function until<Value extends Answer | Record<string, unknown>>(
  look: () => Promise<Value>,
  isSo: (value: Value) => boolean,
  forMs = 240_000,
): Promise<Value> {
  const deadline = Date.now() + forMs;
  for (;;) {
    const value = await look();
    if (isSo(value)) return value;
    if (Date.now() > deadline) throw new Error(`Not so after ${forMs} ms: ${JSON.stringify(value).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
