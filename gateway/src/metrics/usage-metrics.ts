import { Counter, type Registry } from 'prom-client';
import type { OperationUsage } from '../saved/operation-usage';
import { readWhenAsked } from './read-when-asked';

/** Adds how often which program asked for which operation. */
export function addUsageMetrics(registry: Registry, usage: OperationUsage): void {
  readWhenAsked(registry, {
    kind: Counter,
    name: 'hub_operation_uses_total',
    help: 'Operations by the name of a saved one, and by what the program that asked calls itself.',
    labelNames: ['operation', 'client'],
    read: () => usage.counts.map(({ operation, client, asked }) => [{ operation, client }, asked]),
  });
}
