import { recognisableIn } from '@hub/access';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { z } from 'zod';
import { readRelaySettings } from '../background/relay-settings';
import { askHub } from '../exchange/hub-client';
import { HubProblem } from '../exchange/hub-problem';

/** How long somebody who looks a child up waits for the hub, in milliseconds. */
const PATIENCE_MS = 5_000;

const QUERY = `query LookUpChild($children: [ID!]!) { childLookUp(childPseudonyms: $children) {
  responsible responsibleName isClaimed isMoving hasOthers } }`;

const [text, flag] = [z.string().nullable(), z.boolean()];
const found = z.object({ responsible: text, responsibleName: text, isClaimed: flag, isMoving: flag, hasOthers: flag });
const answer = z.object({ childLookUp: found.nullable() });

/** What the hub says of a child, or why it could not be asked. */
export type AtHub = { found: z.infer<typeof found>; problem: null } | { found: null; problem: string };

/**
 * Asks the hub of a child, in the name of the partnership's system. Who looks is in the reason, so that the hub's record leads
 * to that of the partnership. Never throws for the hub: what is known at home is told without it.
 *
 * @param pseudonyms - all that the child may be known by
 */
export async function askHubOfChild(context: SubgraphContext, pseudonyms: readonly string[]): Promise<AtHub> {
  const hub = readRelaySettings(context.env);
  if (hub === null) return { found: null, problem: 'This partnership is connected to no hub (HUB_URL is not set).' };
  const ending = new AbortController();
  const ended = context.deadline.onOver(() => ending.abort());
  try {
    const call = { hub, signal: ending.signal, limitMs: PATIENCE_MS, reason: reasonOf(context) };
    const { data, problem } = await askHub({ query: QUERY, variables: { children: pseudonyms }, data: answer }, call);
    return data.childLookUp
      ? { found: data.childLookUp, problem: null }
      : { found: null, problem: problem ?? 'The hub gave no answer.' };
  } catch (error) {
    if (error instanceof HubProblem) return { found: null, problem: error.message };
    throw error;
  } finally {
    ended();
  }
}

function reasonOf({ requestIdentity: { caller } }: SubgraphContext): string {
  const { person, role, organisation } = caller!;
  // A person's id may be their address, which no reason may have.
  const who = recognisableIn(person) === null ? ` (${person})` : '';
  return `The ${role} of ${organisation} looks a child up${who}.`;
}
