import { isGlassBroken } from '@hub/access';
import { holderOf, isPseudonym, nameOfAuthority, type ResponsibilityChain } from '@hub/contract';
import { noteUnseen, type SubgraphContext } from '@hub/subgraph-kit';
import { GraphQLError } from 'graphql';
import { ChildMovementRecord } from '../child-movement-record';
import { partyCodes } from '../parties/party-codes';
import { chainsOf } from '../responsibility/chains';
import { childrenKnownAs } from '../responsibility/child-links';
import { ChildLookUp } from './child-look-up';

/** Pseudonyms of one child: one of each key that there was. */
const MOST_PSEUDONYMS = 20;
const MOST_MOVEMENTS = 100;

/**
 * Looks a child up by its pseudonyms. Whoever asks learns which authority is responsible, and beside that no more than a party
 * does; that they asked is on record with the child, be there a notice or not.
 *
 * @throws GraphQLError where something is no pseudonym. It is not repeated: it may be a number.
 */
export async function lookUpChild(context: SubgraphContext, given: readonly string[]): Promise<ChildLookUp> {
  if (given.length === 0 || given.length > MOST_PSEUDONYMS || !given.every(isPseudonym)) {
    const remedy = `Give 1 to ${MOST_PSEUDONYMS} pseudonyms of one child, as p1:1:…, and never an NHS number.`;
    throw new GraphQLError(remedy, { extensions: { code: 'BAD_USER_INPUT', argument: 'childPseudonyms' } });
  }
  const { manager } = context.dataSource;
  const pseudonyms = [...new Set((await childrenKnownAs(manager, given)).values())];
  const parties = { any: isGlassBroken(context.requestIdentity), codes: await partyCodes(context) };
  const isParty = '(:any OR movement.originCode = ANY(:codes) OR movement.destinationCode = ANY(:codes))';
  const ofChild = manager
    .createQueryBuilder(ChildMovementRecord, 'movement')
    .where('movement.childPseudonym = ANY(:pseudonyms)', { pseudonyms });
  const movements = await ofChild
    .clone()
    .andWhere(isParty, parties)
    .orderBy('movement.notifiedOn', 'DESC')
    .addOrderBy('movement.id', 'DESC')
    .limit(MOST_MOVEMENTS)
    .getMany();
  const standing = await ofChild
    .clone()
    .select(`coalesce(bool_or(NOT ${isParty}), false)`, 'hasOthers')
    .addSelect('coalesce(bool_or(movement.closedAt IS NULL), false)', 'isMoving')
    .setParameters(parties)
    .getRawOne<{ hasOthers: boolean; isMoving: boolean }>();
  const chains = await chainsOf(manager, pseudonyms);
  const [known, chain] = latest(chains) ?? [pseudonyms[0]!, null];
  noteUnseen(
    context,
    [...given, ...pseudonyms].filter((pseudonym) => pseudonym !== known),
  );
  const responsible = chain && holderOf(chain);
  return Object.assign(new ChildLookUp(), {
    ...{ childPseudonym: known, responsible, responsibleName: responsible && nameOfAuthority(responsible) },
    isClaimed: chain?.claims.some(({ settlement }) => settlement === null) ?? false,
    ...{ ...standing, movements },
  });
}

/** The chain that came on last, where a child has several, since a key was rotated. */
function latest(chains: ReadonlyMap<string, ResponsibilityChain>): [string, ResponsibilityChain] | undefined {
  const began = ([, { periods }]: [string, ResponsibilityChain]) => periods.at(-1)!.from;
  return [...chains]
    .filter(([, { periods }]) => periods.length > 0)
    .sort((one, other) => (began(one) < began(other) ? 1 : -1))[0];
}
