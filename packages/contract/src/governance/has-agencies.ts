import { Field, ID, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { Agency } from './agency';

@InterfaceType({ description: 'A partnership that publishes the agencies its document names.' })
export abstract class HasAgencies {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [Agency], { nullable: true, description: 'Its agencies and offices, by id.' })
  @ListSize(10)
  @Public()
  agencies!: Agency[] | null;
}
