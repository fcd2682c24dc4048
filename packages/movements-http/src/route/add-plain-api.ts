import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, preParsingAsyncHookHandler } from 'fastify';
import type { ServedApi } from '../openapi/served-api';
import {
  problem,
  problemOf,
  problemOfErrors,
  problemOfOutcome,
  problemOfRefusals,
  PROBLEM_TYPE,
  type GraphError,
  type Problem,
  type UserError,
} from './problem';
import { readRequest } from './read-request';
import type { ServedRoute } from './served-route';

/** What a graph answered. */
export interface GraphAnswer {
  status: number;
  headers: Iterable<readonly [string, string]>;
  data?: unknown;
  errors?: readonly GraphError[] | undefined;
}

/** The door of a graph, by which routes ask it as everybody does. */
export interface GraphDoor {
  /** Before the body is read. @default nothing */
  preParsing?: preParsingAsyncHookHandler;
  /** Counts the request, and the document that it stands for; throws to refuse it. */
  admit(request: FastifyRequest, reply: FastifyReply, route: ServedRoute): Promise<void>;
  /** Asks the graph. */
  ask(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: { route: ServedRoute; variables: Record<string, unknown> },
  ): Promise<GraphAnswer>;
  /** Whether the request has a token that is good. */
  isKnown(request: FastifyRequest): boolean;
}

const PREFIX = '/movements';

/** Serves an API, with its description at `openapi.json`, by asking a graph. */
export function addPlainApi(app: FastifyInstance, { routes, document }: ServedApi, door: GraphDoor): void {
  const described = JSON.stringify(document);
  void app.register(
    async (scope) => {
      // What is refused before a route, is refused in the words of the graph.
      scope.addHook('preSerialization', async (_request, reply, payload) => asProblem(reply, payload));
      scope.setNotFoundHandler((_request, reply) => send(reply, problem(404, 'NOT_FOUND', NOT_FOUND)));
      scope.get('/openapi.json', { exposeHeadRoute: false }, async (_request, reply) =>
        reply.type('application/json; charset=utf-8').send(described),
      );
      for (const route of routes) {
        scope.route({
          method: route.method,
          url: route.path.slice(PREFIX.length).replaceAll(/\{(\w+)\}/g, ':$1'),
          exposeHeadRoute: false,
          ...(door.preParsing && { preParsing: door.preParsing }),
          preHandler: (request, reply) => door.admit(request, reply, route),
          handler: (request, reply) => answer(request, reply, route, door),
        });
      }
    },
    { prefix: PREFIX },
  );
}

const NOT_FOUND = `Nothing is served here. GET ${PREFIX}/openapi.json describes what is.`;

async function answer(request: FastifyRequest, reply: FastifyReply, route: ServedRoute, door: GraphDoor) {
  const read = readRequest(route, request);
  if ('errors' in read) return send(reply, problemOf(400, read.errors));
  const { status, headers, data, errors = [] } = await door.ask(request, reply, { route, ...read });
  for (const [name, value] of headers) void reply.header(name, value);
  if (errors.length > 0) return send(reply, problemOfErrors(status, errors, door.isKnown(request)));
  const found = route.answerAt.reduce<unknown>((value, name) => (value as Answered | null)?.[name] ?? null, data);
  if (found === null) return send(reply, problem(404, 'NOT_FOUND', 'There is no such thing for you to see.'));
  const { userErrors = [] } = found as { userErrors?: readonly UserError[] };
  if (userErrors.length > 0) return send(reply, problemOfRefusals(userErrors, route.isKeyed));
  const shown = route.answer.of(found) as Answered;
  const outcome = route.outcome?.(shown) ?? 200;
  if (typeof outcome === 'object') return send(reply, problemOfOutcome(outcome));
  void reply.code(outcome).type('application/json; charset=utf-8').header('cache-control', 'no-store');
  return route.method === 'GET' ? unlessKnown(request, reply, JSON.stringify(shown)) : JSON.stringify(shown);
}

type Answered = Record<string, unknown>;

/** Says what the answer is known by, and nothing more to whoever has the same. */
function unlessKnown({ headers }: FastifyRequest, reply: FastifyReply, text: string) {
  const tag = `"${hash('sha256', text, 'base64url')}"`;
  void reply.header('etag', tag);
  const known = headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known?.includes(tag) ? reply.code(304).removeHeader('content-type').send() : text;
}

function send(reply: FastifyReply, { ...told }: Problem) {
  return reply.code(told.status).type(PROBLEM_TYPE).header('cache-control', 'no-store').send(told);
}

function asProblem(reply: FastifyReply, payload: unknown): unknown {
  const { errors: [error] = [] } = payload as { errors?: readonly Partial<GraphError>[] };
  if (!error?.extensions) return payload;
  void reply.type(PROBLEM_TYPE);
  return problem(reply.statusCode, String(error.extensions.code), error.message ?? '');
}
