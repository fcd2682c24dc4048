import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { useEffect, useState } from 'react';
import { ask } from '../answer/ask';

/** What can be asked for, as whoever asks may see it. */
export interface KnownSchema {
  /** Null while it is fetched, and where it is shown to nobody who asks so. */
  schema: GraphQLSchema | null;
  /** Why there is none; empty where there is no reason. */
  problem: string;
}

const UNKNOWN: KnownSchema = { schema: null, problem: '' };

/** Asks for the schema, and asks anew when somebody else asks: who may see more of it then does. */
export function useSchema(path: string, headers: Record<string, string>): KnownSchema {
  const [known, setKnown] = useState(UNKNOWN);
  useEffect(() => {
    const asking = new AbortController();
    fetchSchema(path, headers, asking.signal)
      .then((schema) => setKnown({ schema, problem: '' }))
      .catch((error: Error) => {
        if (!asking.signal.aborted) setKnown({ schema: null, problem: error.message });
      });
    return () => asking.abort();
  }, [path, headers]);
  return known;
}

async function fetchSchema(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<GraphQLSchema> {
  const query = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true });
  const { response } = await ask(path, headers, { query, variables: '', operationName: null }, signal);
  if (!response.data) throw new Error(response.errors?.[0]?.message ?? 'The server did not say what can be asked.');
  return buildClientSchema(response.data as IntrospectionQuery);
}
