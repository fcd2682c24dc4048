import { Field, ID, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { Priority } from './priority';

@InterfaceType({ description: 'A partnership that publishes its safeguarding priorities.' })
export abstract class SetsPriorities {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [Priority], { nullable: true, description: 'Its priorities.' })
  @ListSize(5)
  @Public()
  priorities!: Priority[] | null;
}
