import type { SubgraphContext } from '@hub/subgraph-kit';
import { z } from 'zod';
import { askHubNow } from '../exchange/ask-hub-now';

const QUERY = `query LookUpChild($children: [ID!]!) { childLookUp(childPseudonyms: $children) {
  responsible responsibleName isClaimed isMoving hasOthers } }`;

const [text, flag] = [z.string().nullable(), z.boolean()];
const found = z.object({ responsible: text, responsibleName: text, isClaimed: flag, isMoving: flag, hasOthers: flag });
const answer = z.object({ childLookUp: found.nullable() });

/** What the hub says of a child, or why it could not be asked. */
export type AtHub = { found: z.infer<typeof found>; problem: null } | { found: null; problem: string };

/**
 * Asks the hub of a child. Never throws for the hub: what is known at home is told without it.
 *
 * @param pseudonyms - all that the child may be known by
 */
export async function askHubOfChild(context: SubgraphContext, pseudonyms: readonly string[]): Promise<AtHub> {
  const question = { query: QUERY, variables: { children: pseudonyms }, data: answer };
  const { data, problem } = await askHubNow(context, question, 'looks a child up');
  return data?.childLookUp
    ? { found: data.childLookUp, problem: null }
    : { found: null, problem: problem ?? 'The hub gave no answer.' };
}
