import { financialYearBounds, quarterBounds, ReportKind, plusDays } from '@hub/contract';
import { DEMONSTRATION_UNTIL } from '../demonstration/period';
import { DEMONSTRATION_QUARTERS } from '../demonstration/quarters';
import { seededRandom } from '../demonstration/random';
import type { Facts } from '../facts/facts';

const TITLES: Readonly<Record<ReportKind, string>> = {
  [ReportKind.ANNUAL]: 'Annual report',
  [ReportKind.SCRUTINY]: 'Annual Scrutiny Report',
  [ReportKind.BUDGET]: 'Report on the budget',
  [ReportKind.EXCEPTIONS]: 'Exceptions report',
  [ReportKind.CHILD_DEATH_OVERVIEW]: 'Annual report of the Child Death Overview Panel',
  [ReportKind.CHILD_VERSION]: 'Annual report for children and young people',
  [ReportKind.PROGRESS]: 'Progress, key issues and actions',
};

/** Financial years that are reported on. */
const YEARS = ['2023-24', '2024-25', '2025-26'];

/**
 * Reports of each kind that the document speaks of, and their copies: most in time, some late, some not yet sent.
 *
 * @param partnershipId - as `havering`.
 */
export function demonstrationReports(partnershipId: string, { reports }: Facts) {
  const made = reports.flatMap((asked) => periodsOf(asked.kind).map((period) => ({ asked, ...period })));
  const rows = made.map(({ asked, name, from, to, daysLater }) => {
    const random = seededRandom(`reports/${partnershipId}/${asked.kind}/${name}`);
    const reference = `${asked.kind.toLowerCase().replaceAll('_', '-')}-${name}`;
    const publishedOn = plusDays(to, daysLater + Math.floor(random() * 30));
    const report = {
      ...{ id: `${partnershipId}-report:${reference}`, reference, kind: asked.kind },
      ...{ title: `${TITLES[asked.kind]} ${name}`, periodFrom: from, periodTo: to, publishedOn, publishedAt: null },
      ...{ sections: asked.sections.filter((one) => one.isRequired).map(({ part }) => part), isSynthetic: true },
    };
    const dispatches = asked.recipients.flatMap(({ part, withinDays }) => {
      const sentOn = plusDays(publishedOn, Math.floor(random() * ((withinDays ?? 14) + 3)));
      const isSent = random() < 0.9 && sentOn <= DEMONSTRATION_UNTIL;
      const copy = { id: `${report.id}:${part}`, reportId: report.id, recipient: part, sentOn, isSynthetic: true };
      return isSent ? [copy] : [];
    });
    return { report, dispatches };
  });
  const shown = rows.filter(({ report }) => report.publishedOn <= DEMONSTRATION_UNTIL);
  return { reports: shown.map(({ report }) => report), dispatches: shown.flatMap(({ dispatches }) => dispatches) };
}

/** The times that reports of a kind are about: quarters of the calendar for exceptions, else financial years. */
function periodsOf(kind: ReportKind): { name: string; from: string; to: string; daysLater: number }[] {
  if (kind === ReportKind.EXCEPTIONS) {
    return DEMONSTRATION_QUARTERS.map((name) => ({ name, ...quarterBounds(name), daysLater: 10 }));
  }
  return YEARS.map((name) => ({ name, ...financialYearBounds(name), daysLater: 150 }));
}
