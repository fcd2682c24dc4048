import { MemberAgreement, SignsMemberAgreement } from '@hub/contract';
import { type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { MemberAgreementRecord } from './member-agreement-record';

const memberAgreement = wholeTable(MemberAgreementRecord);

/** The agreement that members sign. */
@Resolver(() => SignsMemberAgreement)
export class SignsMemberAgreementResolver {
  @FieldResolver(() => MemberAgreement, { nullable: true })
  async memberAgreement(@Ctx() context: SubgraphContext) {
    return (await memberAgreement(context))[0] ?? null;
  }
}
