import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { Facts } from '../facts/facts';
import { ReportRequirementRecord } from './report-requirement-record';

/** Brings what the founding document asks of reports into the database, replacing it whole when it changed. */
export async function loadReportRequirements(manager: EntityManager, { reports }: Facts): Promise<void> {
  await loadOnce(manager, 'report requirements', reports, async () => {
    await manager.query('DELETE FROM report_requirement');
    await manager.insert(
      ReportRequirementRecord,
      reports.map(({ sections, recipients, ...requirement }, position) => ({
        ...requirement,
        sections: sections.map((section) => ({ ...section, withinDays: null })),
        recipients: recipients.map((recipient) => ({ ...recipient, isRequired: true })),
        position,
      })),
    );
  });
}
