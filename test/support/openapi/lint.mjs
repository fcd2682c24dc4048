import { createConfig, lintFromString } from '@redocly/openapi-core';

/** Prints what a linter says of the OpenAPI document that it is given, as JSON. */
let source = '';
for await (const part of process.stdin) source += part;
const config = await createConfig({ extends: ['recommended'] });
const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
process.stdout.write(
  JSON.stringify(
    problems.map(({ ruleId, severity, message, location }) => ({
      ...{ ruleId, severity, message },
      at: location[0]?.pointer ?? '',
    })),
  ),
);
