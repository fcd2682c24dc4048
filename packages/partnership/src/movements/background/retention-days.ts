import { COMPARED_DAYS } from '@hub/contract';
import { ConfigError } from '@hub/subgraph-kit';

const VARIABLE = 'MOVEMENT_RETENTION_DAYS';
/** What is removed sooner is missed when the two sides are compared. */
const LEAST = COMPARED_DAYS + 1;

/**
 * How many days after its end a movement is kept (MOVEMENT_RETENTION_DAYS), 93 at least; null, so that nothing is removed,
 * where it is not set: no source gives a number.
 *
 * @throws ConfigError naming the variable and the remedy.
 */
export function readRetentionDays(env: NodeJS.ProcessEnv): number | null {
  const text = env[VARIABLE] ?? '';
  if (text === '') return null;
  const days = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
  if (days >= LEAST) return days;
  const remedy = `Set it to a whole number of days from ${LEAST}, or leave it out to keep all: sooner than that the two sides of what has ended are still compared.`;
  throw new ConfigError([{ variable: VARIABLE, problem: 'is not valid', remedy }]);
}
