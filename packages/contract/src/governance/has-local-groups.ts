import { Field, ID, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { Body } from './body';

@InterfaceType({ description: 'A partnership of several local authorities that has a group for each.' })
export abstract class HasLocalGroups {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [Body], { nullable: true, description: 'Those of its bodies that serve one local authority each.' })
  @ListSize(3)
  @Public()
  localGroups!: Body[] | null;
}
