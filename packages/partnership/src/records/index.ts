import { agencySchema } from './agency-record';
import { bodySchema } from './body-record';
import { clauseSchema } from './clause-record';
import { contributionSchema } from './contribution-record';
import { localBudgetSchema } from './local-budget-record';
import { meetingSchema } from './meeting-record';
import { networkConnectionSchema } from './network-connection-record';
import { prioritySchema } from './priority-record';
import { procedureAdoptionSchema } from './procedure-adoption-record';
import { publishedAccountSchema } from './published-account-record';
import { relationSchema } from './relation-record';
import { reserveSchema } from './reserve-record';
import { reviewChargeSchema } from './review-charge-record';
import { seatSchema } from './seat-record';
import { statutoryPartnerSchema } from './statutory-partner-record';
import { termsOfReferenceSchema } from './terms-of-reference-record';

export { AgencyRecord } from './agency-record';
export { BodyRecord } from './body-record';
export { ClauseRecord } from './clause-record';
export { ContributionRecord } from './contribution-record';
export { LocalBudgetRecord } from './local-budget-record';
export { MeetingRecord } from './meeting-record';
export { NetworkConnectionRecord } from './network-connection-record';
export { PriorityRecord } from './priority-record';
export { ProcedureAdoptionRecord } from './procedure-adoption-record';
export { PublishedAccountRecord } from './published-account-record';
export { RelationRecord } from './relation-record';
export { ReserveRecord } from './reserve-record';
export { ReviewChargeRecord } from './review-charge-record';
export { SeatRecord } from './seat-record';
export { StatutoryPartnerRecord } from './statutory-partner-record';
export { TermsOfReferenceRecord } from './terms-of-reference-record';

/** Every table of a partnership. */
export const partnershipSchemas = [
  agencySchema,
  bodySchema,
  clauseSchema,
  contributionSchema,
  localBudgetSchema,
  meetingSchema,
  networkConnectionSchema,
  prioritySchema,
  procedureAdoptionSchema,
  publishedAccountSchema,
  relationSchema,
  reserveSchema,
  reviewChargeSchema,
  seatSchema,
  statutoryPartnerSchema,
  termsOfReferenceSchema,
];
