import { AssuresPractice } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { assuranceArrangementSchema } from './assurance-arrangement-record';
import { assuranceEvidence } from './assurance-evidence';
import { Assurance1764900003100 } from './assurance-migration';
import { AssuresPracticeResolver } from './assures-practice-resolver';
import { challengeEscalation, ChallengeEscalationRecord } from './challenge-escalation-record';
import { professionalChallenge, ProfessionalChallengeRecord } from './challenge-record';
import { challengeResolution } from './challenge-resolution-record';
import { ChallengeResolver } from './challenge-resolver';
import { demonstrationAudits, demonstrationChallenges, demonstrationScrutiny } from './demonstration-assurance';
import { loadAssuranceArrangement } from './load-assurance-arrangement';
import { practiceAudit, PracticeAuditRecord } from './practice-audit-record';
import { scrutinyActivity, ScrutinyActivityRecord } from './scrutiny-activity-record';

/** Audits, the log of challenges and where they were taken, and independent scrutiny. */
export const assurance: PartnershipModule = ({ id, factsFolder, facts }) => ({
  capabilities: [AssuresPractice],
  resolvers: [AssuresPracticeResolver, ChallengeResolver],
  records: [practiceAudit, professionalChallenge, challengeResolution, challengeEscalation, scrutinyActivity],
  facts: [assuranceArrangementSchema],
  migrations: [Assurance1764900003100],
  evidence: assuranceEvidence,
  async load(manager, options) {
    await loadAssuranceArrangement(manager, id, factsFolder);
    const challenges = () => demonstrationChallenges(id, facts(), factsFolder);
    await loadDemonstration(manager, 'assurance', options, [
      demonstrates(PracticeAuditRecord, () => demonstrationAudits(id)),
      demonstrates(ProfessionalChallengeRecord, () => challenges().challenges),
      demonstrates(ChallengeEscalationRecord, () => challenges().escalations),
      demonstrates(ScrutinyActivityRecord, () => demonstrationScrutiny(id, factsFolder)),
    ]);
  },
});
