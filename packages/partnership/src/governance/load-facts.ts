import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { AgencyRecord } from './agency-record';
import { BodyRecord } from './body-record';
import { ClauseRecord } from './clause-record';
import { PriorityRecord } from './priority-record';
import { RelationRecord } from './relation-record';
import { SeatRecord } from './seat-record';
import { StatutoryPartnerRecord } from './statutory-partner-record';
import { TermsOfReferenceRecord } from './terms-of-reference-record';
import type { Facts } from '../facts/facts';

/** Written whole from the facts, in an order in which none is left pointing to another. */
const TABLES = ['seat', 'statutory_partner', 'agency', 'terms_of_reference', 'clause', 'relation'];

/**
 * Brings reference facts into the database, replacing the earlier ones whole when they changed.
 * Records of the partnership's own (meetings, contributions, adoptions) are left as they are; if one
 * of them points to a body or agency that no document has, the transaction fails and nothing changes.
 *
 * @param documents - the governing documents, the earliest first.
 */
export async function loadFacts(
  manager: EntityManager,
  partnershipId: string,
  documents: readonly Facts[],
): Promise<void> {
  await loadOnce(manager, 'facts', documents, async () => {
    for (const table of TABLES) {
      await manager.query(`DELETE FROM ${table}`);
    }
    await manager.query('DELETE FROM body WHERE is_reference');
    await manager.query('DELETE FROM priority WHERE NOT is_synthetic');
    const agencies = new Map(documents.flatMap((facts) => facts.agencies.map((agency) => [agency.id, agency])));
    await manager.insert(AgencyRecord, [...agencies.values()]);
    for (const [position, facts] of documents.entries()) {
      await loadDocument(manager, partnershipId, facts, position, documents[position + 1] ?? null);
    }
    await manager.insert(
      PriorityRecord,
      documents.flatMap((facts) => facts.priorities.map((priority) => ({ ...priority, isSynthetic: false }))),
    );
  });
}

/** Places of a document's rows, apart from those of the documents before it. */
const PLACES = 1000;

/** The id of a document: `havering-terms-of-reference`, and with its beginning where it followed another. */
export function documentIdOf(partnershipId: string, { termsOfReference }: Facts, position: number): string {
  const id = `${partnershipId}-terms-of-reference`;
  return position === 0 ? id : `${id}:${termsOfReference.inForceFrom}`;
}

async function loadDocument(
  manager: EntityManager,
  partnershipId: string,
  facts: Facts,
  position: number,
  next: Facts | null,
): Promise<void> {
  const documentId = documentIdOf(partnershipId, facts, position);
  const placeOf = (index: number) => position * PLACES + index;
  await manager.insert(TermsOfReferenceRecord, {
    ...{ id: documentId, ...facts.termsOfReference, position },
    replacedFrom: next && next.termsOfReference.inForceFrom,
  });
  await manager.insert(
    ClauseRecord,
    facts.clauses.map(({ alsoTopics, differs, statement: _, ...clause }, index) => ({
      ...{ ...clause, documentId, position: placeOf(index) },
      topics: [clause.topic, ...alsoTopics],
      differsBetweenPartnerships: differs,
    })),
  );
  await manager.insert(
    StatutoryPartnerRecord,
    facts.statutoryPartners.map(({ agency, ...partner }, index) => ({
      ...{ ...partner, documentId, agency: { id: agency }, position: placeOf(index) },
    })),
  );
  await manager.insert(
    BodyRecord,
    facts.bodies.map(({ parent, localAuthority, covers, chair, seats: _, ...body }, index) => ({
      ...{ ...body, documentId, position: placeOf(index), isReference: true, isSynthetic: false },
      ...{ parentId: parent, localAuthorityCode: localAuthority, coversCodes: covers, chairArrangement: chair },
    })),
  );
  await manager.insert(
    SeatRecord,
    facts.bodies.flatMap((body) =>
      body.seats.map(({ agency, ...seat }, index) => ({
        ...{ ...seat, documentId, bodyId: body.id, position: index },
        agency: agency === null ? null : { id: agency },
      })),
    ),
  );
  await manager.insert(
    RelationRecord,
    facts.relations.map((relation, index) => ({ ...relation, documentId, position: placeOf(index) })),
  );
}
