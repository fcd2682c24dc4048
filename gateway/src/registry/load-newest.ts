import { hostname } from 'node:os';
import type { AssembledSdl, PublishedSupergraph, Registry, SubgraphCandidate } from '@hub/registry';
import type { Logger } from 'pino';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import type { OpenRegistry } from './open-registry';

/** How often it is tried to load one supergraph: what failed may have been this gateway's, and for a moment. */
const ATTEMPTS = 2;

/**
 * Loads the newest supergraph of the registry. One that cannot be loaded is rolled back, for all gateways, and the one before
 * is loaded.
 *
 * @throws what loading throws, where there is none before.
 */
export async function loadNewest<Loaded>(
  registry: Registry,
  load: (published: PublishedSupergraph) => Promise<Loaded>,
  log: Logger,
): Promise<{ published: PublishedSupergraph; loaded: Loaded }> {
  for (;;) {
    const published = (await registry.history.newest())!;
    const { number } = published;
    try {
      return { published, loaded: await tried(() => load(published)) };
    } catch (err) {
      log.error({ err, supergraph: number }, 'A supergraph of the registry cannot be loaded, and is rolled back.');
      const reason = `The gateway at ${hostname()} could not load supergraph ${number}: ${(err as Error).message}`;
      if (!(await registry.rollBack(number, reason))) throw err;
    }
  }
}

/**
 * The first supergraph of a gateway: with what its own subgraphs say of themselves, as far as that is new.
 *
 * @param asked - what they say.
 */
export async function loadFirst(
  opened: OpenRegistry,
  asked: readonly SubgraphCandidate[],
  serve: (published: PublishedSupergraph) => ServedSupergraph,
  log: Logger,
) {
  try {
    await opened.start();
    await opened.registry.publishAsked(asked);
    return await loadNewest(
      opened.registry,
      async (published) => {
        const served = serve(published);
        await served.start();
        return served;
      },
      log,
    );
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** What is published, as it is served. */
export const assembledOf = ({ sdl, subgraphs }: PublishedSupergraph): AssembledSdl => ({
  supergraphSdl: sdl,
  hints: [],
  subgraphs: subgraphs.map(({ name, servedUnder, sdl, problem }) => ({ name, servedUnder, sdl, problem, issues: [] })),
});

async function tried<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  for (let left = ATTEMPTS - 1; ; left--) {
    try {
      return await load();
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
