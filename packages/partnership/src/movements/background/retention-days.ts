import { ConfigError } from '@hub/subgraph-kit';

const VARIABLE = 'MOVEMENT_RETENTION_DAYS';

/**
 * How many days after its end a movement is kept (MOVEMENT_RETENTION_DAYS); null, so that nothing is removed, where it is
 * not set: no source gives a number.
 *
 * @throws ConfigError naming the variable and the remedy.
 */
export function readRetentionDays(env: NodeJS.ProcessEnv): number | null {
  const days = env[VARIABLE] ?? '';
  if (/^([1-9]\d{0,5})?$/.test(days)) return days === '' ? null : Number(days);
  const remedy = 'Set it to a whole number of days from 1, or leave it out to keep all.';
  throw new ConfigError([{ variable: VARIABLE, problem: 'is not valid', remedy }]);
}
