import { SignsMemberAgreement } from '@hub/contract';
import type { PartnershipModule } from '@hub/partnership';
import { loadMemberAgreement } from './load-member-agreement';
import { MemberAgreement1763773260000 } from './member-agreement-migration';
import { memberAgreementSchema } from './member-agreement-record';
import { SignsMemberAgreementResolver } from './signs-member-agreement-resolver';

/** The agreement that all members in Redbridge must sign (RED-18). */
export const memberAgreementModule: PartnershipModule = ({ factsFolder }) => ({
  capabilities: [SignsMemberAgreement],
  resolvers: [SignsMemberAgreementResolver],
  facts: [memberAgreementSchema],
  migrations: [MemberAgreement1763773260000],
  load: (manager) => loadMemberAgreement(manager, factsFolder),
});
