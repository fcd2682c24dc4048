import type { z } from 'zod';
import { hubHeaders, type HubAddress } from './hub-address';
import { HubProblem } from './hub-problem';
import { withinTime } from './within-time';

/** How long the hub may take for an answer, in milliseconds. */
const TIME_LIMIT_MS = 15_000;

const REMEDIES: Readonly<Record<number, string>> = {
  401: 'It does not take the token. Renew the file of HUB_TOKEN_FILE.',
  403: 'It does not let this system in. Check the role of the token.',
  429: 'It is asked too often.',
};

/** A question to the hub, and what its answer looks like. */
export interface HubQuestion<Data> {
  query: string;
  variables: Record<string, unknown>;
  data: z.ZodType<Data>;
}

/** What the hub answered. */
export interface HubAnswer<Data> {
  data: Data;
  /** What is said of what is missing in `data`; null where nothing is. */
  problem: string | null;
}

/** Who is asked, and until when. */
export interface HubCall {
  hub: HubAddress;
  /** Ends the call early. */
  signal: AbortSignal;
  /** How long the hub may take, in milliseconds. @default 15 seconds */
  limitMs?: number;
  /** What it is asked for, in words. @default the exchange of messages */
  reason?: string;
}

interface Answer {
  data?: unknown;
  errors?: readonly { extensions?: { code?: unknown } }[];
}

/**
 * Asks the hub once.
 *
 * @throws HubProblem where it gives no answer that can be used.
 */
export async function askHub<Data>(
  { query, variables, data }: HubQuestion<Data>,
  call: HubCall,
): Promise<HubAnswer<Data>> {
  const answer = await post(call, JSON.stringify({ query, variables }));
  const codes = new Set(answer.errors?.map(({ extensions }) => String(extensions?.code ?? 'an error without a code')));
  const problem = codes.size > 0 ? `The hub answered with ${[...codes].join(', ')}.` : null;
  const read = data.safeParse(answer.data);
  if (read.success) return { data: read.data, problem };
  throw new HubProblem(problem ?? "The hub's answer is not what was asked for. Is HUB_URL the hub's?");
}

async function post({ hub, signal, limitMs: ms = TIME_LIMIT_MS, reason }: HubCall, body: string): Promise<Answer> {
  const headers = { ...(await hubHeaders(hub, reason)), 'content-type': 'application/json' };
  try {
    return await withinTime({ signal, ms }, async (limit) => {
      const response = await fetch(`${hub.url}/graphql`, {
        ...{ method: 'POST', headers, body, redirect: 'error', signal: limit },
      });
      if (response.ok) return (await response.json()) as Answer;
      await response.body?.cancel();
      throw new HubProblem(problemOfStatus(response.status));
    });
  } catch (error) {
    throw error instanceof HubProblem ? error : new HubProblem(problemOf(error, ms));
  }
}

/** What a status of the hub means, in words. */
export function problemOfStatus(status: number): string {
  return [`The hub answered with status ${status}.`, ...(REMEDIES[status] ? [REMEDIES[status]] : [])].join(' ');
}

function problemOf(error: unknown, ms: number): string {
  const { name, cause } = error as Error;
  if (name === 'TimeoutError') return `The hub did not answer within ${ms / 1_000} seconds.`;
  if (name === 'SyntaxError') return "The hub answered with something that is no JSON. Is HUB_URL the hub's?";
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  return `The hub cannot be reached${code ? ` (${code})` : ''}.`;
}
