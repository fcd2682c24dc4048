import { lexicographicSortSchema, parse, validate, type GraphQLSchema } from 'graphql';
import type { PlainApi } from '../route/plain-route';
import { servedRoute, type ServedRoute } from '../route/served-route';
import { AnswerShapes } from '../schema/answer-shape';
import { InputShapes } from '../schema/input-shape';
import type { JsonSchema } from './components';
import { describeApi } from './describe-api';

/** An API on one schema. */
export interface ServedApi {
  routes: readonly ServedRoute[];
  /** Its description, by OpenAPI 3.1. */
  document: JsonSchema;
  /** Operations that the schema does not have, so that they are not served. */
  leftOut: readonly string[];
}

/** Makes what follows from an API and a schema: the same, in whatever order the schema has its parts. */
export function servedApi(api: PlainApi, served: GraphQLSchema): ServedApi {
  const schema = lexicographicSortSchema(served);
  const isThere = ({ operation }: { operation: string }) => validate(schema, parse(operation)).length === 0;
  const { jsonTexts = {} } = api;
  const shapes = { inputs: new InputShapes(jsonTexts), answers: new AnswerShapes(jsonTexts) };
  const routes = api.routes.filter(isThere).map((route) => servedRoute(route, schema, shapes));
  const leftOut = api.routes.filter((route) => !isThere(route)).map(({ method, path }) => `${method} ${path}`);
  return { routes, document: describeApi(api, routes), leftOut };
}
