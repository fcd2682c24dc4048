import * as fc from 'fast-check';
import { recorded } from '../../../testing/recorded';
import { day } from '../../../testing/recorded-meetings';
import { ObligationRecordKind } from '../obligation-record-kind';
import { signOff } from './sign-off';

const records = ObligationRecordKind.MEETING;
const SECTORS = ['LOCAL_AUTHORITY', 'POLICE', 'NHS'];
const judge = (evidence: Parameters<typeof signOff>[1], on: string) =>
  signOff({ evaluator: 'SIGN_OFF', records, by: SECTORS }, evidence, on);
const signed = (effectiveOn: string | null, signatures: readonly (readonly [string, string])[], record = 'decision') =>
  recorded(records, { record, doneOn: effectiveOn, parts: signatures.map(([name, doneOn]) => ({ name, doneOn })) });

describe('a sign-off by all three sectors', () => {
  it('stands as one finds who ticks the sectors off', () => {
    const signatures = fc.array(fc.tuple(fc.constantFrom(...SECTORS, 'EDUCATION'), day), { maxLength: 7 });
    fc.assert(
      fc.property(fc.option(day), signatures, day, (effectiveOn, signatories, on) => {
        const isEffective = effectiveOn !== null && effectiveOn <= on;
        const ticked = new Set<string>();
        for (const [sector, signedOn] of signatories) {
          if (signedOn <= (isEffective ? effectiveOn : on) && SECTORS.includes(sector)) ticked.add(sector);
        }
        const expected = ticked.size === 3 ? 'MET' : isEffective ? 'BREACHED' : 'DUE';
        expect(judge([signed(effectiveOn, signatories)], on).status).toBe(expected);
      }),
    );
  });

  it('takes five signatories for three sectors, and three local authorities for one', () => {
    const authorities = ['lbhf', 'rbkc', 'wcc'].map(() => ['LOCAL_AUTHORITY', '2026-03-01'] as const);
    const others = [['POLICE', '2026-03-01'] as const, ['NHS', '2026-03-02'] as const];
    expect(judge([signed('2026-03-02', [...authorities, ...others])], '2026-03-02').status).toBe('MET');
    expect(judge([signed('2026-03-02', authorities)], '2026-03-02')).toMatchObject({
      ...{ status: 'BREACHED', reason: 'decision took effect on 2026-03-02 without POLICE, NHS.' },
    });
  });

  it('is not mended by a signature that came after', () => {
    const late = SECTORS.map((sector, at) => [sector, at === 2 ? '2026-03-03' : '2026-03-01'] as const);
    expect(judge([signed('2026-03-02', late)], '2026-04-01').status).toBe('BREACHED');
  });

  it('is due while something awaits it, and not assessable where there is nothing', () => {
    expect(judge([signed(null, [['NHS', '2026-03-01']])], '2026-04-01')).toMatchObject({
      ...{ status: 'DUE', reason: 'Awaited: LOCAL_AUTHORITY and POLICE of decision.' },
    });
    expect(judge([], '2026-04-01').status).toBe('NOT_ASSESSABLE');
  });
});
