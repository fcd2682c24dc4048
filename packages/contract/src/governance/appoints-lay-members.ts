import { Field, ID, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { LayMember } from './lay-member';

@InterfaceType({ description: 'A partnership that appoints lay members for a term of office.' })
export abstract class AppointsLayMembers {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [LayMember], { nullable: true, description: 'Its lay members, the earliest appointed first.' })
  @ListSize(6)
  @RequiresScopes('governance:read')
  layMembers!: LayMember[] | null;
}
