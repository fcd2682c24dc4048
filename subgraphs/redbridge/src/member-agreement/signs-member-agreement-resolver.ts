import {
  Appointment,
  ConfidentialityPermissionConnection,
  DateScalar,
  MemberAgreement,
  MemberSignature,
  SignsMemberAgreement,
  todayInLondon,
} from '@hub/contract';
import { allAppointments } from '@hub/partnership';
import { pagesOf, type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { confidentialityPermission } from './confidentiality-permission-record';
import { memberSignatures, membersOn } from './member-agreement-loaders';
import { MemberAgreementRecord } from './member-agreement-record';
import type { MemberSignatureRecord } from './member-signature-record';

const memberAgreement = wholeTable(MemberAgreementRecord);
const permissionPage = pagesOf(confidentialityPermission);

/** The agreement that members sign, who has and who has not, and what the chair permitted. */
@Resolver(() => SignsMemberAgreement)
export class SignsMemberAgreementResolver {
  @FieldResolver(() => MemberAgreement, { nullable: true })
  async memberAgreement(@Ctx() context: SubgraphContext) {
    return (await memberAgreement(context))[0] ?? null;
  }

  @FieldResolver(() => [MemberSignature], { nullable: true })
  memberSignatures(@Ctx() context: SubgraphContext) {
    return memberSignatures(context);
  }

  @FieldResolver(() => [Appointment], { nullable: true })
  async unsignedMembers(
    @Ctx() context: SubgraphContext,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ) {
    const members = await membersOn(context, on ?? todayInLondon());
    return members.flatMap(({ member, signedOn }) => (signedOn === null ? [member] : []));
  }

  @FieldResolver(() => ConfidentialityPermissionConnection, { nullable: true })
  confidentialityPermissions(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    return permissionPage(context, first, after);
  }
}

/** What a signature leads to. */
@Resolver(() => MemberSignature)
export class MemberSignatureResolver {
  @FieldResolver(() => Appointment)
  async appointment(@Root() { id, appointmentReference }: MemberSignatureRecord, @Ctx() context: SubgraphContext) {
    const found = (await allAppointments(context)).find(({ reference }) => reference === appointmentReference);
    if (!found) throw new Error(`Signature ${id} names an appointment that is not stored.`);
    return found;
  }
}
