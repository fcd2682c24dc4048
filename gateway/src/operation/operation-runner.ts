import type { Scope } from '@hub/access';
import { executeSync, getOperationAST, type ExecutionResult, type GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { OperationAccess } from '../access/operation-access';
import type { ClientOperation } from '../access/schema-access';
import type { PlanningTurns } from '../supergraph/planning-turns';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import { makeExecutable } from './make-executable';
import type { OperationVariant } from './operation-variants';
import type { RequestContext } from './request-context';
import { variableErrors } from './variable-errors';

/** The scope of those who see the whole schema. Others see the public part. */
export const READS_SCHEMA = 'schema:read' satisfies Scope;

/** The standard introspection of each view of the schema, as two tools ask for it: half a megabyte each. */
const KEPT_ANSWERS = 4;

/** An operation on its way through the gateway. */
export type IncomingOperation = ClientOperation & { readonly context: RequestContext };

/** Looks at what an operation will touch before anything is fetched; throws to refuse the whole of it. */
export type Authorise = (access: OperationAccess, operation: IncomingOperation) => void | Promise<void>;

/** What came of an operation. Without `data`, not even null, the request itself was wrong. */
export interface OperationResult {
  data?: Record<string, unknown> | null | undefined;
  errors: readonly GraphQLError[];
}

/**
 * Runs operations that are valid, and paid for, on one supergraph. What a caller may not see is taken out before anything is
 * planned, and so is never fetched; the answer has null and an error in its place.
 */
export class OperationRunner {
  /** What the schema answered by itself. */
  readonly #answers = new LRUCache<string, ExecutionResult>({ max: KEPT_ANSWERS });

  /**
   * @param planning - who may have a plan made, and what it costs them.
   * @param authorise - Asked about each operation. By default every operation may go on with what is left of it.
   */
  constructor(
    readonly served: ServedSupergraph,
    private readonly planning: PlanningTurns,
    private readonly log: Logger,
    private readonly authorise: Authorise = () => undefined,
  ) {}

  /** @throws GraphQLError where the whole operation is refused. */
  async run(client: ClientOperation, context: RequestContext): Promise<OperationResult> {
    const { schema, variants } = this.served;
    const variant = variants.of(client, context.caller);
    context.access = variant.access;
    await this.authorise(variant.access, { ...client, context });
    if (variant.isNull) return { data: null, errors: variant.refusals };

    const errors = variableErrors(schema, client.operation, client.variables, variant.conditions);
    if (errors.length > 0) return { errors };
    if (variant.answeredBy === 'schema') return this.#introspect(client, context);
    const result = await this.#execute(variant, client, context);
    if (variant.markers.isEmpty || result.data === undefined) return result;
    return {
      data: variant.markers.restore(result.data) as typeof result.data,
      errors: [...variant.refusals, ...result.errors],
    };
  }

  async #execute(variant: OperationVariant, client: ClientOperation, context: RequestContext): Promise<OperationResult> {
    const { served } = this;
    const { document } = variant;
    const operation = getOperationAST(document, client.operation.name?.value)!;
    const own = { ...client, document, operation };
    if (variant.answeredBy === 'nobody') return resultOf(executeSync(executionOf(served.schema, own)));

    const { plan } = await served.variants.executable(variant, () =>
      this.planning.inTurn(context, () => makeExecutable(served, variant, operation.name?.value)),
    );
    const { extensions, ...result } = await served.stock.execute(plan, own, context);
    // The executor's notes on nulls that a subgraph's schema does not allow.
    if (extensions) this.log.warn({ requestId: context.requestId, extensions }, 'An answer did not fit the schema.');
    return resultOf(result);
  }

  #introspect(client: ClientOperation, { caller }: RequestContext): OperationResult {
    const { schema, access } = this.served;
    const seen = caller?.scopes.has(READS_SCHEMA) ? schema : access.publicSchema;
    const { queryHash, operation, variables = {} } = client;
    const key = JSON.stringify([queryHash, operation.name?.value, variables, seen === schema]);
    let answer = this.#answers.get(key);
    if (!answer) {
      answer = executeSync(executionOf(seen, client));
      this.#answers.set(key, answer);
    }
    return resultOf(answer);
  }
}

const resultOf = ({ data, errors = [] }: ExecutionResult): OperationResult => ({ data, errors });

const executionOf = (schema: ServedSupergraph['schema'], { document, operation, variables = {} }: ClientOperation) => ({
  schema,
  document,
  operationName: operation.name?.value,
  variableValues: variables,
});
