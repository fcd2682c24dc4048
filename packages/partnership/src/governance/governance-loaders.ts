import { type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { AgencyRecord } from './agency-record';
import { body, BodyRecord } from './body-record';
import { ClauseRecord } from './clause-record';
import { PriorityRecord } from './priority-record';
import { RelationRecord } from './relation-record';
import { SeatRecord } from './seat-record';
import { StatutoryPartnerRecord } from './statutory-partner-record';
import { TermsOfReferenceRecord } from './terms-of-reference-record';

/** The governing document, in a list of none or one. */
export const termsOfReference = wholeTable(TermsOfReferenceRecord);

/** All clauses in the order of the document. */
export const clauses = wholeTable(ClauseRecord, { order: { position: 'ASC' } });

/** All agencies, by id. */
export const agencies = wholeTable(AgencyRecord, { order: { id: 'ASC' } });

/** All bodies: those of the document in its order, and then those that were opened since. */
export const bodies = wholeTable(BodyRecord, { order: body.order });

/** The statutory partners with their agencies. */
export const statutoryPartners = wholeTable(StatutoryPartnerRecord, {
  relations: { agency: true },
  order: { position: 'ASC' },
});

/** What the document asserts of others. */
export const relations = wholeTable(RelationRecord, { order: { position: 'ASC' } });

/** Priorities, latest year first. */
export const priorities = wholeTable(PriorityRecord, { order: { financialYear: 'DESC', id: 'ASC' } });

/** All seats with their agencies, in the order of the document. */
export const seats = wholeTable(SeatRecord, { relations: { agency: true }, order: { position: 'ASC' } });

/** Seats of a body, with their agencies. */
export async function seatsOfBody(context: SubgraphContext, bodyId: string): Promise<SeatRecord[]> {
  return (await seats(context)).filter((seat) => seat.bodyId === bodyId);
}
