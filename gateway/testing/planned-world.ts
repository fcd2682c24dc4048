import { executeQueryPlan } from '@apollo/gateway/dist/executeQueryPlan';
import { operationFromDocument, Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { composeSupergraph } from '@hub/registry';
import {
  buildSchema,
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { stripSecurity } from '../src/access/strip-security';
import { AccessTrail } from '../src/audit/access-trail';
import { compileOperation, type CompiledOperation } from '../src/execution/compile-operation';
import { Execution, type SendFailure } from '../src/execution/execution';
import type { InPieces } from '../src/execution/in-turns';
import { withOwnResponseKeys } from '../src/execution/response-keys';
import { SubgraphUnavailable, subgraphUnavailableError } from '../src/subgraphs/subgraph-unavailable';
import { maskSubgraphError } from '../src/operation/mask-errors';
import type { ToySubgraph } from './toy-subgraphs';

/** What a subgraph is sent, and what it answers: a text, or why there is none. */
export type Exchange = (subgraph: string, body: string) => Promise<string | SendFailure>;

/** An answer as a client gets it, before errors that differ only in `extensions.paths` are made one. */
export interface WorldAnswer {
  data: unknown;
  /** Of `data`. */
  text: string;
  errors: readonly GraphQLFormattedError[];
}

export interface Question {
  query: string;
  variables?: Record<string, unknown>;
  refused?: ReadonlyMap<string, string>;
  exchange?: Exchange;
  left?: () => number;
  trail?: AccessTrail;
}

/** Subgraphs by hand, composed and planned for, without a network between. */
export class PlannedWorld {
  readonly schema: GraphQLSchema;
  readonly apiSchema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly #api: Schema;

  constructor(private readonly toys: readonly ToySubgraph[]) {
    const { supergraphSdl } = composeSupergraph(
      toys.map(({ name, sdl }) => ({ name, url: `http://${name}.example/graphql`, sdl })),
    );
    const sdl = stripSecurity(supergraphSdl);
    const supergraph = Supergraph.build(sdl);
    this.#api = supergraph.apiSchema();
    this.schema = buildSchema(sdl, { assumeValid: true });
    this.apiSchema = this.#api.toGraphQLJSSchema();
    this.planner = new QueryPlanner(supergraph);
  }

  plan(document: DocumentNode): QueryPlan {
    return this.planner.buildQueryPlan(operationFromDocument(this.#api, parse(print(document))));
  }

  /** @throws Unsupported */
  compile(question: Question): CompiledOperation {
    const work = this.pieces(question);
    for (;;) {
      const piece = work.next();
      if (piece.done) return piece.value;
    }
  }

  /** The same, to be done piece by piece. */
  pieces({ query, variables = {}, refused = new Map() }: Question): InPieces<CompiledOperation> {
    const document = parse(query);
    const operation = getOperationAST(document)!;
    const renamed = withOwnResponseKeys(document, operation, this.schema, { names: refused });
    const plan = this.plan(renamed.document);
    const { schema, apiSchema } = this;
    const conditions = conditionsOf(document, variables);
    const { responseKeys } = renamed;
    return compileOperation({ plan, schema, apiSchema, responseKeys, conditions });
  }

  /** Asks our executor. */
  async ask(question: Question, compiled: CompiledOperation = this.compile(question)): Promise<WorldAnswer> {
    const execution = this.execution(question);
    await new Promise<void>((resolve) => compiled.run(execution, resolve));
    const text = await compiled.write(execution);
    return { data: JSON.parse(text) as unknown, text, errors: execution.errors };
  }

  execution({
    variables = {},
    exchange = this.exchange,
    left = () => 10_000,
    trail = new AccessTrail(),
  }: Question): Execution {
    return new Execution({
      variables,
      requestId: 'r1',
      trail,
      deadline: {
        get left() {
          return left();
        },
      },
      log: { warn: () => undefined, error: () => undefined },
      send: (subgraph, body, _limits, answered) => {
        void exchange(subgraph, body).then((answer) => {
          if (typeof answer === 'string') answered(null, answer);
          else answered(answer, '');
        });
      },
    });
  }

  /** Asks the stock executor, with errors masked as the hub does. */
  async askStock({ query, variables = {}, exchange = this.exchange }: Question): Promise<WorldAnswer> {
    const document = parse(query);
    const operation = getOperationAST(document)!;
    const fragments = Object.fromEntries(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    );
    const services = this.toys.map(({ name }) => {
      const process = async ({ request }: { request: object }) => {
        const { query, variables, operationName } = request as Record<string, unknown>;
        const answer = await exchange(name, JSON.stringify({ query, variables, operationName }));
        const response = readResponse(answer);
        if (!response || lacksEntities(response.data, variables)) throw subgraphUnavailableError(name, []);
        return {
          data: response.data ?? null,
          errors: response.errors?.map((error) => maskSubgraphError(error, name, 'r1')),
        };
      };
      return [name, { process }] as const;
    });
    const { data = null, errors = [] } = await executeQueryPlan(
      this.plan(document),
      Object.fromEntries(services) as never,
      { request: { query, variables }, context: {}, metrics: {}, document } as never,
      { operation, fragments, schema: this.apiSchema } as never,
      this.schema,
      this.#api,
    );
    const formatted = errors.map((error) => (error instanceof GraphQLError ? error.toJSON() : error));
    return {
      data: JSON.parse(JSON.stringify(data)),
      text: JSON.stringify(data),
      errors: formatted as GraphQLFormattedError[],
    };
  }

  /** What the subgraphs answer by themselves. */
  readonly exchange: Exchange = async (subgraph, body) => {
    const toy = this.toys.find(({ name }) => name === subgraph)!;
    return JSON.stringify(await toy.execute(JSON.parse(body) as Parameters<ToySubgraph['execute']>[0]));
  };
}

/** A subgraph that does not answer. */
export const down = (subgraph: string): SendFailure => new SubgraphUnavailable(subgraph, 'down');

function readResponse(answer: string | SendFailure) {
  if (typeof answer !== 'string') return undefined;
  try {
    const read = JSON.parse(answer) as { data?: unknown; errors?: GraphQLFormattedError[] } | null;
    const isResponse = typeof read?.data === 'object' || (read?.data === undefined && Array.isArray(read?.errors));
    return isResponse ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Whether entities are fewer or more than were asked for. The hub's batching looks at that for the stock executor. */
function lacksEntities(data: unknown, variables: unknown): boolean {
  const { representations } = (variables ?? {}) as { representations?: unknown[] };
  const { _entities: entities } = (data ?? {}) as { _entities?: unknown };
  return Array.isArray(entities) && entities.length !== representations?.length;
}

/** The values of the variables by which a document shows or hides fields. */
export function conditionsOf(document: DocumentNode, variables: Record<string, unknown>): Map<string, boolean> {
  const conditions = new Map<string, boolean>();
  const operation = getOperationAST(document)!;
  visit(document, {
    Directive({ arguments: [condition] = [] }) {
      if (condition?.value.kind !== Kind.VARIABLE) return;
      const name = condition.value.name.value;
      const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
      const usual = definition?.defaultValue?.kind === Kind.BOOLEAN ? definition.defaultValue.value : undefined;
      conditions.set(name, (variables[name] ?? usual) as boolean);
    },
  });
  return conditions;
}
