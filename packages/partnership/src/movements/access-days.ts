import { ConfigError } from '@hub/subgraph-kit';

/**
 * For how many days after a movement has ended the other side still sees the record (MOVEMENT_ACCESS_DAYS_AFTER_CLOSING).
 * No source gives a number, so that without one access ends when the movement does.
 *
 * @throws ConfigError naming the variable and the remedy.
 */
export function accessDaysAfterClosing(env: NodeJS.ProcessEnv): number {
  const days = env['MOVEMENT_ACCESS_DAYS_AFTER_CLOSING'] ?? '';
  if (/^(0|[1-9]\d{0,4})?$/.test(days)) return Number(days);
  throw new ConfigError([
    {
      variable: 'MOVEMENT_ACCESS_DAYS_AFTER_CLOSING',
      problem: 'is not valid',
      remedy: 'Set it to a whole number of days from 0, or leave it out to end access with the movement.',
    },
  ]);
}
