import { LAMBETH, REDBRIDGE, noticeOf, played, type SentMove } from '../../../../../test/support/movement-story';
import { chainAfter, chainConfirmed, EMPTY_CHAIN, openClaim, type ResponsibilityChain } from './responsibility-chain';

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`;
const shared: SentMove = { move: 'SHARE_INFORMATION', at: at(3) };
const accepted: SentMove = { move: 'ACCEPT', by: REDBRIDGE, at: at(4) };
const inWriting: SentMove = { move: 'ACCEPT_RESPONSIBILITY', by: REDBRIDGE, at: at(5) };
const onBehalf = (step: SentMove, recordedBy: string): SentMove => ({
  ...step,
  data: { ...step.data, recordedBy, evidence: 'ES/1' },
});

function chainOf(...story: SentMove[]): ResponsibilityChain {
  const movement = played(...story);
  return movement.history.reduce((chain, step) => chainAfter(chain, movement, step), EMPTY_CHAIN);
}

describe('an authority that is responsible', () => {
  const notice = noticeOf('CHILD_IN_NEED_PLAN', at(2));

  it('is so by its own word, where it accepts itself', () => {
    expect(chainOf(notice, shared, accepted, inWriting).periods.map(({ onWordOf }) => onWordOf)).toEqual([null, null]);
  });

  it('is so on the word of the other side alone, where that records the acceptance for it', () => {
    expect(chainOf(notice, shared, accepted, onBehalf(inWriting, LAMBETH)).periods).toMatchObject([
      { authority: LAMBETH, onWordOf: null },
      { authority: REDBRIDGE, onWordOf: LAMBETH },
    ]);
  });

  it('is so on the word of the destination alone, where that records its notice', () => {
    expect(chainOf(onBehalf(notice, REDBRIDGE)).periods).toMatchObject([{ authority: LAMBETH, onWordOf: REDBRIDGE }]);
  });

  it('is so by the word of who was responsible, once that confirms what is claimed for it', () => {
    const movement = played(onBehalf(notice, REDBRIDGE));
    const before: ResponsibilityChain = {
      periods: [{ authority: 'E09000016', from: at(1), until: null, movement: 'movement:0', onWordOf: null }],
      claims: [],
    };
    const claimed = chainAfter(before, movement, movement.history[0]!);
    const confirmed = chainConfirmed(claimed, openClaim(claimed, movement.id)!, at(6));
    expect(confirmed.periods.at(-1)).toMatchObject({ authority: LAMBETH, onWordOf: null });
  });
});
