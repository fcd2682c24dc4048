import { meetingsOn } from '../../../testing/recorded-meetings';
import { QuorumResult } from '../../governance/quorum-result';
import { ObligationRecordKind } from '../obligation-record-kind';
import { evaluate } from './evaluate';

const MONTHLY = { evaluator: 'FREQUENCY', records: ObligationRecordKind.MEETING, every: 'MONTH' } as const;
const QUORUM = { evaluator: 'QUORUM', records: ObligationRecordKind.MEETING } as const;
const judge = (
  judgedBy: typeof MONTHLY | typeof QUORUM,
  MEETING: ReturnType<typeof meetingsOn>,
  on: string,
  from: string | null = null,
) => evaluate({ judgedBy, bodyId: 'executive' }, { MEETING }, on, from);

const inquorate = { quorum: QuorumResult.INQUORATE, missing: ['NEL CCG'], record: 'inquorate' };

it('what another body did counts for none', () => {
  expect(judge(MONTHLY, meetingsOn(['2026-03-01'], { bodyId: 'other' }), '2026-03-31').status).toBe('NOT_ASSESSABLE');
});

it('what is real is judged without the demonstration beside it, from the first that is', () => {
  const demonstration = meetingsOn(['2026-02-01', '2026-04-10'], { ...inquorate, isSynthetic: true });
  const both = [...demonstration, ...meetingsOn(['2026-04-01'])];
  expect(judge(QUORUM, both, '2026-03-31').status).toBe('BREACHED');
  expect(judge(QUORUM, both, '2026-04-30').status).toBe('MET');
  expect(judge(MONTHLY, both, '2026-03-31')).toMatchObject({ status: 'DUE', lastMet: '2026-02-01' });
  expect(judge(MONTHLY, both, '2026-04-30')).toMatchObject({ status: 'MET', lastMet: '2026-04-01' });
});

it('what was done under an earlier document breaches no rule of the one that followed it', () => {
  const both = [...meetingsOn(['2026-02-01'], inquorate), ...meetingsOn(['2026-04-10'])];
  expect(judge(QUORUM, both, '2026-04-30').status).toBe('BREACHED');
  expect(judge(QUORUM, both, '2026-04-30', '2026-04-01').status).toBe('MET');
  expect(judge(QUORUM, both, '2026-04-09', '2026-04-01').status).toBe('NOT_ASSESSABLE');
});
