import { ConfigError } from '@hub/subgraph-kit';

const VARIABLE = 'RECONCILIATION_DATE_TOLERANCE_DAYS';

/** Bank transfers take a few days, and bookkeepers more. */
const DEFAULT_DAYS = 14;

/**
 * Days that may lie between a payment and its receipt before reconciliation calls them different
 * (RECONCILIATION_DATE_TOLERANCE_DAYS).
 *
 * @default 14
 * @throws ConfigError where the variable is not a whole number from 0 to 366.
 */
export function dateToleranceDays(env: NodeJS.ProcessEnv): number {
  const value = env[VARIABLE] ?? '';
  if (value === '') return DEFAULT_DAYS;
  if (/^\d{1,3}$/.test(value) && Number(value) <= 366) return Number(value);
  throw new ConfigError([
    { variable: VARIABLE, problem: 'is not valid', remedy: 'Set it to a whole number of days from 0 to 366.' },
  ]);
}
