import * as fc from 'fast-check';
import { recorded } from '../../../testing/recorded';
import { day } from '../../../testing/recorded-meetings';
import { ObligationRecordKind } from '../obligation-record-kind';
import { requiredParts } from './required-parts';

const records = ObligationRecordKind.MEETING;
const SECTIONS = ['IMPACT', 'LITTLE_PROGRESS', 'DECISIONS', 'FEEDBACK', 'SCRUTINEER'];
const report = (doneOn: string, sections: readonly string[], sectionDoneOn: string | null = null) =>
  recorded(records, { doneOn, parts: sections.map((name) => ({ name, doneOn: sectionDoneOn })) });
const judge = (evidence: Parameters<typeof requiredParts>[1], on: string) =>
  requiredParts({ evaluator: 'REQUIRED_PARTS', records, parts: SECTIONS }, evidence, on);

describe('required parts', () => {
  it('are met by the latest record alone, and only when it has each', () => {
    const reports = fc.uniqueArray(fc.tuple(day, fc.subarray([...SECTIONS, 'FOREWORD'])), {
      selector: ([doneOn]) => doneOn,
      maxLength: 5,
    });
    fc.assert(
      fc.property(reports, day, (all, on) => {
        const { status, reason } = judge(
          all.map(([doneOn, sections]) => report(doneOn, sections)),
          on,
        );
        const latest = all.filter(([doneOn]) => doneOn <= on).sort(([a], [b]) => (a < b ? 1 : -1))[0];
        if (!latest) return expect(status).toBe('NOT_ASSESSABLE');
        const missing = SECTIONS.filter((section) => !latest[1].includes(section));
        expect(status).toBe(missing.length === 0 ? 'MET' : 'BREACHED');
        for (const section of SECTIONS) expect((reason ?? '').includes(section)).toBe(missing.includes(section));
      }),
    );
  });

  it('that are added later count from their day', () => {
    const late = [report('2026-01-01', SECTIONS, '2026-02-01')];
    expect(judge(late, '2026-01-31').status).toBe('BREACHED');
    expect(judge(late, '2026-02-01')).toMatchObject({ status: 'MET', lastMet: '2026-01-01' });
  });
});
