import { demonstrates, loadDemonstration, type SubgraphModule } from '@hub/subgraph-kit';
import { CelcReports1764900003300 } from './celc-report-migration';
import { celcReport, CelcReportRecord } from './celc-report-record';
import { CelcReportResolver } from './celc-report-resolver';

/** Issues that the Chair reported to CELC (LON-16). */
export const escalation: SubgraphModule = {
  resolvers: [CelcReportResolver],
  records: [celcReport],
  migrations: [CelcReports1764900003300],
  load: (manager, options) =>
    loadDemonstration(manager, 'escalation', options, [
      demonstrates(CelcReportRecord, () => [
        {
          ...{ id: 'celc-report:demonstration/1', reference: 'demonstration/1', reportedOn: '2026-05-12' },
          ...{ subject: 'Places for children who need a secure home are short across London.', isSynthetic: true },
        },
      ]),
    ]),
};
