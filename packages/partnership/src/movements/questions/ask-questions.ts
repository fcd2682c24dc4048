import type { SubgraphContext } from '@hub/subgraph-kit';
import { z } from 'zod';
import { askHubNow } from '../exchange/ask-hub-now';
import { ownAuthority } from '../own-api/own-authority';
import { AskedArrival, ClaimAtHub, OpenQuestions } from './own-questions';

const PAGE = 'pageInfo { hasNextPage }';
const QUERY = `query OpenQuestions {
  arrivalQuestions(first: 100) { ${PAGE} edges { node {
    id childPseudonym asking asked isNamed isToldByHub arrivedOn since isKnown reason clock { dueOn } } } }
  responsibilityClaims(first: 100) { ${PAGE} edges { node {
    movement childPseudonym claimant responsible owner since answer clock { dueOn } } } } }`;

const [text, maybe] = [z.string(), z.string().nullable()];
const clock = z.object({ dueOn: maybe });
const pages = <Node extends z.ZodType>(node: Node) =>
  z.object({ pageInfo: z.object({ hasNextPage: z.boolean() }), edges: z.array(z.object({ node })) });
const answer = z.object({
  arrivalQuestions: pages(
    z.object({
      ...{ id: text, childPseudonym: text, asking: text, asked: text, isNamed: z.boolean(), isToldByHub: z.boolean() },
      ...{ arrivedOn: text, since: text, isKnown: z.boolean().nullable(), reason: maybe, clock },
    }),
  ),
  responsibilityClaims: pages(
    z.object({
      ...{ movement: text, childPseudonym: text, claimant: text, responsible: maybe, owner: maybe, since: text },
      ...{ answer: maybe, clock },
    }),
  ),
});

/** What the caller's authority is asked, and asks; of the partnership's system, all that it covers. Never throws for the hub. */
export async function askQuestions(context: SubgraphContext): Promise<OpenQuestions> {
  const { isSystem, code } = ownAuthority(context);
  const isOwn = (...codes: (string | null)[]) => isSystem || codes.includes(code);
  const question = { query: QUERY, variables: {}, data: answer };
  const { data, problem } = await askHubNow(context, question, 'reads what is asked of it');
  if (data === null) {
    return Object.assign(new OpenQuestions(), { arrivals: null, claims: null, hasMore: false, hubProblem: problem });
  }
  const { arrivalQuestions, responsibilityClaims } = data;
  const arrivals = arrivalQuestions.edges
    .filter(({ node }) => isOwn(node.asking, node.asked))
    .map(({ node: { clock: limit, ...said } }) => Object.assign(new AskedArrival(), said, limit));
  const claims = responsibilityClaims.edges
    .filter(({ node }) => isOwn(node.claimant, node.responsible))
    .map(({ node: { clock: limit, ...said } }) => Object.assign(new ClaimAtHub(), said, limit));
  const hasMore = [arrivalQuestions, responsibilityClaims].some(({ pageInfo }) => pageInfo.hasNextPage);
  return Object.assign(new OpenQuestions(), { arrivals, claims, hasMore, hubProblem: problem });
}
