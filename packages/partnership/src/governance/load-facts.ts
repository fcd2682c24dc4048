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
 * of them points to a body or agency that the new facts dropped, the transaction fails and nothing
 * changes.
 */
export async function loadFacts(manager: EntityManager, partnershipId: string, facts: Facts): Promise<void> {
  await loadOnce(manager, 'facts', facts, async () => {
    for (const table of TABLES) {
      await manager.query(`DELETE FROM ${table}`);
    }
    await manager.query('DELETE FROM body WHERE is_reference');
    await manager.query('DELETE FROM priority WHERE NOT is_synthetic');

    await manager.insert(
      ClauseRecord,
      facts.clauses.map(({ alsoTopics, differs, ...clause }, position) => ({
        ...clause,
        topics: [clause.topic, ...alsoTopics],
        differsBetweenPartnerships: differs,
        position,
      })),
    );
    await manager.insert(TermsOfReferenceRecord, {
      id: `${partnershipId}-terms-of-reference`,
      ...facts.termsOfReference,
    });
    await manager.insert(AgencyRecord, facts.agencies);
    await manager.insert(
      StatutoryPartnerRecord,
      facts.statutoryPartners.map(({ agency, ...partner }, position) => ({
        ...partner,
        agency: { id: agency },
        position,
      })),
    );
    await manager.insert(
      BodyRecord,
      facts.bodies.map(({ parent, localAuthority, covers, chair, seats: _, ...body }, position) => ({
        ...body,
        parentId: parent,
        localAuthorityCode: localAuthority,
        coversCodes: covers,
        chairArrangement: chair,
        position,
        isReference: true,
        isSynthetic: false,
      })),
    );
    await manager.insert(
      SeatRecord,
      facts.bodies.flatMap((body) =>
        body.seats.map(({ agency, ...seat }, position) => ({
          ...seat,
          id: `${body.id}:${position + 1}`,
          bodyId: body.id,
          agency: agency === null ? null : { id: agency },
          position,
        })),
      ),
    );
    await manager.insert(
      RelationRecord,
      facts.relations.map((relation, position) => ({ ...relation, position })),
    );
    await manager.insert(
      PriorityRecord,
      facts.priorities.map((priority) => ({ ...priority, isSynthetic: false })),
    );
  });
}
