import { ListSize, Public } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { partnerships } from './directory-loaders';
import { DIRECTORY_SIZE } from './directory-size';
import { LocalPartnership } from './local-partnership';

/** How many partnerships an answer about London rests on. A partial sum is never passed off as a total. */
@ObjectType({ description: 'How many partnerships an answer about London rests on, and who is missing from it.' })
@Public()
export class Coverage {
  @Field(() => Int, { description: 'Partnerships that answered.' })
  answered!: number;

  @Field(() => Int, { description: 'Partnerships that were asked.' })
  expected!: number;

  @Field(() => [LocalPartnership], { description: 'Partnerships that were asked and did not answer.' })
  @ListSize(DIRECTORY_SIZE)
  missing!: LocalPartnership[];
}

/**
 * The coverage of an answer that every partnership of the directory was asked for.
 *
 * @param answeredIds - ids of the partnerships that answered.
 */
export async function coverageOf(context: SubgraphContext, answeredIds: ReadonlySet<string>): Promise<Coverage> {
  const expected = await partnerships(context);
  const missing = expected.filter(({ id }) => !answeredIds.has(id));
  return { answered: expected.length - missing.length, expected: expected.length, missing };
}
