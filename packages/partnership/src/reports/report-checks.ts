import { financialYearBounds, financialYearOf, type ReportKind } from '@hub/contract';
import { check, type Check } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { RecordReportInput } from './record-report-input';
import { ReportRequirementRecord } from './report-requirement-record';

/** What the terms of reference ask of reports of a kind; null where they ask for none. */
export const requirementOf = (manager: EntityManager, kind: ReportKind) =>
  manager.findOneBy(ReportRequirementRecord, { kind });

/** A report covers what it is to cover, and has each section that the terms of reference ask for, and none that is unknown. */
export const reportChecks: Check<RecordReportInput>[] = [
  check<RecordReportInput>('PERIOD_OUT_OF_ORDER', 'periodTo', ({ periodFrom, periodTo }) => {
    return periodTo < periodFrom && `periodTo ${periodTo} lies before periodFrom ${periodFrom}. Correct one of them.`;
  }),
  check<RecordReportInput>('NOT_A_FINANCIAL_YEAR', 'periodFrom', async ({ kind, periodFrom, periodTo }, manager) => {
    if (!(await requirementOf(manager, kind))?.coversFinancialYear) return null;
    const { from, to } = financialYearBounds(financialYearOf(periodFrom));
    const isYear = from === periodFrom && to === periodTo;
    return !isYear && `The report covers a financial year. Give ${from} and ${to}, or those of another year.`;
  }),
  check<RecordReportInput>('SECTION_MISSING', 'sections', async ({ kind, sections }, manager) => {
    const asked = (await requirementOf(manager, kind))?.sections ?? [];
    const missing = asked.filter(({ part, isRequired }) => isRequired && !sections.includes(part));
    const which = missing.map(({ part, name, sources }) => `${part} (${name}; ${sources.join(', ')})`);
    return (
      missing.length > 0 && `The report is without ${which.join('; ')}. Add what is missing before it is published.`
    );
  }),
  check<RecordReportInput>('SECTION_UNKNOWN', 'sections', async ({ kind, sections }, manager) => {
    const known = ((await requirementOf(manager, kind))?.sections ?? []).map(({ part }) => part);
    const unknown = sections.filter((section) => !known.includes(section));
    const remedy =
      known.length > 0 ? `Give of ${known.join(', ')}.` : 'The document names none for this kind: give none.';
    return unknown.length > 0 && `There is no section ${unknown.map((one) => `"${one}"`).join(', ')}. ${remedy}`;
  }),
];
