import { ClauseTopic, ObligationRecordKind, ReportKind, type JudgedBy } from '@hub/contract';
import { reportProblems } from './report-problems';

const part = (name: string) => ({ part: name, name, sources: ['HAV-29'] });
const reports = [
  {
    ...{ kind: ReportKind.ANNUAL, coversFinancialYear: false, sources: ['HAV-28'] },
    sections: [{ ...part('impact'), isRequired: true }],
    recipients: [{ ...part('panel'), withinDays: 7 }],
  },
];
const problemsOf = (judgedBy: JudgedBy) =>
  reportProblems(
    { id: 'one', clause: 'HAV-29', topic: ClauseTopic.ANNUAL_REPORT, rule: 'A rule.', body: null, judgedBy },
    reports,
  );
const records = ObligationRecordKind.REPORT;

describe('an obligation on reports', () => {
  it('agrees with what the facts say of reports', () => {
    const copies = { evaluator: 'DEADLINE', records, of: 'ANNUAL', parts: ['panel'], within: { days: 7 } } as const;
    expect(problemsOf({ ...copies, parts: [...copies.parts] })).toEqual([]);
    expect(problemsOf({ evaluator: 'REQUIRED_PARTS', records, of: 'ANNUAL', parts: ['impact'] })).toEqual([]);
    expect(problemsOf({ evaluator: 'REQUIRED_PARTS', records, of: 'ANNUAL', parts: ['CHILD_VERSION'] })).toEqual([]);
    expect(problemsOf({ evaluator: 'NOT_SPECIFIED' })).toEqual([]);
  });

  it('is refused where it names a kind, a section or a number of days that they do not have', () => {
    expect(problemsOf({ evaluator: 'COUNT_A_YEAR', records, of: 'SCRUTINY', times: 1 })).toEqual([
      'is judged by reports of kind SCRUTINY, of which reports.yaml says nothing.',
    ]);
    expect(problemsOf({ evaluator: 'REQUIRED_PARTS', records, of: 'ANNUAL', parts: ['causes'] })).toEqual([
      'names the part "causes", which reports.yaml does not have of ANNUAL.',
    ]);
    const late = { evaluator: 'DEADLINE', records, of: 'ANNUAL', parts: ['panel'], within: { days: 5 } } as const;
    expect(problemsOf({ ...late, parts: [...late.parts] })).toEqual([
      'gives panel 5 days, and reports.yaml gives it others.',
    ]);
  });
});
