import { exampleProblems, type SavedExample } from '@hub/explorer';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';

/** Those saved examples that are valid on a schema. It is said of the others why they are not. */
export function runnableExamples(
  examples: readonly SavedExample[],
  schema: GraphQLSchema,
  log: Logger,
): SavedExample[] {
  return examples.filter((example) => {
    const problems = exampleProblems(example, schema);
    if (problems.length) log.warn({ example: example.name, problems }, 'An example does not run.');
    return problems.length === 0;
  });
}
