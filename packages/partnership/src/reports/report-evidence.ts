import { ObligationRecordKind, ReportKind } from '@hub/contract';
import { type EvidenceReaders, grouped } from '@hub/subgraph-kit';
import { allDispatches, allReports } from './report-loaders';

const kind = ObligationRecordKind.REPORT;

/** Reports by their kind, with their sections, the copies that went, and a version for children of the same period. */
export const reportEvidence: EvidenceReaders = {
  async [kind](context) {
    const [reports, dispatches] = await Promise.all([allReports(context), allDispatches(context)]);
    const sent = grouped(dispatches, ({ reportId }) => reportId);
    const versions = reports.filter((report) => report.kind === ReportKind.CHILD_VERSION);
    return reports.map((report) => ({
      ...{ kind, record: report.id, doneOn: report.publishedOn, isSynthetic: report.isSynthetic },
      ...{ bodyId: null, of: report.kind, endsOn: null, dueOn: null, called: report.title },
      parts: [
        ...report.sections.map((name) => ({ name, doneOn: null })),
        ...(sent.get(report.id) ?? []).map(({ id, recipient, sentOn, isSynthetic }) => ({
          ...{ name: recipient, doneOn: sentOn },
          shown: { kind: ObligationRecordKind.REPORT_DISPATCH, record: id, doneOn: sentOn, isSynthetic },
        })),
        ...versions
          .filter(({ periodFrom, periodTo }) => periodFrom === report.periodFrom && periodTo === report.periodTo)
          .map(({ publishedOn }) => ({ name: ReportKind.CHILD_VERSION, doneOn: publishedOn })),
      ],
    }));
  },
};
