import { ComposesGroups, DateScalar, GroupComposition, todayInLondon } from '@hub/contract';
import { bodies, chairsOn } from '@hub/partnership';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Compositions } from './compositions-file';

/**
 * Makes the resolver of who makes up a group.
 *
 * @param compositions - what the document says of it.
 */
export function compositionsResolverFor(compositions: () => Compositions): Function {
  @Resolver(() => ComposesGroups)
  class CompositionsResolver {
    @FieldResolver(() => [GroupComposition], { nullable: true })
    async compositions(
      @Ctx() context: SubgraphContext,
      @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
    ) {
      const [all, chairs] = await Promise.all([bodies(context), chairsOn(context, on ?? todayInLondon())]);
      const kindOf = new Map(all.map(({ id, kind }) => [id, kind]));
      return compositions().map(({ body, members, ...composition }) => ({
        ...composition,
        body: all.find(({ id }) => id === body),
        members: chairs.filter(({ bodyId, office }) =>
          members.some(({ offices, ...of }) => {
            const isOf = 'body' in of ? of.body === bodyId : of.kind === kindOf.get(bodyId);
            return isOf && offices.includes(office);
          }),
        ),
      }));
    }
  }
  return CompositionsResolver;
}
