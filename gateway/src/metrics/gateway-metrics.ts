import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { OperationRunner } from '../operation/operation-runner';
import type { SavedOperations } from '../saved/saved-operations';
import type { SubgraphClient } from '../subgraphs/subgraph-client';
import { countAnswers } from './count-answers';
import { addLoadMetrics, type Load } from './load-metrics';
import { addOperationMetrics } from './operation-metrics';
import { addSubgraphMetrics } from './subgraph-metrics';

/** What is watched of a gateway. */
export interface Watched extends Load {
  /** Before any route is added. */
  app: FastifyInstance;
  clients: ReadonlyMap<string, SubgraphClient>;
  runner: OperationRunner;
  /** Operations that are named in metrics. */
  saved: SavedOperations;
}

/**
 * Every metric of a gateway, and those that Node has of any process. Their labels are names of routes, subgraphs and saved
 * operations, codes and states: none is made up by a caller, and none says who asked or about whom.
 */
export function gatewayMetrics({ app, clients, runner, saved, ...load }: Watched): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  countAnswers(app, registry, saved);
  addSubgraphMetrics(registry, clients);
  addOperationMetrics(registry, runner);
  addLoadMetrics(registry, load);
  return registry;
}
