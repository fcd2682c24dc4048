import { recognisableIn } from '@hub/access';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { readRelaySettings } from '../background/relay-settings';
import { askHub, type HubQuestion } from './hub-client';
import { HubProblem } from './hub-problem';

/** How long somebody who waits for the hub does, in milliseconds. */
const PATIENCE_MS = 5_000;

/** What the hub answered, or why it could not be asked. */
export type AnswerOfHub<Data> = { data: Data; problem: string | null } | { data: null; problem: string };

/**
 * Asks the hub while somebody waits, in the name of the partnership's system. Who asks is in the reason, so that the hub's record
 * leads to that of the partnership. Never throws for the hub.
 *
 * @param doing - what they do, as `looks a child up`
 */
export async function askHubNow<Data>(
  context: SubgraphContext,
  question: HubQuestion<Data>,
  doing: string,
): Promise<AnswerOfHub<Data>> {
  const hub = readRelaySettings(context.env);
  if (hub === null) return { data: null, problem: 'This partnership is connected to no hub (HUB_URL is not set).' };
  const ending = new AbortController();
  const ended = context.deadline.onOver(() => ending.abort());
  try {
    const call = { hub, signal: ending.signal, limitMs: PATIENCE_MS, reason: reasonOf(context, doing) };
    return await askHub(question, call);
  } catch (error) {
    if (error instanceof HubProblem) return { data: null, problem: error.message };
    throw error;
  } finally {
    ended();
  }
}

function reasonOf({ requestIdentity: { caller } }: SubgraphContext, doing: string): string {
  const { person, role, organisation } = caller!;
  // A person's id may be their address, which no reason may have.
  const who = recognisableIn(person) === null ? ` (${person})` : '';
  return `The ${role} of ${organisation} ${doing}${who}.`;
}
