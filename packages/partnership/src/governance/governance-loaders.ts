import { todayInLondon } from '@hub/contract';
import { type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { inForceOn } from '../facts/in-force';
import { AgencyRecord } from './agency-record';
import { body, BodyRecord } from './body-record';
import { ClauseRecord } from './clause-record';
import { PriorityRecord } from './priority-record';
import { RelationRecord } from './relation-record';
import { SeatRecord } from './seat-record';
import { StatutoryPartnerRecord } from './statutory-partner-record';
import { TermsOfReferenceRecord } from './terms-of-reference-record';

/** The governing documents, the earliest first. */
export const documents = wholeTable(TermsOfReferenceRecord, { order: { position: 'ASC' } });

/** The governing document that was worked to on a day. */
export async function documentOn(context: SubgraphContext, on: string): Promise<TermsOfReferenceRecord | undefined> {
  return inForceOn(await documents(context), on);
}

/** What is of a document, by its id; nothing where there is none. */
const ofDocument =
  <Row extends { documentId: string | null }>(read: (context: SubgraphContext) => Promise<Row[]>) =>
  async (context: SubgraphContext, documentId: string | undefined) =>
    (await read(context)).filter((row) => row.documentId === documentId);

/** What is of the document that was worked to on a day. @default today */
const ofDocumentOn =
  <Row extends { documentId: string }>(read: (context: SubgraphContext) => Promise<Row[]>) =>
  async (context: SubgraphContext, on: string = todayInLondon()) =>
    ofDocument(read)(context, (await documentOn(context, on))?.id);

const allClauses = wholeTable(ClauseRecord, { order: { position: 'ASC' } });

/** The clauses of a document, in its order. */
export const clausesOfDocument = ofDocument(allClauses);

/** All agencies, by id. */
export const agencies = wholeTable(AgencyRecord, { order: { id: 'ASC' } });

/** All bodies: those of each document in its order, and then those that were opened since. */
const allBodies = wholeTable(BodyRecord, { order: body.order });

/** The bodies of a document, in its order. */
export const bodiesOfDocument = ofDocument(allBodies);

/**
 * The bodies of the document that was worked to on a day, in its order, and then those that were opened since.
 *
 * @default today
 */
export async function bodies(context: SubgraphContext, on: string = todayInLondon()): Promise<BodyRecord[]> {
  const documentId = (await documentOn(context, on))?.id;
  return (await allBodies(context)).filter((row) => row.documentId === documentId || row.documentId === null);
}

/** A body as it stood on a day, or as the latest document has it that names it. */
export async function bodyOn(context: SubgraphContext, id: string, on: string): Promise<BodyRecord | undefined> {
  const then = (await bodies(context, on)).find((body) => body.id === id);
  return then ?? (await allBodies(context)).findLast((body) => body.id === id);
}

const allStatutoryPartners = wholeTable(StatutoryPartnerRecord, {
  relations: { agency: true },
  order: { position: 'ASC' },
});

/** The statutory partners that a document names, with their agencies. */
export const statutoryPartnersOfDocument = ofDocument(allStatutoryPartners);

/** The statutory partners of the document that was worked to on a day, with their agencies. @default today */
export const statutoryPartners = ofDocumentOn(allStatutoryPartners);

/** What the document that was worked to on a day asserts of others. @default today */
export const relations = ofDocumentOn(wholeTable(RelationRecord, { order: { position: 'ASC' } }));

/** Priorities, latest year first. */
export const priorities = wholeTable(PriorityRecord, { order: { financialYear: 'DESC', id: 'ASC' } });

const allSeats = wholeTable(SeatRecord, { relations: { agency: true }, order: { position: 'ASC' } });

/** The seats of the document that was worked to on a day, with their agencies, in its order. @default today */
export const seats = ofDocumentOn(allSeats);

/** A seat of whatever document, with its agency, by its id. */
export async function seatById(context: SubgraphContext, id: string): Promise<SeatRecord | null> {
  return (await allSeats(context)).find((seat) => seat.id === id) ?? null;
}

/** Seats of a body in a document, with their agencies. */
export async function seatsOfBody(
  context: SubgraphContext,
  { id, documentId }: Pick<BodyRecord, 'id' | 'documentId'>,
): Promise<SeatRecord[]> {
  return (await allSeats(context)).filter((seat) => seat.bodyId === id && seat.documentId === documentId);
}
