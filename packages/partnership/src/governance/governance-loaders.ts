import { todayInLondon } from '@hub/contract';
import { grouped, onceOf, type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
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

/** Gives of each day the governing document that was worked to on it. */
export async function documentsByDay(context: SubgraphContext) {
  const all = await documents(context);
  return (on: string): TermsOfReferenceRecord | undefined => inForceOn(all, on);
}

/** The governing document that was worked to on a day. */
export const documentOn = async (context: SubgraphContext, on: string) => (await documentsByDay(context))(on);

const byDocument = onceOf((rows: readonly { documentId: string | null }[]) =>
  grouped(rows, ({ documentId }) => documentId),
);

/** The rows of a document among others; nothing where there is none. */
const among = <Row extends { documentId: string | null }>(rows: Row[], documentId: string | null | undefined) =>
  documentId === undefined ? [] : ((byDocument(rows).get(documentId) ?? []) as Row[]);

/** What is of a document, by its id; nothing where there is none. */
const ofDocument =
  <Row extends { documentId: string | null }>(read: (context: SubgraphContext) => Promise<Row[]>) =>
  async (context: SubgraphContext, documentId: string | undefined) =>
    among(await read(context), documentId);

/** Gives of each day what is of the document that was worked to on it. */
const ofDocumentsByDay =
  <Row extends { documentId: string }>(read: (context: SubgraphContext) => Promise<Row[]>) =>
  async (context: SubgraphContext) => {
    const [rows, documentOf] = await Promise.all([read(context), documentsByDay(context)]);
    return (on: string) => among(rows, documentOf(on)?.id);
  };

/** What is of the document that was worked to on a day. @default today */
const ofDocumentOn =
  <Row extends { documentId: string }>(read: (context: SubgraphContext) => Promise<Row[]>) =>
  async (context: SubgraphContext, on: string = todayInLondon()) =>
    (await ofDocumentsByDay(read)(context))(on);

const allClauses = wholeTable(ClauseRecord, { order: { position: 'ASC' } });

/** The clauses of a document, in its order. */
export const clausesOfDocument = ofDocument(allClauses);

/** All agencies, by id. */
export const agencies = wholeTable(AgencyRecord, { order: { id: 'ASC' } });

/** All bodies: those of each document in its order, and then those that were opened since. */
const allBodies = wholeTable(BodyRecord, { order: body.order });

/** The bodies of a document, in its order. */
export const bodiesOfDocument = ofDocument(allBodies);

/** Gives of each day the bodies of the document that was worked to on it, in its order, and then those opened since. */
async function bodiesByDay(context: SubgraphContext) {
  const [all, documentOf] = await Promise.all([allBodies(context), documentsByDay(context)]);
  return (on: string) => [...among(all, documentOf(on)?.id), ...among(all, null)];
}

/**
 * The bodies of the document that was worked to on a day, in its order, and then those that were opened since.
 *
 * @default today
 */
export async function bodies(context: SubgraphContext, on: string = todayInLondon()): Promise<BodyRecord[]> {
  return (await bodiesByDay(context))(on);
}

/** Gives a body as it stood on a day, or as the latest document has it that names it. */
export async function bodyByDay(context: SubgraphContext) {
  const [all, bodiesOf] = await Promise.all([allBodies(context), bodiesByDay(context)]);
  return (id: string, on: string): BodyRecord | undefined =>
    bodiesOf(on).find((body) => body.id === id) ?? all.findLast((body) => body.id === id);
}

/** A body as it stood on a day, or as the latest document has it that names it. */
export const bodyOn = async (context: SubgraphContext, id: string, on: string) => (await bodyByDay(context))(id, on);

const allStatutoryPartners = wholeTable(StatutoryPartnerRecord, {
  relations: { agency: true },
  order: { position: 'ASC' },
});

/** The statutory partners that a document names, with their agencies. */
export const statutoryPartnersOfDocument = ofDocument(allStatutoryPartners);

/** Gives of each day the statutory partners of the document that was worked to on it, with their agencies. */
export const statutoryPartnersByDay = ofDocumentsByDay(allStatutoryPartners);

/** The statutory partners of the document that was worked to on a day, with their agencies. @default today */
export const statutoryPartners = ofDocumentOn(allStatutoryPartners);

/** What the document that was worked to on a day asserts of others. @default today */
export const relations = ofDocumentOn(wholeTable(RelationRecord, { order: { position: 'ASC' } }));

/** Priorities, latest year first. */
export const priorities = wholeTable(PriorityRecord, { order: { financialYear: 'DESC', id: 'ASC' } });

const allSeats = wholeTable(SeatRecord, { relations: { agency: true }, order: { position: 'ASC' } });

/** The seats of the document that was worked to on a day, with their agencies, in its order. @default today */
export const seats = ofDocumentOn(allSeats);

const seatsUnder = onceOf((all: readonly SeatRecord[]) => new Map(all.map((seat) => [seat.id, seat])));

/** Gives a seat of whatever document, with its agency, by its id. */
export async function seatsById(context: SubgraphContext) {
  const all = seatsUnder(await allSeats(context));
  return (id: string): SeatRecord | null => all.get(id) ?? null;
}

/** A seat of whatever document, with its agency, by its id. */
export const seatById = async (context: SubgraphContext, id: string) => (await seatsById(context))(id);

/** Seats of a body in a document, with their agencies. */
export async function seatsOfBody(
  context: SubgraphContext,
  { id, documentId }: Pick<BodyRecord, 'id' | 'documentId'>,
): Promise<SeatRecord[]> {
  return (await allSeats(context)).filter((seat) => seat.bodyId === id && seat.documentId === documentId);
}
