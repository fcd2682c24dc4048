import { Field, ID, InterfaceType } from 'type-graphql';
import { LayMember } from '../types/lay-member';

/** A partnership that appoints lay members for a term of office. */
@InterfaceType({ description: 'A partnership that appoints lay members for a term of office.' })
export abstract class AppointsLayMembers {
  @Field(() => ID, { description: 'Id of the partnership.' })
  id!: string;

  @Field(() => [LayMember], { nullable: true, description: 'Its lay members, the earliest appointed first.' })
  layMembers!: LayMember[] | null;
}
