import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { maskError } from '../operation/mask-errors';
import type { RequestContext } from '../operation/request-context';
import { inputProblems } from './input-problems';
import { addScalarRules } from './scalar-rules';

/** Refuses an operation whose values cannot be taken, with all that is wrong at once, before anything is fetched. */
export function refuseBadInput(log: Logger): ApolloServerPlugin<RequestContext> {
  let schema: GraphQLSchema;
  return {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ apiSchema }) {
          schema = apiSchema;
          const unknown = addScalarRules(apiSchema);
          if (unknown.length > 0)
            log.warn({ scalars: unknown }, 'Values of these scalars are checked by subgraphs only.');
        },
      };
    },
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, request: { variables } }) {
          const problems = inputProblems(schema, document, operation, variables);
          if (problems.length === 0) return null;
          return {
            http: { status: 400, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { errors: problems.map((problem) => maskError(problem.toJSON())) } },
          };
        },
      };
    },
  };
}
