import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { useMemo } from 'react';
import { EXAMPLES_TITLE, examplesPlugin } from './examples-plugin';
import { memoryStorage } from './memory-storage';
import type { SavedExample } from './saved-example';

/** GraphiQL on the hub's own `/graphql`, opened on the first saved example. */
export function Explorer({ examples }: { examples: SavedExample[] }) {
  const fetcher = useMemo(() => createGraphiQLFetcher({ url: '/graphql', fetch: fetchAsJson }), []);
  const plugins = useMemo(() => [examplesPlugin(examples)], [examples]);
  const storage = useMemo(() => memoryStorage(), []);
  const first = examples[0];
  return (
    <main>
      <h1 className="visually-hidden">London SCP hub explorer</h1>
      <GraphiQL
        fetcher={fetcher}
        storage={storage}
        plugins={plugins}
        visiblePlugin={EXAMPLES_TITLE}
        initialQuery={first?.query ?? ''}
        initialVariables={first?.variables ?? ''}
        inputValueDeprecation
        schemaDescription
        shouldPersistHeaders={false}
      >
        <GraphiQL.Logo>London SCP hub</GraphiQL.Logo>
      </GraphiQL>
    </main>
  );
}

/**
 * Says what the hub answers with. Without it the hub would choose
 * `application/graphql-response+json`, whose 4xx answers GraphiQL shows as a bare failure.
 */
const fetchAsJson: typeof fetch = (url, init) =>
  fetch(url, { ...init, headers: { ...init?.headers, accept: 'application/json' } });
