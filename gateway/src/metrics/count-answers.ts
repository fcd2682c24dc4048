import type { FastifyInstance } from 'fastify';
import { Counter, Histogram, type Registry } from 'prom-client';
import type { GraphQLFormattedError } from 'graphql';
import { whenOver } from '../http/when-over';
import { knownCode, OTHER } from '../operation/known-code';
import type { RequestContext } from '../operation/request-context';
import type { SavedOperations } from '../saved/saved-operations';

/** Upper bounds in seconds: from what is answered out of memory to what takes as long as an operation may. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts what is answered. To be called before any route is added. */
export function countAnswers(app: FastifyInstance, registry: Registry, saved: SavedOperations): void {
  const registers = [registry];
  const requests = new Counter({
    name: 'hub_requests_total',
    help: 'Requests by route and status; given_up where whoever asked went before the answer.',
    labelNames: ['route', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'hub_operation_seconds',
    help: 'How long operations took to be answered, by the name of a saved one.',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers,
  });
  const told = new Counter({
    name: 'hub_errors_total',
    help: 'Answers that tell of an error, by its code and the subgraph that it is about, if any.',
    labelNames: ['code', 'subgraph'],
    registers,
  });
  const fannedOut = new Counter({
    name: 'hub_coverage_operations_total',
    help: 'Operations that asked subgraphs: whether all of them answered.',
    labelNames: ['coverage'],
    registers,
  });
  const covered = new Counter({
    name: 'hub_coverage_subgraphs_total',
    help: 'Subgraphs that those operations asked: whether they answered.',
    labelNames: ['state'],
    registers,
  });

  // Each once, however many places of an answer it is about.
  const tell = (errors: readonly GraphQLFormattedError[]) => {
    const all = errors.map(({ extensions: { code, subgraph } = {} }) => labelsOf(code, subgraph));
    const distinct = new Map(all.map((labels) => [`${labels.code} ${labels.subgraph}`, labels]));
    for (const labels of distinct.values()) told.inc(labels);
  };
  const cover = ({ trail }: RequestContext) => {
    const { asked, answered } = trail.coverage;
    if (asked.length === 0) return;
    const missing = asked.length - answered.length;
    fannedOut.inc({ coverage: missing === 0 ? 'full' : 'partial' });
    covered.inc({ state: 'answered' }, answered.length);
    covered.inc({ state: 'missing' }, missing);
  };

  // A refusal is an object. What GraphQL answers is text by then.
  app.addHook('preSerialization', async (_request, _reply, payload) => {
    const { errors } = payload as { errors?: unknown };
    if (Array.isArray(errors)) tell(errors as GraphQLFormattedError[]);
    return payload;
  });
  whenOver(app, ({ routeOptions, operation }, { statusCode, elapsedTime }, isGivenUp) => {
    requests.inc({ route: routeOptions.url ?? OTHER, status: isGivenUp ? 'given_up' : String(statusCode) });
    if (!operation) return;
    const { queryHash, errors } = operation.answer;
    const name = queryHash === undefined ? undefined : saved.find(queryHash)?.name;
    seconds.observe({ operation: name ?? OTHER }, elapsedTime / 1000);
    if (isGivenUp) return;
    if (errors) tell(errors);
    cover(operation);
  });
}

/** The subgraph's name is the gateway's own word. */
const labelsOf = (code: unknown, subgraph: unknown) => ({
  code: knownCode(code),
  subgraph: typeof subgraph === 'string' ? subgraph : '',
});
