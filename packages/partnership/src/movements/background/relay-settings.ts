import { ConfigError, type ConfigProblem } from '@hub/subgraph-kit';
import { z } from 'zod';
import type { HubAddress } from '../exchange/hub-address';

const REMEDIES = {
  HUB_URL: "Set it to the base of the hub's URLs, as https://hub.example.org, or leave HUB_TOKEN_FILE out too.",
  HUB_TOKEN_FILE: "Set it to the path of a file with a token of the partnership's system, or leave HUB_URL out too.",
} as const;

const settings = z.object({
  HUB_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  HUB_TOKEN_FILE: z.string(),
});

/**
 * Reads where the hub is (HUB_URL) and who asks it (HUB_TOKEN_FILE); null where neither is set.
 *
 * @throws ConfigError naming the variable and the remedy.
 */
export function readRelaySettings(env: NodeJS.ProcessEnv): HubAddress | null {
  const given = { HUB_URL: env['HUB_URL'] || undefined, HUB_TOKEN_FILE: env['HUB_TOKEN_FILE'] || undefined };
  if (given.HUB_URL === undefined && given.HUB_TOKEN_FILE === undefined) return null;
  const { data, error } = settings.safeParse(given);
  if (data) return { url: data.HUB_URL, tokenFile: data.HUB_TOKEN_FILE };
  throw new ConfigError(
    error.issues.map(({ path }): ConfigProblem => {
      const variable = path[0] as keyof typeof REMEDIES;
      const problem = given[variable] === undefined ? 'is missing' : 'is not valid';
      return { variable, problem, remedy: REMEDIES[variable] };
    }),
  );
}
