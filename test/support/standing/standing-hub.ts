import type { RunningService, TokenOptions } from '@hub/cli';
import type { Role } from '@hub/access';
import { developmentToken } from '../../../packages/cli/src/system/development-token';
import { hubHome } from '../../../packages/cli/src/system/hub-home';
import { askedHub, type AskedHub, type KnownHub } from '../test-hub';

/** The variable that says where the standing hub is asked for. */
export const STANDING_HUB = 'STANDING_HUB_URL';

/** How a hub of another process is reached. */
export interface StandingHub extends Pick<KnownHub, 'url' | 'apiUrl' | 'explorerUrl' | 'home'> {
  subgraphs: [name: string, place: RunningService][];
  /** URLs of the subgraphs' databases, by their own roles. */
  databases: Record<string, string>;
}

/**
 * The hub that all suites share which only read; the first of them has it started. What such a suite changes fails the run
 * when it is over: see `close-standing-hub.ts`.
 */
export async function standingTestHub(): Promise<AskedHub> {
  const place = process.env[STANDING_HUB];
  if (!place) throw new Error(`${STANDING_HUB} is missing. Run the tests by npm test, which says where the hub is.`);
  const response = await fetch(place);
  if (!response.ok) throw new Error(`The standing hub did not start: ${await response.text()}`);
  const { subgraphs, databases, ...hub } = (await response.json()) as StandingHub;
  const partnerships = subgraphs.map(([name]) => name).filter((name) => name !== 'london-scp');
  return askedHub({
    ...hub,
    subgraphs: new Map(subgraphs),
    databaseUrl: (subgraph) => databases[subgraph]!,
    token: async (role: Role, options: TokenOptions = {}) =>
      (await developmentToken(hubHome(hub.home), role, options, partnerships)).token,
  });
}
