import type { SubgraphContext } from '@hub/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { partnerships } from './directory-loaders';
import { LocalPartnership } from './local-partnership';

/** How many partnerships an answer about London rests on. A partial sum is never passed off as a total. */
@ObjectType({ description: 'How many partnerships an answer about London rests on, and who is missing from it.' })
export class Coverage {
  @Field(() => Int, { description: 'Partnerships that answered.' })
  answered!: number;

  @Field(() => Int, { description: 'Partnerships that were asked.' })
  expected!: number;

  @Field(() => [LocalPartnership], { description: 'Partnerships that were asked and did not answer.' })
  missing!: LocalPartnership[];
}

/**
 * The coverage of an answer.
 *
 * @param answeredIds - ids of the partnerships that answered.
 * @param expectedIds - ids of those that were asked. @default all of the directory
 */
export async function coverageOf(
  context: SubgraphContext,
  answeredIds: ReadonlySet<string>,
  expectedIds?: ReadonlySet<string>,
): Promise<Coverage> {
  const expected = (await partnerships(context)).filter(({ id }) => expectedIds?.has(id) ?? true);
  const missing = expected.filter(({ id }) => !answeredIds.has(id));
  return { answered: expected.length - missing.length, expected: expected.length, missing };
}
