import { PublishesReports } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { demonstrationReports } from './demonstration-reports';
import { loadReportRequirements } from './load-report-requirements';
import { reportDispatch, ReportDispatchRecord } from './report-dispatch-record';
import { reportEvidence } from './report-evidence';
import { report, ReportRecord } from './report-record';
import { reportRequirementSchema } from './report-requirement-record';
import { Reports1764900004000 } from './reports-migration';
import { PublishesReportsResolver, ReportResolver } from './reports-resolver';

/** Reports with their sections, and to whom they went. */
export const reports: PartnershipModule = ({ id, facts }) => ({
  capabilities: [PublishesReports],
  resolvers: [PublishesReportsResolver, ReportResolver],
  records: [report, reportDispatch],
  evidence: reportEvidence,
  facts: [reportRequirementSchema],
  migrations: [Reports1764900004000],
  async load(manager, options) {
    await loadReportRequirements(manager, facts());
    const demonstration = () => demonstrationReports(id, facts());
    await loadDemonstration(manager, 'reports', options, [
      demonstrates(ReportRecord, () => demonstration().reports),
      demonstrates(ReportDispatchRecord, () => demonstration().dispatches),
    ]);
  },
});
