import { ObligationRecordKind } from '@hub/contract';
import type { Facts } from './facts';

/** What contradicts an obligation on reports in `reports.yaml`: a kind, a section, a recipient or a number of days. */
export function reportProblems({ judgedBy }: Facts['obligations'][number], reports: Facts['reports']): string[] {
  if (!('records' in judgedBy) || judgedBy.records !== ObligationRecordKind.REPORT) return [];
  const kinds = judgedBy.of === undefined ? [] : [judgedBy.of].flat();
  const asked = reports.filter(({ kind }) => kinds.includes(kind));
  const unknown = kinds.filter((kind) => !asked.some((one) => one.kind === kind));
  const problems = unknown.map((kind) => `is judged by reports of kind ${kind}, of which reports.yaml says nothing.`);
  if (!('parts' in judgedBy)) return problems;
  for (const { kind, sections, recipients } of asked) {
    const parts = [...sections, ...recipients].map(({ part }) => part);
    const missing = judgedBy.parts.filter((part) => !parts.includes(part) && !isKind(part));
    problems.push(...missing.map((part) => `names the part "${part}", which reports.yaml does not have of ${kind}.`));
    if (judgedBy.evaluator !== 'DEADLINE' || !('days' in judgedBy.within)) continue;
    const { days } = judgedBy.within;
    const others = recipients.filter(({ part, withinDays }) => judgedBy.parts.includes(part) && withinDays !== days);
    problems.push(...others.map(({ part }) => `gives ${part} ${days} days, and reports.yaml gives it others.`));
  }
  return problems;
}

/** A report of another kind can be part of one, as the version for children. */
const isKind = (part: string) => /^[A-Z_]+$/.test(part);
