import * as fc from 'fast-check';
import { recorded } from '../../../testing/recorded';
import { day } from '../../../testing/recorded-meetings';
import { seenOnFoot } from '../../../testing/walked-year';
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
      ...{ status: 'BREACHED', reason: 'decision took effect on 2026-03-02 without POLICE and NHS.' },
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

  it('of several decisions stands as the worst of the last twelve months, and then as what is awaited', () => {
    const decided = fc.tuple(fc.option(day, { freq: 4 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(decided, { maxLength: 5 }), day, (all, on) => {
        const evidence = all.map(([effectiveOn, isSigned], at) => {
          const by = effectiveOn ?? '2023-11-01';
          return signed(effectiveOn, isSigned ? SECTORS.map((sector) => [sector, by] as const) : [], `decision-${at}`);
        });
        const effective = all.flatMap(([effectiveOn, isSigned]) =>
          effectiveOn !== null && effectiveOn <= on ? [{ effectiveOn, isSigned }] : [],
        );
        // Of two on one day the later name is the later of them, as the evaluator has it.
        effective.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
        const seen = seenOnFoot(effective, ({ effectiveOn }) => effectiveOn, on);
        const isAwaited = all.some(([from, isSigned]) => (from === null && !isSigned) || (from !== null && from > on));
        const expected = seen.some(({ isSigned }) => !isSigned)
          ? 'BREACHED'
          : isAwaited
            ? 'DUE'
            : all.length > 0
              ? 'MET'
              : 'NOT_ASSESSABLE';
        expect(judge(evidence, on).status).toBe(expected);
      }),
    );
  });

  it('is seen to have been missing for twelve months, whatever was signed off since', () => {
    const whole = SECTORS.map((sector) => [sector, '2025-04-01'] as const);
    const decisions = [signed('2025-03-01', [], 'unsigned'), signed('2025-04-01', whole, 'signed')];
    expect(judge(decisions, '2026-02-28')).toMatchObject({ status: 'BREACHED', shownBy: [{ record: 'unsigned' }] });
    expect(judge(decisions, '2026-03-01').status).toBe('MET');
  });

  it('that is to be followed by what it is for is due until that is done', () => {
    const minutes = [
      signed(
        null,
        SECTORS.map((sector) => [sector, '2026-03-01'] as const),
        'minutes',
      ),
    ];
    const rule = { evaluator: 'SIGN_OFF', records, by: SECTORS } as const;
    const of = (more: { thenDone?: true }) => signOff({ ...rule, by: [...SECTORS], ...more }, minutes, '2026-04-01');
    expect(of({}).status).toBe('MET');
    expect(of({ thenDone: true })).toMatchObject({
      ...{ status: 'DUE', reason: 'Awaited: what follows the sign-off of minutes.' },
    });
  });
});
