import { Arg, Field, ID, InterfaceType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { GroupComposition } from './group-composition';

@InterfaceType({ description: 'A partnership of which a group is made up of those who hold other offices.' })
export abstract class ComposesGroups {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [GroupComposition], {
    nullable: true,
    description:
      'What its document says of the membership of such groups, one a passage, and who belonged by it on a day.',
  })
  @ListSize(2)
  @RequiresScopes('governance:read')
  compositions(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): GroupComposition[] | null {
    return resolvedElsewhere('ComposesGroups.compositions');
  }
}
