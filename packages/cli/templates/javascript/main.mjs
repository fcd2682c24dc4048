/**
 * The subgraph of {{id}} over HTTP: Node.js and the package `graphql`, and nothing else.
 *
 *   HUB_JWKS=<path or URL of the hub's public keys> PORT=4105 node main.mjs
 */
import { createServer } from 'node:http';
import { execute, GraphQLError, NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate } from 'graphql';
import { root, schema } from './subgraph.mjs';
import { identityOf, TokenRefused } from './token.mjs';

const MAX_BODY_BYTES = 1_048_576;

class BadRequest extends Error {}
class TooLarge extends Error {}

async function answerGraphQL(request) {
  const body = await bodyOf(request);
  const identity = await identityOf(request.headers.authorization, body);
  const { query, variables, operationName } = operationIn(body);
  let document;
  try {
    document = parse(query, { maxTokens: 15_000 });
  } catch (error) {
    return [400, { errors: [error] }];
  }
  // Nobody reads the schema by introspection: the hub asks for _service.
  const wrong = validate(schema, document, [...specifiedRules, NoSchemaIntrospectionCustomRule], { maxErrors: 10 });
  if (wrong.length > 0) return [400, { errors: wrong }];
  const result = await execute({
    ...{ schema, document, rootValue: root, contextValue: identity },
    ...{ variableValues: variables, operationName },
  });
  return [result.data === undefined ? 400 : 200, { ...result, errors: result.errors?.map(forTheCaller) }];
}

/** What a resolver threw on purpose, and what GraphQL says of the operation, is for the caller. All else is for your log. */
function forTheCaller(error) {
  if (!error.originalError || error.originalError instanceof GraphQLError) return error;
  process.stderr.write(`${error.originalError.stack}\n`);
  return { message: 'The subgraph failed.', path: error.path, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

async function bodyOf(request) {
  const parts = [];
  let size = 0;
  // Not torn down where it is too large: then the answer could not be sent.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    size += part.length;
    if (size > MAX_BODY_BYTES) throw new TooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function operationIn(body) {
  let operation;
  try {
    operation = JSON.parse(body.toString('utf8'));
  } catch {
    throw new BadRequest();
  }
  if (typeof operation?.query !== 'string') throw new BadRequest();
  if (typeof (operation.variables ?? {}) !== 'object') throw new BadRequest();
  return operation;
}

const errorsOf = (message, code) => ({ errors: [{ message, extensions: { code } }] });

async function answer(request) {
  const address = `${request.method} ${request.url}`;
  try {
    if (address === 'POST /graphql') return await answerGraphQL(request);
    if (address === 'GET /health/live') return [200, { status: 'live' }];
    // Ask your database here: the hub sends nobody to a subgraph that is not ready.
    if (address === 'GET /health/ready') return [200, { status: 'ready' }];
    return [404, errorsOf('There is nothing here. Send operations to POST /graphql.', 'NOT_FOUND')];
  } catch (error) {
    if (error instanceof TokenRefused) return [401, errorsOf('The token is not good here.', 'UNAUTHENTICATED')];
    if (error instanceof TooLarge) return [413, errorsOf('The body is too large.', 'PAYLOAD_TOO_LARGE')];
    if (error instanceof BadRequest) return [400, errorsOf('The body is not an operation as JSON.', 'BAD_REQUEST')];
    process.stderr.write(`${error.stack}\n`);
    return [500, errorsOf('The subgraph failed.', 'INTERNAL_SERVER_ERROR')];
  }
}

if (!process.env.HUB_JWKS) {
  process.stderr.write('HUB_JWKS is not set: give the path or the URL of the hub’s public keys.\n');
  process.exit(1);
}
const server = createServer(async (request, response) => {
  const [status, body] = await answer(request);
  // The rest of a body that is too large is not read: the connection ends.
  if (status === 413) response.setHeader('connection', 'close');
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
});
server.listen(Number(process.env.PORT ?? 4105), process.env.HOST ?? '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}/graphql\n`);
});
// In a container nothing ends a process that does not say how it ends.
process.once('SIGTERM', () => process.exit(0));
