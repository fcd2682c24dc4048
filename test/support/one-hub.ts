import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestHub, type TestHub } from './test-hub';

type Options = Parameters<typeof startTestHub>[0];

let hub: Promise<TestHub> | undefined;

/** The hub that the situations of a group share. Its `end` leaves it to the next, with all that was stopped back again. */
export async function groupTestHub(): Promise<TestHub> {
  if (!hub) throw new Error('This is one of a group, and runs by the test of its group: see describeOnOneHub.');
  const testHub = await hub;
  return { ...testHub, end: () => untilReady(testHub) };
}

/**
 * Describes the situations of a folder of `end-to-end/` over one hub, one after another: a start takes longer than what most
 * of them ask.
 *
 * @param names - of the folder's files, without `.test.ts`, in the order in which they run
 * @param options - of its hub, or what makes them before it starts
 */
export function describeOnOneHub(
  folder: string,
  names: readonly string[],
  options?: Options | (() => Promise<Options>),
): void {
  const path = join(__dirname, '../end-to-end', folder);
  const there = readdirSync(path).map((file) => file.replace(/\.test\.ts$/, ''));
  if (there.sort().join() !== names.toSorted().join()) throw new Error(`In ${folder} are other situations than named.`);
  beforeAll(async () => {
    const own = typeof options === 'function' ? await options() : options;
    await (hub = startTestHub(own));
  });
  afterAll(async () => (await hub)?.end());
  // Within the describe, so that what a file does before and after its tests is done before and after these alone.
  describe.each(names)('%s', (name) => void require(join(path, `${name}.test`)));
}

async function untilReady({ hub: { url } }: TestHub): Promise<void> {
  for (;;) {
    const { status } = (await (await fetch(`${url}/health/ready`)).json()) as { status: string };
    if (status === 'ready') return;
    await sleep(250);
  }
}
