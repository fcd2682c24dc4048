import type { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { Caller } from '@hub/access';
import { executeSync, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../operation/request-context';
import { type PlanningTurns } from '../supergraph/planning-turns';
import { withOwnVariables } from '../validation/own-variables';
import type { OperationAccess } from './operation-access';
import { refusalError } from './refusal';
import { SchemaAccess, type PreparedOperation } from './schema-access';

/** The standard introspection of each view of the schema, as two tools ask for it: half a megabyte each. */
const KEPT_ANSWERS = 4;

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];
type Loading = ReturnType<Gateway['load']>;
type Executor = NonNullable<Awaited<Loading>['executor']>;

/** An operation on its way through the gateway. */
export type IncomingOperation = Omit<Parameters<Executor>[0], 'context'> & { readonly context: RequestContext };

/** Looks at what an operation will touch before anything is fetched; throws to refuse the whole of it. */
export type Authorise = (access: OperationAccess, operation: IncomingOperation) => void | Promise<void>;

/**
 * A gateway behind the directives of its own supergraph. What a caller may not see is taken out of the operation before it
 * is planned, and so is never fetched; the answer has null and an error in its place.
 */
export class EnforcedGateway implements Gateway {
  #access: SchemaAccess | undefined;
  /** What the schema answered by itself. */
  readonly #answers = new LRUCache<string, ExecutionResult>({ max: KEPT_ANSWERS });

  /**
   * @param planning - who may have a plan made, and what it costs them.
   * @param authorise - Asked about each operation. By default every operation may go on with what is left of it.
   */
  constructor(
    private readonly inner: ApolloGateway,
    private readonly planning: PlanningTurns,
    private readonly authorise: Authorise = () => undefined,
  ) {
    inner.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
      this.#access = new SchemaAccess(apiSchema, coreSupergraphSdl);
      this.#answers.clear();
    });
  }

  onSchemaLoadOrUpdate(
    callback: Parameters<Gateway['onSchemaLoadOrUpdate']>[0],
  ): ReturnType<Gateway['onSchemaLoadOrUpdate']> {
    return this.inner.onSchemaLoadOrUpdate(callback);
  }

  async load(options: Parameters<Gateway['load']>[0]): Loading {
    const { executor } = await this.inner.load(options);
    return { executor: (incoming) => this.#execute(withOwnVariables(incoming as IncomingOperation), executor) };
  }

  /** The part of the schema that a caller may know. */
  schemaFor(caller: Caller | null): GraphQLSchema {
    return this.#access!.visibleTo(caller);
  }

  async stop(): Promise<void> {
    await this.inner.stop();
  }

  async #execute(incoming: IncomingOperation, executor: Executor): ReturnType<Executor> {
    const { context, request, document, operation, queryHash } = incoming;
    const client = { document, operation, queryHash, variables: request.variables };
    const prepared = this.#access!.prepare(client, context.caller);
    context.access = prepared.access;
    context.answer.reachesChildren = prepared.access.childLevel.granted.length > 0;
    await this.authorise(prepared.access, incoming);

    const errors = prepared.access.refused.map(refusalError);
    if (prepared.isNull) return { data: null, errors };
    const result = await this.#answer(prepared, incoming, executor);
    // No data at all, not even null: the request itself was wrong.
    if (prepared.markers.isEmpty || result.data === undefined) return result;
    const data = prepared.markers.restore(result.data) as typeof result.data;
    const all = [...errors, ...(result.errors ?? [])];
    return { ...result, data, ...(all.length > 0 ? { errors: all } : {}) };
  }

  async #answer(
    { answeredBy, document, queryHash }: PreparedOperation,
    incoming: IncomingOperation,
    executor: Executor,
  ): ReturnType<Executor> {
    if (answeredBy === 'subgraphs') {
      const rewritten = document === incoming.document ? incoming : { ...incoming, document, queryHash };
      const operation = `${queryHash} ${incoming.request.operationName}`;
      return this.planning.inTurn(operation, incoming.context, () => executor(rewritten));
    }
    const { context, request } = incoming;
    const access = this.#access!;
    const isForSchema = answeredBy === 'schema';
    const { operationName = null, variables = {} } = request;
    const view = isForSchema && access.viewOf(context.caller);
    const key = JSON.stringify([queryHash, operationName, variables, view]);
    let answer = this.#answers.get(key);
    if (!answer) {
      answer = executeSync({
        schema: isForSchema ? access.visibleTo(context.caller) : access.schema,
        document,
        operationName,
        variableValues: variables,
      });
      this.#answers.set(key, answer);
    }
    return { ...answer };
  }
}
