import type { EntityManager } from 'typeorm';
import type { Facts } from '../facts/facts';
import { loadOnce } from '../facts/load-once';
import {
  AgreementSignatureRecord,
  ContributionRecord,
  MeetingRecord,
  NetworkConnectionRecord,
  PriorityRecord,
  ProcedureAdoptionRecord,
  ProcedureTrainingRecord,
  ThresholdDocumentRecord,
} from '../records';
import { insertBeside } from './insert-beside';
import { demonstrationLedger } from './ledger';
import { demonstrationMeetings } from './meetings';
import { demonstrationNetworkConnections } from './networks';
import { demonstrationPriorities } from './priorities';
import { demonstrationSignatures, demonstrationThresholdDocuments, demonstrationTraining } from './procedure-practice';
import { demonstrationAdoptions } from './procedures';

const SYNTHETIC_TABLES = [
  'meeting',
  'contribution',
  'procedure_adoption',
  'priority',
  'agreement_signature',
  'threshold_document',
  'procedure_training',
  'network_connection',
];

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
        signatures: demonstrationSignatures(partnershipId, facts),
        thresholdDocuments: demonstrationThresholdDocuments(partnershipId, facts),
        training: demonstrationTraining(partnershipId),
        networkConnections: demonstrationNetworkConnections(partnershipId, facts),
      }
    : {
        meetings: [],
        contributions: [],
        adoptions: [],
        priorities: [],
        signatures: [],
        thresholdDocuments: [],
        training: [],
        networkConnections: [],
      };

  await loadOnce(manager, 'demonstration', rows, async () => {
    for (const table of SYNTHETIC_TABLES) {
      await manager.query(`DELETE FROM ${table} WHERE is_synthetic`);
    }
    await insertBeside(manager, MeetingRecord, rows.meetings);
    await insertBeside(manager, ContributionRecord, rows.contributions);
    await insertBeside(manager, ProcedureAdoptionRecord, rows.adoptions);
    await insertBeside(manager, PriorityRecord, rows.priorities);
    await insertBeside(manager, AgreementSignatureRecord, rows.signatures);
    await insertBeside(manager, ThresholdDocumentRecord, rows.thresholdDocuments);
    await insertBeside(manager, ProcedureTrainingRecord, rows.training);
    await insertBeside(manager, NetworkConnectionRecord, rows.networkConnections);
  });
}
