import { PURPOSES, REASON_LENGTH } from '@hub/access';
import { z } from 'zod';
import type { PlainApi } from '../route/plain-route';
import { KEY, PROBLEM_TYPE } from '../route/problem';
import type { ServedRoute } from '../route/served-route';
import { Components, type JsonSchema } from './components';
import { describeWebhook } from './describe-webhook';

const JSON_TYPE = 'application/json';

/** Describes an API by OpenAPI 3.1: all of it from the shapes by which requests are read and answers are made. */
export function describeApi(api: PlainApi, routes: readonly ServedRoute[]): JsonSchema {
  const components = new Components();
  const paths: Record<string, JsonSchema> = {};
  for (const route of routes) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route, components);
  }
  const webhooks = Object.entries(api.webhooks ?? {}).map(
    ([name, one]) => [name, describeWebhook(one, components)] as const,
  );
  const problem = components.of(PROBLEM);
  for (const [name, schema] of Object.entries(api.components ?? {})) components.schemas.set(name, schema as JsonSchema);
  for (const [name, conditions] of Object.entries(api.conditions ?? {})) {
    const schema = components.schemas.get(name);
    if (schema)
      components.schemas.set(name, { ...schema, allOf: conditions(Object.keys(schema['properties'] as object)) });
  }
  return {
    openapi: '3.1.0',
    info: {
      ...{ title: api.title, version: '1', description: api.description },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'Where this description was fetched.' }],
    security: [{ token: [] }],
    paths: inOrder(paths),
    ...(webhooks.length > 0 && { webhooks: Object.fromEntries(webhooks) }),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: TOKEN } },
      parameters: { purpose: PURPOSE, reason: REASON, ...(routes.some(isKeyed) && { key: IDEMPOTENCY_KEY }) },
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, said]) => [said.name, problemAnswer(problem, said.description, status)]),
      ),
      schemas: inOrder(Object.fromEntries(components.schemas)),
    },
  };
}

function operationOf(route: ServedRoute, components: Components): JsonSchema {
  const { name, summary, description, method, isKeyed, params, query, body, answer, outcome } = route;
  const parametersIn = (where: 'path' | 'query', shape: z.ZodObject) =>
    Object.entries(shape.shape).map(([part, type]) => parameter(where, part, type as z.ZodType, components));
  const content = { [JSON_TYPE]: { schema: components.of(withoutNull(answer.shape)) } };
  const tag = { ETag: { description: 'What the answer is known by.', schema: { type: 'string' } } };
  const asks = method === 'GET';
  return {
    operationId: `${name[0]!.toLowerCase()}${name.slice(1)}`,
    ...{ summary, description },
    parameters: [
      ...['purpose', 'reason', ...(isKeyed ? ['key'] : [])].map((one) => ({ $ref: `#/components/parameters/${one}` })),
      ...parametersIn('path', params),
      ...parametersIn('query', query),
      ...(asks ? [IF_NONE_MATCH] : []),
    ],
    ...(body && { requestBody: { required: true, content: { [JSON_TYPE]: { schema: components.of(body) } } } }),
    responses: {
      200: { description: asks ? 'What there is.' : 'It is done.', ...(asks && { headers: tag }), content },
      ...(outcome && { 202: { description: 'It is taken, and on its way: `step` says how it stands.', content } }),
      ...(asks && { 304: { description: 'It is what `If-None-Match` says, and nothing has changed.', headers: tag } }),
      ...Object.fromEntries(
        Object.entries(PROBLEMS)
          .filter(([, { of }]) => of === undefined || of === (asks ? 'questions' : 'changes'))
          .map(([status, said]) => [status, { $ref: `#/components/responses/${said.name}` }]),
      ),
    },
  };
}

function parameter(where: 'path' | 'query', name: string, shape: z.ZodType, components: Components): JsonSchema {
  const { description, ...schema } = components.of(shape);
  const required = where === 'path' || !shape.isOptional();
  return { name, in: where, required, ...(description !== undefined && { description }), schema };
}

const isKeyed = (route: ServedRoute) => route.isKeyed;

/** Where there is nothing, the answer is 404 and not null. */
const withoutNull = (shape: z.ZodType): z.ZodType =>
  shape instanceof z.ZodNullable ? (shape.unwrap() as z.ZodType) : shape;

const inOrder = <Part>(parts: Record<string, Part>) =>
  Object.fromEntries(Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1)));

const PROBLEM = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().meta({ description: 'The status in words.' }),
    status: z.int().min(400).max(599).meta({ description: 'The status.' }),
    detail: z.string().meta({ description: 'What is wrong, and what to do about it.' }),
    code: z.string().meta({ description: 'Stable, as `OUT_OF_ORDER`.' }),
    errors: z
      .array(
        z.object({
          field: z
            .string()
            .meta({ description: 'Where it stands, as `team.name`; a header or a parameter by its name.' }),
          code: z.string().meta({ description: 'Stable, as `REQUIRED`.' }),
          message: z.string().meta({ description: 'What is wrong, and what to do about it.' }),
        }),
      )
      .meta({ description: 'What is wrong with which field; empty where it is none of a field.' }),
  })
  .meta({ id: 'Problem', description: 'Why something was not done, and that nothing of it was (RFC 9457).' });

const PROBLEMS: Readonly<Record<string, { name: string; description: string; of?: 'changes' | 'questions' }>> = {
  400: { name: 'BadRequest', description: 'It is not what is described here. `errors` names each field.' },
  401: { name: 'Unauthenticated', description: 'There is no token, or one that is not good here.' },
  403: { name: 'NotAllowed', description: 'The role, or the authority acted for, may not do so.' },
  404: { name: 'NotThere', description: 'There is no such thing for you to see.' },
  409: {
    ...{ name: 'Conflict', of: 'changes' },
    description: 'It does not go with what is recorded: another thing under the same key, or a step out of order.',
  },
  413: { name: 'TooLarge', of: 'changes', description: 'The body is too large.' },
  415: { name: 'NotJson', of: 'changes', description: 'The body is not JSON in UTF-8.' },
  422: {
    name: 'Refused',
    of: 'changes',
    description: 'It is understood, and refused. `errors` names each field, with the remedy.',
  },
  429: { name: 'TooMany', description: 'Too much in a minute, or at once. Ask again when `Retry-After` says.' },
  503: { name: 'Unavailable', description: 'It could not be answered now. Nothing was done; ask again later.' },
};

function problemAnswer(problem: JsonSchema, description: string, status: string): JsonSchema {
  const wait = { 'Retry-After': { description: 'For how many seconds to wait.', schema: { type: 'string' } } };
  return {
    description,
    ...(status === '429' && { headers: wait }),
    content: { [PROBLEM_TYPE]: { schema: problem } },
  };
}

const TOKEN = 'A token of your issuer, made for where you ask. Its role says what you may do.';

const PURPOSE = {
  ...{ name: 'x-purpose', in: 'header', required: true },
  description: 'What the data of a child is asked for. It is recorded.',
  schema: { type: 'string', enum: Object.keys(PURPOSES) },
};

const REASON = {
  ...{ name: 'x-reason', in: 'header', required: true },
  description: 'Why, in words that name nobody, in UTF-8. It is recorded.',
  schema: { type: 'string', minLength: 1, maxLength: REASON_LENGTH },
};

const IDEMPOTENCY_KEY = {
  ...{ name: KEY, in: 'header', required: true },
  description:
    'A new random UUID for each thing that is recorded. The same again, with the same body, changes nothing.',
  schema: { type: 'string', format: 'uuid' },
};

const IF_NONE_MATCH = {
  ...{ name: 'If-None-Match', in: 'header', required: false },
  description: 'The `ETag` of the last answer: if nothing has changed, the answer is 304 without a body.',
  schema: { type: 'string' },
};
