import type { QueryPlan } from '@apollo/query-planner';
import { executeSync, GraphQLError, type ExecutionResult, type GraphQLErrorOptions } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { OperationAccess } from '../access/operation-access';
import type { ClientOperation } from '../access/schema-access';
import { FULL } from '../partial-answers/required-coverage';
import { gatewayError } from '../errors';
import type { CompiledOperation } from '../execution/compile-operation';
import { Execution } from '../execution/execution';
import { RefusedPlaces } from '../execution/refused-places';
import { explainPlan } from '../explain/explained-plan';
import type { PlanningTurns } from '../supergraph/planning-turns';
import type { ServedSupergraph } from '../supergraph/served-supergraph';
import type { SupergraphInUse } from '../supergraph/supergraph-in-use';
import { Fallbacks } from './fallbacks';
import { makeExecutable } from './make-executable';
import { operationOf, type Executable, type OperationVariant } from './operation-variants';
import { placedRefusals } from './placed-refusals';
import type { RequestContext } from './request-context';
import { inputProblems } from '../validation/input-problems';
import { withOwnVariables } from '../validation/own-variables';

/** The standard introspection of each view of the schema, as two tools ask for it: half a megabyte each. */
const KEPT_ANSWERS = 4;

/** An operation on its way through the gateway. */
export type IncomingOperation = ClientOperation & { readonly context: RequestContext };

/** Looks at what an operation will touch before anything is fetched; throws to refuse the whole of it. */
export type Authorise = (access: OperationAccess, operation: IncomingOperation) => void | Promise<void>;

/** What came of an operation. Without `data` or `text` the request itself was wrong. */
export interface OperationResult {
  /** What the stock executor, or the schema, answers. */
  data?: Record<string, unknown> | null | undefined;
  /** What was compiled answers: the JSON of `data`. */
  text?: string;
  /** On which partnerships it rests, as JSON; where more than one was asked. */
  coverage?: string | undefined;
  errors: readonly GraphQLError[];
}

/**
 * Runs operations that are valid, and paid for, each on the supergraph with which it began. What a caller may not see is taken out before anything is
 * planned, and so is never fetched; the answer has null and an error in its place.
 */
export class OperationRunner {
  readonly fallbacks = new Fallbacks();
  /** What the schema answered by itself. */
  readonly #answers = new LRUCache<string, ExecutionResult>({ max: KEPT_ANSWERS });

  /**
   * @param planning - who may have a plan made, and what it costs them.
   * @param authorise - Asked about each operation. By default every operation may go on with what is left of it.
   */
  constructor(
    readonly inUse: SupergraphInUse,
    private readonly planning: PlanningTurns,
    private readonly log: Logger,
    private readonly authorise: Authorise = () => undefined,
  ) {}

  /** The supergraph on which operations begin now. */
  get served(): ServedSupergraph {
    return this.inUse.current;
  }

  /** @throws GraphQLError where the whole operation is refused. */
  async run(asked: ClientOperation, context: RequestContext): Promise<OperationResult> {
    const served = (context.served ??= this.served);
    const { schema, variants } = served;
    context.answer.queryHash = asked.queryHash;
    const errors = inputProblems(schema, asked.document, asked.operation, asked.variables);
    if (errors.length > 0) return { errors };

    const client = withOwnVariables(asked);
    const variant = variants.of(client, context.caller);
    context.access = variant.access;
    context.answer.reachesChildren = variant.access.childLevel.granted.length > 0;
    await this.authorise(variant.access, { ...client, context });
    if (variant.isNull) return { data: null, errors: placedRefusals(variant.refusals, []) };

    const executable = variant.answeredBy === 'subgraphs' ? await this.#executable(served, variant, context) : null;
    const { explaining } = context;
    explaining?.note(await explainPlan(served, variant, executable), context);
    if (explaining && !explaining.isRun) return notRun(variant, context);
    if (variant.answeredBy === 'schema') return this.#introspect(served, client, context);
    if (executable && 'compiled' in executable)
      return this.#execute(served, executable.compiled, variant, client, context);

    const result = await this.#executeStock(served, executable, variant, client, context);
    if (result.data === undefined) return result;
    const refused = new RefusedPlaces();
    if (!variant.markers.isEmpty) result.data = variant.markers.restore(result.data, refused) as typeof result.data;
    return this.#covered(served, result, placedRefusals(variant.refusals, refused.all), context);
  }

  /** Planned in the caller's turn, and paid for, where it is not known. */
  #executable(served: ServedSupergraph, variant: OperationVariant, context: RequestContext): Promise<Executable> {
    const { planning } = this;
    return served.variants.executable(variant, async () => {
      const span = context.span?.begin('plan', 'internal');
      try {
        return await planning.inTurn(context, () => makeExecutable(served, variant));
      } finally {
        span?.end();
      }
    });
  }

  async #execute(
    served: ServedSupergraph,
    compiled: CompiledOperation,
    { refusals }: OperationVariant,
    { variables = {} }: ClientOperation,
    context: RequestContext,
  ): Promise<OperationResult> {
    const { requestId, trail, deadline } = context;
    const send = served.sender(context);
    const execution = new Execution({ variables, requestId, trail, deadline, send, log: this.log });
    await new Promise<void>((resolve) => compiled.run(execution, resolve));
    const text = await compiled.write(execution);
    const errors = execution.errors.map((error) => new GraphQLError(error.message, error as GraphQLErrorOptions));
    return this.#covered(served, { text, errors }, placedRefusals(refusals, execution.refused.all), context);
  }

  /**
   * Says on which partnerships an answer rests, and keeps it back where something is missing and the client takes all or
   * nothing. What the caller may not see is nothing that is missing.
   */
  #covered(
    served: ServedSupergraph,
    result: OperationResult,
    refusals: readonly GraphQLError[],
    { trail, requiredCoverage }: RequestContext,
  ): OperationResult {
    const coverage = served.coverage.of(trail.asked, result.errors);
    const errors = [...refusals, ...result.errors];
    if (requiredCoverage !== FULL || result.errors.length === 0) return { ...result, errors, coverage };
    return { text: 'null', errors: [gatewayError('COVERAGE_INCOMPLETE'), ...errors], coverage };
  }

  async #executeStock(
    { schema, stock }: ServedSupergraph,
    executable: { plan: QueryPlan; reason: string } | null,
    variant: OperationVariant,
    client: ClientOperation,
    context: RequestContext,
  ): Promise<OperationResult> {
    const own = { ...client, document: variant.document, operation: operationOf(variant) };
    if (!executable) return resultOf(executeSync(executionOf(schema, own)));
    this.fallbacks.note(executable.reason);
    const { extensions, ...result } = await stock.execute(executable.plan, own, context);
    // The executor's notes on nulls that a subgraph's schema does not allow.
    if (extensions) this.log.warn({ requestId: context.requestId, extensions }, 'An answer did not fit the schema.');
    return resultOf(result);
  }

  #introspect(
    { access, hash }: ServedSupergraph,
    client: ClientOperation,
    { caller }: RequestContext,
  ): OperationResult {
    const { queryHash, operation, variables = {} } = client;
    const key = JSON.stringify([hash, queryHash, operation.name?.value, variables, access.viewOf(caller)]);
    let answer = this.#answers.get(key);
    if (!answer) {
      answer = executeSync(executionOf(access.visibleTo(caller), client));
      this.#answers.set(key, answer);
    }
    return resultOf(answer);
  }
}

/** What is told of an operation that is only explained. Nothing was fetched, which is what the record of access says then. */
function notRun({ refusals }: OperationVariant, { trail }: RequestContext): OperationResult {
  trail.isRefused = true;
  return { data: null, errors: placedRefusals(refusals, []) };
}

const resultOf = ({ data, errors = [] }: ExecutionResult): OperationResult => ({ data, errors });

const executionOf = (schema: ServedSupergraph['schema'], { document, operation, variables = {} }: ClientOperation) => ({
  schema,
  document,
  operationName: operation.name?.value,
  variableValues: variables,
});
