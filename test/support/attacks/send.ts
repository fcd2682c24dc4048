import { Agent, fetch, type Headers } from 'undici';

/** An answer as it came over the wire: an attacker looks at more than the data. */
export interface Reply {
  status: number;
  headers: Headers;
  /** The id under which whoever answered knows the request. */
  requestId: string;
  /** The body, to the byte. */
  text: string;
  // Read by its shape, as a client does.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  /** Codes of the errors. */
  codes: unknown[];
}

/**
 * Posts a body that is already text: what is signed is its bytes.
 *
 * @param from - an address of the loopback network to ask from: whoever has no token is counted by it. @default 127.0.0.1
 */
export async function send(
  url: string,
  body: string,
  headers: Record<string, string> = {},
  from?: string,
): Promise<Reply> {
  const dispatcher = from === undefined ? undefined : new Agent({ localAddress: from });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    ...(dispatcher && { dispatcher }),
  });
  const text = await response.text();
  await dispatcher?.close();
  const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: { extensions?: { code?: unknown } }[] };
  return {
    status: response.status,
    headers: response.headers,
    requestId: response.headers.get('x-request-id')!,
    text,
    data,
    codes: errors.map(({ extensions }) => extensions?.code),
  };
}

/** The header of a token. */
export function bearer(token: string): { authorization: string } {
  return { authorization: `Bearer ${token}` };
}
