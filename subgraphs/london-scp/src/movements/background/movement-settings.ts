import { readRetentionDays } from '@hub/partnership';
import { ConfigError } from '@hub/subgraph-kit';

/** What the London SCP decides about movements, since no source does. */
export interface MovementSettings {
  /**
   * To whom a destination's silence is taken, one after another: roles or titles (MOVEMENT_ESCALATION_ROUTE, separated by
   * commas).
   *
   * @default ['NOT_SPECIFIED']
   */
  escalationRoute: readonly string[];
  /**
   * How many days after its end a movement is kept (MOVEMENT_RETENTION_DAYS). Without it nothing is removed.
   *
   * @default null
   */
  retentionDays: number | null;
}

/** @throws ConfigError naming the variable and the remedy. */
export function readMovementSettings(env: NodeJS.ProcessEnv): MovementSettings {
  const route = (env['MOVEMENT_ESCALATION_ROUTE'] ?? '').split(',').map((owner) => owner.trim());
  if (route.length > 1 && route.includes('')) {
    const remedy = 'Set it to roles or titles, separated by commas, or leave it out.';
    throw new ConfigError([{ variable: 'MOVEMENT_ESCALATION_ROUTE', problem: 'is not valid', remedy }]);
  }
  return {
    escalationRoute: route[0] === '' ? ['NOT_SPECIFIED'] : route,
    retentionDays: readRetentionDays(env),
  };
}
