import { allOf, groupedBy, pagesOf, wholeTable } from '@hub/subgraph-kit';
import { AssuranceArrangementRecord } from './assurance-arrangement-record';
import { challengeEscalation } from './challenge-escalation-record';
import { professionalChallenge } from './challenge-record';
import { practiceAudit } from './practice-audit-record';
import { scrutinyActivity } from './scrutiny-activity-record';

/** The route of escalation and the duties of scrutiny, in a list of none or one. */
export const assuranceArrangements = wholeTable(AssuranceArrangementRecord);

/** Pages, latest first. */
export const auditPage = pagesOf(practiceAudit);
export const challengePage = pagesOf(professionalChallenge);
export const scrutinyPage = pagesOf(scrutinyActivity);

/** Escalations of a challenge, by its reference. */
export const escalationsOfChallenge = groupedBy(challengeEscalation, 'challengeReference');

/** All of them: some tens a year at most. */
export const audits = allOf(practiceAudit);
export const challenges = allOf(professionalChallenge);
export const escalations = allOf(challengeEscalation);
export const scrutiny = allOf(scrutinyActivity);
