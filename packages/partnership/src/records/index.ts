import { agencySchema } from './agency-record';
import { agreementSignatureSchema } from './agreement-signature-record';
import { bodySchema } from './body-record';
import { clauseSchema } from './clause-record';
import { contributionSchema } from './contribution-record';
import { localBudgetSchema } from './local-budget-record';
import { meetingSchema } from './meeting-record';
import { networkConnectionSchema } from './network-connection-record';
import { prioritySchema } from './priority-record';
import { procedureAdoptionSchema } from './procedure-adoption-record';
import { procedureTrainingSchema } from './procedure-training-record';
import { publishedAccountSchema } from './published-account-record';
import { relationSchema } from './relation-record';
import { reserveSchema } from './reserve-record';
import { reviewChargeSchema } from './review-charge-record';
import { seatSchema } from './seat-record';
import { statutoryPartnerSchema } from './statutory-partner-record';
import { termsOfReferenceSchema } from './terms-of-reference-record';
import { thresholdDocumentSchema, thresholdRequirementSchema } from './threshold-document-record';

export { AgencyRecord } from './agency-record';
export { AgreementSignatureRecord } from './agreement-signature-record';
export { BodyRecord } from './body-record';
export { ChildRecordRecord } from './child-record-record';
export { ClauseRecord } from './clause-record';
export { ContributionRecord } from './contribution-record';
export { LocalBudgetRecord } from './local-budget-record';
export { MeetingRecord } from './meeting-record';
export { NetworkConnectionRecord } from './network-connection-record';
export { PriorityRecord } from './priority-record';
export { ProcedureAdoptionRecord } from './procedure-adoption-record';
export { ProcedureTrainingRecord } from './procedure-training-record';
export { PublishedAccountRecord } from './published-account-record';
export { RelationRecord } from './relation-record';
export { ReserveRecord } from './reserve-record';
export { ReviewChargeRecord } from './review-charge-record';
export { SeatRecord } from './seat-record';
export { StatutoryPartnerRecord } from './statutory-partner-record';
export { TermsOfReferenceRecord } from './terms-of-reference-record';
export { ThresholdDocumentRecord, ThresholdRequirementRecord } from './threshold-document-record';

/** Every table of a partnership that London has too. */
export const partnershipSchemas = [
  agencySchema,
  agreementSignatureSchema,
  bodySchema,
  clauseSchema,
  contributionSchema,
  localBudgetSchema,
  meetingSchema,
  networkConnectionSchema,
  prioritySchema,
  procedureAdoptionSchema,
  procedureTrainingSchema,
  publishedAccountSchema,
  relationSchema,
  reserveSchema,
  reviewChargeSchema,
  seatSchema,
  statutoryPartnerSchema,
  termsOfReferenceSchema,
  thresholdDocumentSchema,
  thresholdRequirementSchema,
];
