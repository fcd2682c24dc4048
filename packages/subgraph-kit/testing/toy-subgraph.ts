import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { defineGroupLoader } from '../src/define-loader';
import type { SubgraphContext } from '../src/subgraph-context';
import type { SubgraphDefinition } from '../src/subgraph-definition';
import { Body, HaveringPartnership, LambethPartnership, LocalPartnership, RunsLearningHubs, Sector } from './toy-types';

/** The keys of each batch that was loaded, for tests to look at. */
export const batches: (readonly string[])[] = [];

const loadBodies = defineGroupLoader<string, Body & { of: string }>(
  async (keys) => {
    batches.push(keys);
    return keys.flatMap((of) => [
      { of, id: `${of}:1`, sector: Sector.HEALTH, motto: 'care' },
      { of, id: `${of}:2`, sector: Sector.POLICE, motto: 'keep' },
    ]);
  },
  ({ of }) => of,
);

/** Field resolvers of the interface, which every concrete type uses. */
@Resolver(() => LocalPartnership)
export class LocalPartnershipResolver {
  @FieldResolver(() => [Body], { nullable: true })
  bodies(@Root() partnership: LocalPartnership, @Ctx() context: SubgraphContext) {
    return loadBodies(context).load(partnership.id);
  }

  @FieldResolver(() => [Body])
  async bodiesOf(
    @Arg('sector', () => Sector, { nullable: true, defaultValue: Sector.POLICE }) sector: Sector,
    @Root() partnership: LocalPartnership,
    @Ctx() context: SubgraphContext,
  ) {
    const bodies = await loadBodies(context).load(partnership.id);
    return bodies.filter((body) => body.sector === sector);
  }
}

/** Root fields: a list of interface values, and ways to fail. */
@Resolver()
export class RootResolver {
  @Query(() => [LocalPartnership], { description: 'Every partnership.' })
  partnerships() {
    return [instance(HaveringPartnership, 'havering'), { __typename: 'LambethPartnership', id: 'lambeth' }];
  }

  @Query(() => String, { nullable: true })
  fails(@Arg('how', () => String) how: string) {
    if (how === 'deliberately') {
      throw new GraphQLError('You may not.', { extensions: { code: 'FORBIDDEN' } });
    }
    throw Object.assign(new Error('secret detail'), { extensions: { code: 'FORBIDDEN' } });
  }
}

/** A subgraph without root fields, as a borough's is. */
export const borough = {
  name: 'borough',
  resolvers: [LocalPartnershipResolver],
  types: [HaveringPartnership, LambethPartnership, RunsLearningHubs],
  references: [
    { typeName: 'HaveringPartnership', resolve: ({ id }) => find(HaveringPartnership, id) },
    { typeName: 'LambethPartnership', resolve: async ({ id }) => find(LambethPartnership, id) },
  ],
  database: { entities: [], migrations: [] },
} satisfies SubgraphDefinition;

/** The same with root fields. */
export const london = {
  ...borough,
  name: 'london',
  resolvers: [LocalPartnershipResolver, RootResolver],
} satisfies SubgraphDefinition;

function find<T extends { id: string }>(type: new () => T, id: unknown): T | null {
  return typeof id === 'string' && id !== 'unknown' ? instance(type, id) : null;
}

function instance<T extends { id: string }>(type: new () => T, id: string): T {
  return Object.assign(new type(), { id });
}
