import * as fc from 'fast-check';
import { recorded } from '../../../testing/recorded';
import { day } from '../../../testing/recorded-meetings';
import { seenOnFoot } from '../../../testing/walked-year';
import { ObligationRecordKind } from '../obligation-record-kind';
import { requiredParts } from './required-parts';

const records = ObligationRecordKind.MEETING;
const SECTIONS = ['IMPACT', 'LITTLE_PROGRESS', 'DECISIONS', 'FEEDBACK', 'SCRUTINEER'];
const report = (doneOn: string, sections: readonly string[], sectionDoneOn: string | null = null) =>
  recorded(records, { doneOn, parts: sections.map((name) => ({ name, doneOn: sectionDoneOn })) });
const judge = (evidence: Parameters<typeof requiredParts>[1], on: string) =>
  requiredParts({ evaluator: 'REQUIRED_PARTS', records, parts: SECTIONS }, evidence, on);

describe('required parts', () => {
  it('are met only when each record of the last twelve months has each, or the latest where there is none', () => {
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
        const known = all.filter(([doneOn]) => doneOn <= on).sort(([a], [b]) => (a < b ? -1 : 1));
        if (known.length === 0) return expect(status).toBe('NOT_ASSESSABLE');
        const seen = seenOnFoot(known, ([doneOn]) => doneOn, on);
        const missing = SECTIONS.filter((section) => seen.some(([, sections]) => !sections.includes(section)));
        expect(status).toBe(missing.length === 0 ? 'MET' : 'BREACHED');
        for (const section of SECTIONS) expect((reason ?? '').includes(section)).toBe(missing.includes(section));
      }),
    );
  });

  it('that are added later count from their day', () => {
    const late = [report('2026-01-01', SECTIONS, '2026-02-01')];
    expect(judge(late, '2026-01-31').status).toBe('BREACHED');
    expect(judge(late, '2026-02-01')).toMatchObject({ status: 'MET', lastMet: '2026-02-01' });
  });

  it('to which the document gives no time are due while they are missing, and otherwise as any', () => {
    const rule = { evaluator: 'REQUIRED_PARTS', records, parts: SECTIONS } as const;
    const any = { ...rule, parts: [...rule.parts] };
    fc.assert(
      fc.property(fc.subarray(SECTIONS), day, day, (sections, doneOn, on) => {
        const [timed, atAnyTime] = [any, { ...any, atAnyTime: true as const }].map((one) =>
          requiredParts(one, [report(doneOn, sections)], on),
        );
        expect(atAnyTime).toEqual({ ...timed, status: timed!.status === 'BREACHED' ? 'DUE' : timed!.status });
      }),
    );
  });

  it('are asked of what ended in the last twelve months, whenever it began', () => {
    const hub = (record: string, doneOn: string, sections: string[]) => ({
      ...{ ...report(doneOn, sections), record, endsOn: '2026-03-31' },
    });
    const hubs = [hub('first', '2025-04-10', []), hub('second', '2025-04-12', SECTIONS)];
    expect(judge(hubs, '2026-10-31')).toMatchObject({ status: 'BREACHED', shownBy: [{ record: 'first' }] });
    expect(judge(hubs, '2027-03-31').status).toBe('MET');
  });
});
