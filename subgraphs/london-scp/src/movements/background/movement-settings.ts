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
  const days = env['MOVEMENT_RETENTION_DAYS'] ?? '';
  if (route.length > 1 && route.includes('')) {
    throw invalid('MOVEMENT_ESCALATION_ROUTE', 'Set it to roles or titles, separated by commas, or leave it out.');
  }
  if (!/^([1-9]\d{0,5})?$/.test(days)) {
    throw invalid('MOVEMENT_RETENTION_DAYS', 'Set it to a whole number of days from 1, or leave it out to keep all.');
  }
  return {
    escalationRoute: route[0] === '' ? ['NOT_SPECIFIED'] : route,
    retentionDays: days === '' ? null : Number(days),
  };
}

function invalid(variable: string, remedy: string): ConfigError {
  return new ConfigError([{ variable, problem: 'is not valid', remedy }]);
}
