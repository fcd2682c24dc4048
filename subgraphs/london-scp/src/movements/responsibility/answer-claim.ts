import {
  AnswerClaimInput,
  chainConfirmed,
  chainWithoutClaim,
  holderOf,
  ListSize,
  LONGEST_ANSWER,
  openClaim,
  RequiresScopes,
  UserError,
} from '@hub/contract';
import { noteUnseen, problem, proseProblems, Refusal, refuseFor, type SubgraphContext } from '@hub/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { coverages } from '../../directory/directory-loaders';
import { procedureRules } from '../../procedures/procedure-loaders';
import { followArrivals } from '../arrivals/follow-arrivals';
import { ChildMovementRecord } from '../child-movement-record';
import { coveringToday } from '../../directory/covering-today';
import { sendToFeed } from '../exchange/send-to-feed';
import { partyCodes } from '../parties/party-codes';
import { personNamed } from '../parties/person-named';
import { chainsOf, lockChild, writeChains } from './chains';
import { keepLinks } from './child-links';
import { ResponsibilityClaim } from './responsibility-claim';
import { ResponsibilityClaimRecord } from './responsibility-records';

@InputType({
  description:
    'What the authority that is responsible for a child says of a claim to be, or the claimant that makes it no longer.',
})
export class AnswerResponsibilityClaimInput extends AnswerClaimInput {
  @Field(() => ID, {
    nullable: true,
    description: "Stable id of the person who answers at home; a partnership's system names it, and nobody else.",
  })
  person?: string | null;
}

@ObjectType({ description: 'Result of answering a claim.' })
@RequiresScopes('movements:write')
export class AnswerResponsibilityClaimPayload {
  @Field(() => ResponsibilityClaim, { nullable: true, description: 'The claim; null where nothing was done.' })
  claim!: ResponsibilityClaim | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/**
 * Takes the answer of the authority that is responsible. Where the claimant is right it is responsible from now on; where it
 * is not, both have said so, and the claim stays until one gives way: the claimant by this, also where the movement by which it
 * claims has ended. The same again changes nothing.
 *
 * @throws Refusal `CLAIM_UNKNOWN`, `SAYS_NOTHING`, `NAMES_SOMEBODY`, `TOO_LONG`, `ROLE_MAY_NOT`, `PERSON_INVALID`.
 */
export async function answerClaim(
  manager: EntityManager,
  context: SubgraphContext,
  { movement: movementId, isRight, answer: given, ...by }: AnswerResponsibilityClaimInput,
): Promise<ResponsibilityClaimRecord> {
  const answer = given.trim();
  refuseFor(...proseProblems('answer', answer, LONGEST_ANSWER));
  const person = personNamed(context, by.person);
  await keepLinks(manager);
  const known = await manager.findOneBy(ResponsibilityClaimRecord, { movementId });
  if (!known) throw new Refusal(claimUnknown(movementId));
  await lockChild(manager, known.childPseudonym);
  const claim = await manager.findOneByOrFail(ResponsibilityClaimRecord, { movementId });
  const chain = (await chainsOf(manager, [claim.childPseudonym])).get(claim.childPseudonym)!;
  const codes = await partyCodes(context);
  const own = by.authority ? codes.filter((code) => code === by.authority) : codes;
  const wasAnswered = claim.answer === answer && claim.answeredBy === person;
  if (wasAnswered && isRight === (claim.settlement === 'CONFIRMED')) return claim;
  const open = openClaim(chain, movementId);
  const givesWay = !isRight && own.includes(claim.claimant);
  if (!open || !(givesWay || own.includes(holderOf(chain)!))) {
    // One that is another's to answer is as one that is not there, but for the record.
    noteUnseen(context, [claim.childPseudonym]);
    throw new Refusal(claimUnknown(movementId));
  }
  const now = await databaseTime(manager);
  const settled = isRight ? chainConfirmed(chain, open, now) : givesWay ? chainWithoutClaim(chain, open, now) : chain;
  if (settled !== chain) {
    const rules = await procedureRules(context);
    await writeChains(manager, new Map([[claim.childPseudonym, settled]]), rules);
    await followArrivals(manager, [claim.childPseudonym], { rules, now: new Date(now) });
  }
  const said = { answer, answeredAt: now, answeredBy: person, metAt: claim.metAt ?? now };
  await manager.update(ResponsibilityClaimRecord, { movementId }, said);
  await sayOnFeed(manager, context, movementId, [claim.claimant, holderOf(chain)!]);
  return manager.findOneByOrFail(ResponsibilityClaimRecord, { movementId });
}

async function sayOnFeed(
  manager: EntityManager,
  context: SubgraphContext,
  movementId: string,
  concerned: readonly string[],
): Promise<void> {
  const { id, originCode, destinationCode } = await manager.findOneByOrFail(ChildMovementRecord, { id: movementId });
  const movement = { id, origin: originCode, destination: destinationCode, concerned };
  await sendToFeed(manager, movement, coveringToday(await coverages(context)));
}

/** By the clock of the database, which all processes of the hub share. */
async function databaseTime(manager: EntityManager): Promise<string> {
  const [{ now }] = await manager.query<[{ now: Date }]>('SELECT clock_timestamp() AS now');
  return now.toISOString();
}

function claimUnknown(movementId: string) {
  const message = `There is no claim by ${movementId.slice(0, 100)} for your authority to answer. Take one of responsibilityClaims.`;
  return problem('movement', 'CLAIM_UNKNOWN', message);
}
