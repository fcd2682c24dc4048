import { localAuthorityOf } from '@hub/access';
import { noteUnseen, type SubgraphContext } from '@hub/subgraph-kit';
import { namingProblems, pseudonymsOfChild } from '../mutations/named-child';
import { ownMovementsOfChild } from '../own-api/own-movements';
import { askHubOfChild } from './ask-hub-of-child';
import { ChildAtHub, OwnChildLookUp, type LookUpChildInput } from './own-child-look-up';

/** Looks a child up: what one's own authority has of it, and what the hub says. Whoever looks is on record, with the child. */
export async function lookUpChild(
  context: SubgraphContext,
  { isUnborn, ...child }: LookUpChildInput,
): Promise<OwnChildLookUp> {
  const userErrors = namingProblems(child, isUnborn);
  if (userErrors.length > 0) return Object.assign(new OwnChildLookUp(), { ...NOBODY, userErrors });
  const authority = localAuthorityOf(context.requestIdentity.caller) ?? '';
  const pseudonyms = pseudonymsOfChild(context, child, { authority, isUnborn });
  const [childPseudonym, ...older] = pseudonyms;
  noteUnseen(context, older);
  const [movements, { found, problem }] = await Promise.all([
    ownMovementsOfChild(context, pseudonyms),
    askHubOfChild(context, pseudonyms),
  ]);
  const atHub = found && Object.assign(new ChildAtHub(), found);
  return Object.assign(new OwnChildLookUp(), { childPseudonym, movements, atHub, hubProblem: problem, userErrors });
}

const NOBODY = { childPseudonym: null, movements: null, atHub: null, hubProblem: null };
