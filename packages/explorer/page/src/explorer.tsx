import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { useMemo, useRef, useState } from 'react';
import { askingOf, NOBODY } from './asking/asking';
import { AskingContext, type AskingChoice } from './asking/asking-context';
import { AskingForm } from './asking/asking-form';
import type { ExplorerRoles } from './asking/roles';
import { EXAMPLES_TITLE, examplesPlugin } from './examples-plugin';
import { memoryStorage } from './memory-storage';
import type { ExploredApi } from './explored-api';

/** GraphiQL on an API of the same server, opened on the first saved example, asked as whom one chooses. */
export function Explorer({ api, offer }: { api: ExploredApi; offer: ExplorerRoles }) {
  const { title, path, examples } = api;
  const [asking, setAsking] = useState(NOBODY);
  const [role, setRole] = useState('');
  const form = useRef<HTMLFormElement>(null);
  // Another fetcher makes GraphiQL ask for the schema anew: who may see more of it then does.
  const fetcher = useMemo(
    () => createGraphiQLFetcher({ url: path, fetch: fetchWith(asking.headers) }),
    [path, asking.headers],
  );
  const plugins = useMemo(() => [examplesPlugin(examples)], [examples]);
  const storage = useMemo(() => memoryStorage(), []);
  const onAsk = async (filled: FormData) => setAsking(await askingOf(filled));

  const choice: AskingChoice = {
    role: asking.role,
    takeRole:
      offer.roles.length === 0
        ? null
        : (name) => {
            setRole(name);
            // Once the form shows the role's fields: it is sent, or points to what it still needs.
            setTimeout(() => form.current?.requestSubmit());
          },
  };
  const first = examples[0];
  return (
    <main>
      <h1 className="visually-hidden">{title} explorer</h1>
      <AskingForm {...{ form, offer, role, asking, onAsk }} onRole={setRole} />
      <AskingContext value={choice}>
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
          <GraphiQL.Logo>{title}</GraphiQL.Logo>
        </GraphiQL>
      </AskingContext>
    </main>
  );
}

/**
 * Says who asks, and what the server answers with. Without the latter it would choose
 * `application/graphql-response+json`, whose 4xx answers GraphiQL shows as a bare failure.
 */
const fetchWith =
  (headers: Record<string, string>): typeof fetch =>
  (url, init) =>
    fetch(url, { ...init, headers: { ...init?.headers, ...headers, accept: 'application/json' } });
