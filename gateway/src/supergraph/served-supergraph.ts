import { createHash } from 'node:crypto';
import { costRules, operationLimits, OperationMeter } from '@hub/limits';
import type { ServedSubgraph } from '@hub/registry';
import { buildSchema, parse, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { SchemaAccess } from '../access/schema-access';
import { stripSecurity } from '../access/strip-security';
import { AnswerCoverage } from '../partial-answers/answer-coverage';
import type { SendToSubgraph } from '../execution/execution';
import { requestIdentityOf } from '../identity/request-identity';
import { KnownDocuments } from '../operation/known-documents';
import { OperationVariants } from '../operation/operation-variants';
import type { RequestContext } from '../operation/request-context';
import { AbsentSubgraph, type AskedSubgraph } from '../subgraphs/absent-subgraph';
import { addScalarRules } from '../validation/scalar-rules';
import { Planner } from './planner';
import { StockExecutor } from './stock-executor';

/** What a supergraph is served with. */
export interface ServedSupergraphOptions {
  clients: ReadonlyMap<string, AskedSubgraph>;
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
  /** With what clients do not see. */
  readonly fullSchema: GraphQLSchema;
  readonly access: SchemaAccess;
  readonly meter: OperationMeter;
  readonly documents = new KnownDocuments();
  readonly variants: OperationVariants;
  readonly planner: Planner;
  readonly stock: StockExecutor;
  readonly coverage: AnswerCoverage;
  /** The SHA-256 of its SDL, in hexadecimal. */
  readonly hash: string;
  /** Under which schema each subgraph is in it. */
  subgraphs: readonly ServedSubgraph[];
  readonly #clients: ReadonlyMap<string, AskedSubgraph>;

  /** @param sdl - as it was composed. */
  constructor(
    readonly sdl: string,
    subgraphs: readonly ServedSubgraph[],
    options: ServedSupergraphOptions,
  ) {
    const { planMs, log } = options;
    const absent = subgraphs.filter(({ servedUnder }) => servedUnder === 'NONE').map(({ name }) => name);
    const clients = withAbsent(options.clients, absent);
    this.hash = createHash('sha256').update(sdl).digest('hex');
    this.subgraphs = subgraphs;
    const stripped = stripSecurity(sdl);
    this.stock = new StockExecutor(stripped, clients, log);
    this.schema = this.stock.apiSchema;
    const unknown = addScalarRules(this.schema);
    if (unknown.length > 0) log.warn({ scalars: unknown }, 'Values of these scalars are checked by subgraphs only.');
    this.fullSchema = buildSchema(stripped, { assumeValid: true, noLocation: true });
    this.#clients = clients;
    this.coverage = new AnswerCoverage(clients.keys(), absent);
    this.access = new SchemaAccess(this.schema, sdl);
    this.meter = new OperationMeter(
      this.schema,
      costRules(parse(sdl, { noLocation: true })),
      operationLimits(clients.size),
    );
    this.variants = new OperationVariants(this.access);
    this.planner = new Planner(stripped, { planMs, log });
  }

  /** Sends an operation's requests to subgraphs, in its caller's name. To be asked for once the operation is authorised. */
  sender(context: RequestContext): SendToSubgraph {
    const { asker, deadline, span, explaining } = context;
    const identity = requestIdentityOf(context);
    const send: SendToSubgraph = (subgraph, body, limits, answered) =>
      this.#clients.get(subgraph)!.post(body, identity, { asker: asker.key, deadline, span, ...limits }, answered);
    return explaining ? explaining.requests.timed(send) : send;
  }

  /** Waits until operations can be planned. */
  start(): Promise<void> {
    return this.planner.start();
  }

  /** Whether nothing more is planned on it. */
  get isClosed(): boolean {
    return this.planner.isClosed;
  }

  /** Ends what it runs. */
  close(): Promise<void> {
    return this.planner.close();
  }
}

/** The clients of subgraphs, with something to fail at in the place of those that have no good schema. */
function withAbsent(clients: ReadonlyMap<string, AskedSubgraph>, absent: readonly string[]) {
  if (absent.length === 0) return clients;
  return new Map([...clients, ...absent.map((name) => [name, new AbsentSubgraph(name)] as const)]);
}
