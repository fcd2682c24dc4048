import { request } from 'undici';

/** A response as a client reads it. */
export interface ClientResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  // A test looks into whatever it asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors: { message: string; path?: unknown; extensions: Record<string, unknown> }[] | undefined;
}

/** Asks a running gateway, as any HTTP client would. */
export async function ask(
  url: string,
  query: string,
  {
    variables,
    operationName,
    headers,
    signal,
  }: {
    variables?: object;
    operationName?: string | undefined;
    headers?: Record<string, string>;
    signal?: AbortSignal | undefined;
  } = {},
): Promise<ClientResponse> {
  const response = await request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables, operationName }),
    signal: signal ?? null,
  });
  const text = await response.body.text();
  const { data, errors } = JSON.parse(text);
  return { status: response.statusCode, headers: response.headers, text, data, errors };
}
