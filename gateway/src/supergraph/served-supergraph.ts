import { costRules, operationLimits, OperationMeter } from '@hub/limits';
import { parse, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { SchemaAccess } from '../access/schema-access';
import { stripSecurity } from '../access/strip-security';
import { KnownDocuments } from '../operation/known-documents';
import { OperationVariants } from '../operation/operation-variants';
import type { SubgraphClient } from '../subgraphs/subgraph-client';
import { Planner } from './planner';
import { StockExecutor } from './stock-executor';

/** What a supergraph is served with. */
export interface ServedSupergraphOptions {
  clients: ReadonlyMap<string, SubgraphClient>;
  /** How long one plan may take, in milliseconds. */
  planMs: number;
  log: Logger;
}

/**
 * One supergraph, and all that is made of it and must not outlive it. An operation holds the one with which it began, so that
 * another can take its place while operations are under way.
 */
export class ServedSupergraph {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly access: SchemaAccess;
  readonly meter: OperationMeter;
  readonly documents = new KnownDocuments();
  readonly variants: OperationVariants;
  readonly planner: Planner;
  readonly stock: StockExecutor;

  /** @param sdl - as it was composed. */
  constructor(
    readonly sdl: string,
    { clients, planMs, log }: ServedSupergraphOptions,
  ) {
    const stripped = stripSecurity(sdl);
    this.stock = new StockExecutor(stripped, clients, log);
    this.schema = this.stock.apiSchema;
    this.access = new SchemaAccess(this.schema, sdl);
    this.meter = new OperationMeter(this.schema, costRules(parse(sdl, { noLocation: true })), operationLimits(clients.size));
    this.variants = new OperationVariants(this.access);
    this.planner = new Planner(stripped, { planMs, log });
  }

  /** Waits until operations can be planned. */
  start(): Promise<void> {
    return this.planner.start();
  }

  /** Ends what it runs. */
  close(): Promise<void> {
    return this.planner.close();
  }
}
