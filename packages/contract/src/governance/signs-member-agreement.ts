import { Arg, Field, ID, Int, InterfaceType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Paged } from '../cost/paged';
import type { Connection } from '../paging/connection';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { Appointment } from './appointment';
import { ConfidentialityPermissionConnection, type ConfidentialityPermission } from './confidentiality-permission';
import { MemberAgreement } from './member-agreement';
import { MemberSignature } from './member-signature';

@InterfaceType({ description: 'A partnership whose members sign an agreement.' })
export abstract class SignsMemberAgreement {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => MemberAgreement, { nullable: true, description: 'What its members sign.' })
  @Public()
  memberAgreement!: MemberAgreement | null;

  @Field(() => [MemberSignature], { nullable: true, description: 'Who has signed it, the latest first.' })
  @ListSize(20)
  @RequiresScopes('governance:read')
  memberSignatures!: MemberSignature[] | null;

  @Field(() => [Appointment], { nullable: true, description: 'Members on a day who had not signed it by then.' })
  @ListSize(5)
  @RequiresScopes('governance:read')
  unsignedMembers(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): Appointment[] | null {
    return resolvedElsewhere('SignsMemberAgreement.unsignedMembers');
  }

  @Field(() => ConfidentialityPermissionConnection, {
    nullable: true,
    description: 'What the Independent Chair permitted to be passed on, latest first.',
  })
  @Paged()
  @RequiresScopes('governance:read')
  confidentialityPermissions(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<ConfidentialityPermission> | null {
    return resolvedElsewhere('SignsMemberAgreement.confidentialityPermissions');
  }
}
