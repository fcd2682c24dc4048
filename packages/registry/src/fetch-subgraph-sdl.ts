import { parse } from 'graphql';
import { Agent, request } from 'undici';
import { SubgraphSdlError } from './subgraph-sdl-error';

/** How to ask for a subgraph's schema. */
export interface FetchSubgraphSdlOptions {
  /** The name that errors use. @default the host and port of the address */
  name?: string;
  /** How long the whole exchange may take, in milliseconds. @default 5000 */
  timeoutMs?: number;
  /** Makes the bearer token of a body. @default none is sent */
  sign?: ((body: string) => string) | undefined;
}

/** The largest answer that is read, in bytes: room for the London SCP's own with as many partnerships as England has. */
const LARGEST = 4 * 2 ** 20;

/** What is larger is cut off. */
const agent = new Agent({ maxResponseSize: LARGEST });

const SDL_QUERY = JSON.stringify({ query: '{ _service { sdl } }' });

/**
 * Asks a running subgraph for its schema.
 *
 * @throws SubgraphSdlError naming the subgraph, what was wrong and the remedy.
 */
export async function fetchSubgraphSdl(
  url: string,
  { name = new URL(url).host, timeoutMs = 5000, sign }: FetchSubgraphSdlOptions = {},
): Promise<string> {
  let { status, text } = await post(url, name, timeoutMs, sign?.(SDL_QUERY));
  // One that knows no hub takes its token for a bad one of its own people, and tells its schema to everybody.
  if (status === 401 && sign) ({ status, text } = await post(url, name, timeoutMs));
  if (status !== 200) {
    throw new SubgraphSdlError(
      'SUBGRAPH_SDL_INVALID',
      name,
      [`HTTP ${status}`, messageIn(text)].filter(Boolean).join(': '),
    );
  }
  const sdl = sdlOf(text);
  if (!sdl) {
    throw new SubgraphSdlError('SUBGRAPH_SDL_INVALID', name, 'the answer has no data._service.sdl');
  }
  try {
    parse(sdl, { noLocation: true });
  } catch (cause) {
    const reason = `its SDL does not parse (${(cause as Error).message})`;
    throw new SubgraphSdlError('SUBGRAPH_SDL_INVALID', name, reason, { cause });
  }
  return sdl;
}

async function post(url: string, name: string, timeoutMs: number, token?: string) {
  try {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', accept: 'application/json' },
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: SDL_QUERY,
      dispatcher: agent,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: statusCode, text: await body.text() };
  } catch (cause) {
    const { name: kind, code, message } = cause as Error & { code?: string | number };
    if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
      const tooLarge = `the answer is larger than ${LARGEST} bytes`;
      throw new SubgraphSdlError('SUBGRAPH_SDL_INVALID', name, tooLarge, { cause });
    }
    const reason = kind === 'TimeoutError' ? `no answer within ${timeoutMs} ms` : message || String(code);
    throw new SubgraphSdlError('SUBGRAPH_SDL_UNREACHABLE', name, reason, { cause });
  }
}

function sdlOf(text: string): string | undefined {
  try {
    const sdl: unknown = JSON.parse(text)?.data?._service?.sdl;
    return typeof sdl === 'string' && sdl.trim() ? sdl : undefined;
  } catch {
    return undefined;
  }
}

/** What a subgraph says of its refusal. */
function messageIn(text: string): string | undefined {
  try {
    const message: unknown = JSON.parse(text)?.errors?.[0]?.message;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
