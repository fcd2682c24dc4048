import * as fc from 'fast-check';
import {
  LAMBETH,
  REDBRIDGE,
  eventOf,
  noticeOf,
  played,
  type SentMove,
} from '../../../../../test/support/movement-story';
import { MovementMove } from '../movement-move';
import { MovementSide } from '../movement-side';
import { SendingMeans } from '../sending-means';
import { applyMove } from './apply-move';
import { toSendByHand } from './to-send-by-hand';
import { toldByHub } from './told-by-hub';

const { ORIGIN, DESTINATION } = MovementSide;
const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`;
const notice = noticeOf('CHILD_IN_NEED_PLAN', at(2));
const shared: SentMove = { move: 'SHARE_INFORMATION', at: at(3) };
const accepted: SentMove = {
  move: 'ACCEPT',
  by: REDBRIDGE,
  at: at(4),
  data: { recordedBy: LAMBETH, evidence: 'ES/1' },
};
const sent = (when: string, sends: readonly string[], evidence: string, by = LAMBETH): SentMove => ({
  ...{ move: 'RECORD_SENT_BY_HAND', by, at: when },
  data: { sends, means: SendingMeans.POST, evidence },
});
const [noticeId, sharedId] = [eventOf(notice).id, eventOf(shared).id];
const listed = (movement = played(notice, shared, accepted), outside = DESTINATION) =>
  toSendByHand(
    movement.history.map(({ event }) => event),
    outside,
  ).map(({ event, sent: by }) => [event.move, by?.data.evidence ?? null]);

describe('what an authority outside the hub has to be sent by hand', () => {
  it('is every step of the other side, and nothing that was recorded on its behalf', () => {
    expect(listed()).toEqual([
      ['NOTIFY', null],
      ['SHARE_INFORMATION', null],
    ]);
    expect(listed(undefined, ORIGIN)).toEqual([['ACCEPT', null]]);
  });

  it('is shown as sent once somebody has recorded that, by what they last recorded', () => {
    const story = [notice, shared, accepted, sent(at(5), [noticeId, sharedId], 'L/1')];
    expect(listed(played(...story))).toEqual([
      ['NOTIFY', 'L/1'],
      ['SHARE_INFORMATION', 'L/1'],
    ]);
    expect(listed(played(...story, sent(at(6), [sharedId], 'L/2')))).toEqual([
      ['NOTIFY', 'L/1'],
      ['SHARE_INFORMATION', 'L/2'],
    ]);
  });

  it('is to be sent again where the notice goes to another authority since', () => {
    const amended: SentMove = { move: 'AMEND_NOTICE', at: at(6), data: { destination: 'E10000016' } };
    const story = [notice, sent(at(5), [noticeId], 'L/1'), amended];
    expect(listed(played(...story))).toEqual([
      ['NOTIFY', null],
      ['AMEND_NOTICE', null],
    ]);
    expect(listed(played(...story, sent(at(7), [noticeId], 'L/2')))).toEqual([
      ['NOTIFY', 'L/2'],
      ['AMEND_NOTICE', null],
    ]);
  });

  it('is still to be sent, and recorded as sent, once the movement has ended; and that reopens nothing', () => {
    const withdrawn: SentMove = { move: 'WITHDRAW', at: at(3) };
    const movement = played(notice, withdrawn, sent(at(9), [noticeId, eventOf(withdrawn).id], 'L/3'));
    expect(listed(movement)).toEqual([
      ['NOTIFY', 'L/3'],
      ['WITHDRAW', 'L/3'],
    ]);
    expect(movement).toMatchObject({ state: 'WITHDRAWN', since: at(3) });
  });

  it.each([
    ['a step that there is not', sent(at(5), ['none'], 'L/1'), 'NOT_TO_BE_SENT', 'sends'],
    ['the step of the other side', sent(at(5), [eventOf(accepted).id], 'L/1'), 'NOT_TO_BE_SENT', 'sends'],
    ['the steps of the side that is told', sent(at(5), [noticeId], 'L/1', REDBRIDGE), 'NOT_TO_BE_SENT', 'sends'],
    ['nothing', sent(at(5), [], 'L/1'), 'REQUIRED', 'sends'],
    ['steps without a reference', sent(at(5), [noticeId], ' '), 'REQUIRED', 'evidence'],
  ])('cannot be recorded of %s', (_, move, code, field) => {
    const { refusal } = applyMove(played(notice, shared, accepted), eventOf(move));
    expect(refusal).toMatchObject({ code, field });
  });

  it('is nothing where the other side is in the hub, which tells it', () => {
    expect(toldByHub(MovementMove.RECORD_SENT_BY_HAND, true)).toMatchObject({ code: 'NOT_OUTSIDE', field: 'move' });
    expect(toldByHub(MovementMove.RECORD_SENT_BY_HAND, false)).toBeNull();
    expect(toldByHub(MovementMove.CLOSE, true)).toBeNull();
  });

  it('is what one finds who goes through the history step by step, whatever the history', () => {
    const drawn = fc.array(
      fc.record({
        move: fc.constantFrom(MovementMove.NOTIFY, MovementMove.ACKNOWLEDGE, MovementMove.RECORD_SENT_BY_HAND),
        side: fc.constantFrom(ORIGIN, DESTINATION),
        sends: fc.array(fc.nat(9).map(String), { maxLength: 3 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(drawn, fc.constantFrom(ORIGIN, DESTINATION), (steps, outside) => {
        const events = steps.map(({ sends, ...step }, id) => ({ id: String(id), ...step, data: { sends } }));
        const expected = new Map<string, string | null>();
        for (const { id, move, side } of events)
          if (side !== outside && move !== 'RECORD_SENT_BY_HAND') expected.set(id, null);
        for (const { id, move, side, data } of events) {
          if (side === outside || move !== 'RECORD_SENT_BY_HAND') continue;
          for (const step of data.sends) if (expected.has(step)) expected.set(step, id);
        }
        const found = toSendByHand(events, outside);
        expect(found.map(({ event, sent: by }) => [event.id, by?.id ?? null])).toEqual([...expected]);
      }),
    );
  });
});
