import type { EntityManager } from 'typeorm';
import { inForceOn } from '../facts/in-force';
import { BodyRecord } from './body-record';
import { StatutoryPartnerRecord } from './statutory-partner-record';
import { TermsOfReferenceRecord } from './terms-of-reference-record';

/** The governing document that was worked to on a day, as what is recorded of that day is held against it. */
export async function documentThen(manager: EntityManager, on: string): Promise<TermsOfReferenceRecord | undefined> {
  return inForceOn(await manager.find(TermsOfReferenceRecord, { order: { position: 'ASC' } }), on);
}

/** The statutory partners of the document that was worked to on a day, with their agencies. */
export async function statutoryPartnersThen(manager: EntityManager, on: string): Promise<StatutoryPartnerRecord[]> {
  const document = await documentThen(manager, on);
  const all = await manager.find(StatutoryPartnerRecord, { relations: { agency: true }, order: { position: 'ASC' } });
  return all.filter(({ documentId }) => documentId === document?.id);
}

/** A body as it stood on a day, or as the latest document has it that names it; null where there is none. */
export async function bodyThen(manager: EntityManager, id: string, on: string): Promise<BodyRecord | null> {
  const document = await documentThen(manager, on);
  const all = await manager.find(BodyRecord, { where: { id }, order: { position: 'ASC' } });
  return all.find(({ documentId }) => documentId === document?.id) ?? all.at(-1) ?? null;
}
