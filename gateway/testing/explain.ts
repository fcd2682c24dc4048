import { request } from 'undici';

/** What `/explain` answers. */
export interface ExplainResponse {
  status: number;
  text: string;
  // A test looks into whatever it asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  told: any;
  requestId: string;
}

/** Asks a running gateway how an operation is answered, and has it run if need be. */
export async function explain(
  url: string,
  query: string,
  { run = false, headers = {} }: { run?: boolean; headers?: Record<string, string> } = {},
): Promise<ExplainResponse> {
  const response = await request(`${url}/explain${run ? '?run=true' : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const text = await response.body.text();
  const requestId = String(response.headers['x-request-id']);
  return { status: response.statusCode, text, told: JSON.parse(text), requestId };
}
