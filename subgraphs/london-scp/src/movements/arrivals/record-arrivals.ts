import { isPseudonym, ListSize, RequiresScopes, DateScalar, unknownAuthority, UserError } from '@hub/contract';
import { problem, Refusal } from '@hub/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { ExchangeDirectory } from '../exchange/exchange-directory';
import { sendToFeed } from '../exchange/send-to-feed';
import { lockChild } from '../responsibility/chains';
import { childrenKnownAs, keepLinks } from '../responsibility/child-links';
import { ChildArrivalRecord } from './arrival-records';
import { followArrivals } from './follow-arrivals';

const ID_FORM = /^[\w.:@-]{1,100}$/;

@InputType({ description: 'A child who arrived without a notice, as a partnership has it.' })
export class ArrivalInput {
  @Field(() => ID, { description: 'Id of its record, as `movement:01J…`. The same again says how it stands now.' })
  id!: string;

  @Field(() => ID, { description: 'Pseudonym of the child.' })
  childPseudonym!: string;

  @Field(() => ID, {
    description:
      'GSS code of the authority that the child is said to come from; `ABROAD:FR` of another country, `UNKNOWN` where nobody knows.',
  })
  origin!: string;

  @Field(() => ID, { description: 'GSS code of the authority in whose area the child arrived.' })
  destination!: string;

  @Field(() => DateScalar, { description: 'The day on which the child arrived.' })
  arrivedOn!: string;

  @Field(() => Boolean, {
    description: 'Whether it is still asked about: false once its record is closed or a notice’s.',
  })
  isOpen!: boolean;
}

@InputType({ description: 'Children who arrived without a notice.' })
export class RecordArrivalsInput {
  @Field(() => [ArrivalInput], { description: '1 to 50 arrivals.' })
  arrivals!: ArrivalInput[];
}

@ObjectType({ description: 'Result of telling the hub of arrivals.' })
@RequiresScopes('movements:write')
export class RecordArrivalsPayload {
  @Field(() => [ID], { description: 'Ids of those that were recorded, now or before.' })
  @ListSize(50)
  recorded!: string[];

  @Field(() => [UserError], { description: 'Why others were not.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/**
 * Records how an arrival stands, and asks about the child. To be run in a transaction.
 *
 * @param sender - id of the partnership whose system says it
 * @throws Refusal `ID_INVALID`, `ID_TAKEN`, `NOT_A_PSEUDONYM`, `NOT_YOUR_AUTHORITY`, `NOT_FROM_ELSEWHERE`,
 * `AUTHORITY_UNKNOWN`, `AUTHORITY_REPLACED`.
 */
export async function recordArrival(
  manager: EntityManager,
  { sender, arrival }: { sender: string; arrival: ArrivalInput },
  { rules, partnershipOf }: ExchangeDirectory,
): Promise<void> {
  const { id, origin, destination, arrivedOn, isOpen } = arrival;
  check(arrival, partnershipOf(destination) === sender);
  await keepLinks(manager);
  const childPseudonym = (await childrenKnownAs(manager, [arrival.childPseudonym])).get(arrival.childPseudonym)!;
  await lockChild(manager, childPseudonym);
  const before = await manager.findOneBy(ChildArrivalRecord, { id });
  if (before && partnershipOf(before.destinationCode) !== sender) {
    throw new Refusal(problem('id', 'ID_TAKEN', `${id.slice(0, 100)} is another partnership's arrival.`));
  }
  const now = new Date();
  const overAt = isOpen ? null : (before?.overAt ?? now.toISOString());
  const row = { id, childPseudonym, originCode: origin, destinationCode: destination, arrivedOn, overAt };
  await manager.upsert(ChildArrivalRecord, row, ['id']);
  await followArrivals(manager, [childPseudonym], { rules, now, ids: [id] });
  const asked = await manager.query<{ asked: string }[]>('SELECT asked FROM arrival_question WHERE arrival_id = $1', [
    id,
  ]);
  const concerned = asked.map((question) => question.asked);
  await sendToFeed(manager, { id, origin, destination, concerned }, partnershipOf);
}

function check({ id, childPseudonym, origin, destination, arrivedOn }: ArrivalInput, isOwn: boolean): void {
  const unknown = unknownAuthority('origin', origin, arrivedOn);
  // Nothing that was given is repeated: it may be a number.
  const problems = [
    !ID_FORM.test(id) && problem('id', 'ID_INVALID', 'An id has 1 to 100 letters, digits and . : @ _ -'),
    !isPseudonym(childPseudonym) &&
      problem('childPseudonym', 'NOT_A_PSEUDONYM', 'Give a pseudonym, as p1:1:…, and never an NHS number.'),
    !isOwn && problem('destination', 'NOT_YOUR_AUTHORITY', 'Name an authority that your partnership covers.'),
    origin === destination && problem('origin', 'NOT_FROM_ELSEWHERE', 'That is the area the child arrived in.'),
    unknown && problem(unknown.field, unknown.code, unknown.message),
  ].filter((one) => typeof one === 'object' && one !== null);
  if (problems.length > 0) throw new Refusal(...problems);
}
