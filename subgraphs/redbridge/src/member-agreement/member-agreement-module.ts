import { SignsMemberAgreement } from '@hub/contract';
import { demonstrationAppointments, type PartnershipModule } from '@hub/partnership';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import { confidentialityPermission, ConfidentialityPermissionRecord } from './confidentiality-permission-record';
import { demonstrationPermissions, demonstrationSignatures } from './demonstration-signatures';
import { loadMemberAgreement } from './load-member-agreement';
import { memberAgreementEvidence } from './member-agreement-evidence';
import { MemberAgreement1763773260000 } from './member-agreement-migration';
import { memberAgreementSchema } from './member-agreement-record';
import { memberSignature, MemberSignatureRecord } from './member-signature-record';
import { MemberSignatures1764900002002 } from './member-signatures-migration';
import { MemberSignatureResolver, SignsMemberAgreementResolver } from './signs-member-agreement-resolver';

/** The agreement that all members in Redbridge must sign (RED-18), and what its chair permits (RED-25). */
export const memberAgreementModule: PartnershipModule = ({ id, facts, factsFolder }) => ({
  capabilities: [SignsMemberAgreement],
  resolvers: [SignsMemberAgreementResolver, MemberSignatureResolver],
  records: [memberSignature, confidentialityPermission],
  facts: [memberAgreementSchema],
  migrations: [MemberAgreement1763773260000, MemberSignatures1764900002002],
  evidence: memberAgreementEvidence,
  async load(manager, options) {
    await loadMemberAgreement(manager, factsFolder);
    await loadDemonstration(manager, 'member-agreement', options, [
      demonstrates(MemberSignatureRecord, () => demonstrationSignatures(id, demonstrationAppointments(id, facts()))),
      demonstrates(ConfidentialityPermissionRecord, () => demonstrationPermissions(id)),
    ]);
  },
});
