import { executeQueryPlan, type ServiceMap } from '@apollo/gateway/dist/executeQueryPlan';
import { buildOperationContext } from '@apollo/gateway/dist/operationContext';
import { Supergraph } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { ClientOperation } from '../access/schema-access';
import type { RequestContext } from '../operation/request-context';
import type { AskedSubgraph } from '../subgraphs/absent-subgraph';
import { SubgraphDataSource } from '../subgraphs/subgraph-data-source';

type Incoming = Parameters<typeof executeQueryPlan>[2];

/**
 * The executor of `@apollo/gateway`, over plans that are made elsewhere: `ApolloGateway` itself would plan on the event loop,
 * and hold a planner of its own.
 */
export class StockExecutor {
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  readonly #fullSchema: GraphQLSchema;
  readonly #planned: ReturnType<Supergraph['apiSchema']>;
  readonly #subgraphs: ServiceMap = {};

  /** @throws Error where the supergraph cannot be executed, or names a subgraph without a client. */
  constructor(
    supergraphSdl: string,
    clients: ReadonlyMap<string, AskedSubgraph>,
    private readonly log: Logger,
  ) {
    // Where each word stands in it is nobody's to know, and as large as all the rest.
    const supergraph = Supergraph.build(parse(supergraphSdl, { noLocation: true }));
    this.#planned = supergraph.apiSchema();
    this.apiSchema = this.#planned.toGraphQLJSSchema();
    this.#fullSchema = supergraph.schema.toGraphQLJSSchema();
    for (const { name } of supergraph.subgraphsMetadata()) {
      const client = clients.get(name);
      if (!client) throw new Error(`The supergraph names a subgraph without an address: ${name}.`);
      this.#subgraphs[name] = new SubgraphDataSource(client, log) as ServiceMap[string];
    }
  }

  /** @param client - the operation for which the plan was made. */
  execute(plan: QueryPlan, client: ClientOperation, context: RequestContext): Promise<ExecutionResult> {
    const { source, document, operation, variables = {} } = client;
    const operationName = operation.name?.value;
    const named = operationName === undefined ? {} : { operationName };
    const request = { query: source, variables, ...named };
    const incoming = { request, document, operation, source, context, logger: this.log, metrics: {} };
    return executeQueryPlan(
      plan,
      this.#subgraphs,
      incoming as unknown as Incoming,
      buildOperationContext({
        schema: this.apiSchema,
        operationDocument: document,
        ...named,
      } as Parameters<typeof buildOperationContext>[0]),
      this.#fullSchema,
      this.#planned,
    ) as Promise<ExecutionResult>;
  }
}
