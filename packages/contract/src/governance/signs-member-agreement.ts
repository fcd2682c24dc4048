import { Field, ID, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { MemberAgreement } from './member-agreement';

@InterfaceType({ description: 'A partnership whose members sign an agreement.' })
export abstract class SignsMemberAgreement {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => MemberAgreement, { nullable: true, description: 'What its members sign.' })
  @Public()
  memberAgreement!: MemberAgreement | null;
}
