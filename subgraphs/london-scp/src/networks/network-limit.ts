import { ConfigError } from '@hub/subgraph-kit';

/**
 * How many networks may be supported at once (NETWORK_LIMIT). LON-34 says "a limited number" and gives none, so that
 * there is none unless it is set.
 *
 * @default null
 * @throws ConfigError where it is set to anything but a whole number from 1.
 */
export function readNetworkLimit(env: NodeJS.ProcessEnv): number | null {
  const text = env['NETWORK_LIMIT'];
  if (text === undefined || text === '') return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new ConfigError([
    {
      variable: 'NETWORK_LIMIT',
      problem: 'is not valid',
      remedy: 'Set it to a whole number from 1, or leave it out for no limit on the number of supported networks.',
    },
  ]);
}
