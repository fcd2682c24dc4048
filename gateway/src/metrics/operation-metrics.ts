import { Counter, Gauge, type Registry } from 'prom-client';
import type { OperationRunner } from '../operation/operation-runner';
import type { CacheFigures } from './hit-rate';
import { readWhenAsked } from './read-when-asked';

/** Adds what is kept of operations, and how often one was left to the stock executor. */
export function addOperationMetrics(registry: Registry, runner: OperationRunner): void {
  // Asked for each time: another supergraph has caches of its own.
  const caches = (): Record<string, CacheFigures> => {
    const { documents, variants, planner } = runner.served;
    return { documents: documents.figures, operations: variants.figures, plans: planner.figures };
  };
  const ofEach = (figure: keyof CacheFigures) => () =>
    Object.entries(caches()).map(([cache, figures]) => [{ cache }, figures[figure]] as const);
  const add = (
    kind: typeof Counter<string> | typeof Gauge<string>,
    name: string,
    figure: keyof CacheFigures,
    help: string,
  ) => readWhenAsked(registry, { kind, name, help, labelNames: ['cache'], read: ofEach(figure) });

  add(
    Counter,
    'hub_cache_hits_total',
    'hits',
    'What was looked for and found: a parsed document, an operation ready to be run, a plan.',
  );
  add(Counter, 'hub_cache_misses_total', 'misses', 'What was looked for and not found.');
  add(Gauge, 'hub_cache_entries', 'entries', 'What is kept.');
  add(Gauge, 'hub_cache_bytes', 'bytes', 'What it takes, roughly.');
  readWhenAsked(registry, {
    kind: Counter,
    name: 'hub_stock_executor_operations_total',
    help: 'Operations that were left to the executor of @apollo/gateway, by why they could not be compiled.',
    labelNames: ['reason'],
    read: () => [...runner.fallbacks.counts].map(([reason, count]) => [{ reason }, count]),
  });
}
