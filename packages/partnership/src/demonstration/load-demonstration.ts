import type { EntityManager } from 'typeorm';
import type { Facts } from '../facts/facts';
import { loadOnce } from '../facts/load-once';
import {
  ContributionRecord,
  MeetingRecord,
  NetworkConnectionRecord,
  PriorityRecord,
  ProcedureAdoptionRecord,
} from '../records';
import { demonstrationLedger } from './ledger';
import { demonstrationMeetings } from './meetings';
import { demonstrationNetworkConnections } from './networks';
import { demonstrationPriorities } from './priorities';
import { demonstrationAdoptions } from './procedures';

/**
 * Brings demonstration data into a partnership's database, or takes it out again when it is not
 * wanted. Records of the partnership's own are never touched: only synthetic rows come and go.
 */
export async function loadDemonstration(
  manager: EntityManager,
  partnershipId: string,
  facts: Facts,
  { demo }: { demo: boolean },
): Promise<void> {
  const rows = demo
    ? {
        meetings: demonstrationMeetings(facts),
        contributions: demonstrationLedger(partnershipId).map(({ agencyId, sector: _, ...line }) => ({
          ...line,
          id: line.reference,
          agency: { id: agencyId },
          isSynthetic: true,
        })),
        adoptions: demonstrationAdoptions(partnershipId),
        priorities: demonstrationPriorities(partnershipId),
        networkConnections: demonstrationNetworkConnections(partnershipId, facts),
      }
    : { meetings: [], contributions: [], adoptions: [], priorities: [], networkConnections: [] };

  await loadOnce(manager, 'demonstration', rows, async () => {
    for (const table of ['meeting', 'contribution', 'procedure_adoption', 'priority', 'network_connection']) {
      await manager.query(`DELETE FROM ${table} WHERE is_synthetic`);
    }
    await manager.insert(MeetingRecord, rows.meetings);
    await manager.insert(ContributionRecord, rows.contributions);
    await manager.insert(ProcedureAdoptionRecord, rows.adoptions);
    await manager.insert(PriorityRecord, rows.priorities);
    if (rows.networkConnections.length > 0) {
      // A partnership that says for itself what a body connects to keeps what it said.
      const insert = manager.createQueryBuilder().insert().into(NetworkConnectionRecord);
      await insert.values(rows.networkConnections).orIgnore().execute();
    }
  });
}
