import { ListSize, Public } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { partnerships } from './directory-loaders';
import { DIRECTORY_SIZE } from './directory-size';
import { LocalPartnership } from './local-partnership';

/** How many partnerships an answer about London rests on. A partial sum is never passed off as a total. */
@ObjectType({
  description:
    'How many partnerships an answer about London rests on, who is missing from it, and who does not do this through the hub.',
})
@Public()
export class Coverage {
  @Field(() => Int, { description: 'Partnerships that answered.' })
  answered!: number;

  @Field(() => Int, { description: 'Partnerships that were asked: those that do this through the hub.' })
  expected!: number;

  @Field(() => [LocalPartnership], { description: 'Partnerships that were asked and did not answer.' })
  @ListSize(DIRECTORY_SIZE)
  missing!: LocalPartnership[];

  @Field(() => [LocalPartnership], {
    description:
      'Partnerships that do not do this through the hub, and were not asked. Whether they do it elsewhere is not known here.',
  })
  @ListSize(DIRECTORY_SIZE)
  notThroughHub!: LocalPartnership[];

  @Field(() => Int, { description: 'Local authorities that the partnerships which answered cover today.' })
  localAuthorities?: number;

  @Field(() => Int, { description: 'Local authorities of London, covered or not.' })
  londonAuthorities?: number;

  /** Ids of the partnerships that answered. */
  answeredBy!: ReadonlySet<string>;
}

/** Whether an answer rests on every partnership of the directory, so that its sums are those of all. */
export const isWhole = ({ missing, notThroughHub }: Coverage): boolean => missing.length + notThroughHub.length === 0;

/** Partnerships by their ids. */
export interface CoveredIds {
  /** Those that answered. */
  answered: ReadonlySet<string>;
  /** Those that do not do through the hub what was asked. */
  notThroughHub: ReadonlySet<string>;
}

/** The coverage of an answer for which every partnership of the directory was asked that does this through the hub. */
export async function coverageOf(context: SubgraphContext, ids: CoveredIds): Promise<Coverage> {
  const all = await partnerships(context);
  const isNot = ({ id }: LocalPartnership) => ids.notThroughHub.has(id) && !ids.answered.has(id);
  const notThroughHub = all.filter(isNot);
  const expected = all.filter((one) => !isNot(one));
  const missing = expected.filter(({ id }) => !ids.answered.has(id));
  const counted = { answered: expected.length - missing.length, expected: expected.length };
  return { ...counted, missing, notThroughHub, answeredBy: ids.answered };
}
