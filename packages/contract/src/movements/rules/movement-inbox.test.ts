import { REDBRIDGE, eventOf, noticeOf, type SentMove } from '../../../../../test/support/movement-story';
import { EMPTY_INBOX, messagesOf, receive, type MovementMessage } from './movement-inbox';

const noticed = message(noticeOf('CHILD_PROTECTION_PLAN', '2026-03-02T10:00:00Z'), null);
const shared = message({ move: 'SHARE_INFORMATION', at: '2026-03-03T10:00:00Z' }, noticed);
const accepted = message({ move: 'ACCEPT', by: REDBRIDGE, at: '2026-03-04T10:00:00Z' }, shared);
const withdrawn = message({ move: 'WITHDRAW', at: '2026-03-04T10:01:00Z' }, shared);

function message(sent: SentMove, after: MovementMessage | null): MovementMessage {
  return { event: eventOf(sent), after: after?.event.id ?? null };
}

describe('the inbox of a movement', () => {
  it('holds a message until what it follows is there, and then applies both', () => {
    const waiting = [accepted, shared].reduce(receive, EMPTY_INBOX);
    expect(waiting).toEqual({ movement: null, held: [accepted, shared], refused: [] });
    const whole = receive(waiting, noticed);
    expect(whole.movement?.state).toBe('ACCEPTED');
    expect(whole.held).toEqual([]);
  });

  it('refuses the second of two sent at the same time that contradict each other, and says why', () => {
    const inbox = [noticed, shared, withdrawn, accepted].reduce(receive, EMPTY_INBOX);
    expect(inbox.movement?.state).toBe('WITHDRAWN');
    expect(inbox.refused).toMatchObject([{ message: accepted, refusal: { code: 'OUT_OF_ORDER' } }]);
    expect(receive(inbox, accepted)).toBe(inbox);
  });

  it('lets nothing wait for ever for a message that was refused', () => {
    const next = message({ move: 'ESCALATE', by: REDBRIDGE, at: '2026-03-05T10:00:00Z' }, accepted);
    const inbox = [next, noticed, shared, withdrawn, accepted].reduce(receive, EMPTY_INBOX);
    expect(inbox.held).toEqual([]);
    expect(inbox.refused).toHaveLength(2);
  });

  it('of a copy ends as the hub’s did, also where two were sent at the same time', () => {
    const acknowledged = message({ move: 'ACKNOWLEDGE', by: REDBRIDGE, at: '2026-03-02T11:00:00Z' }, noticed);
    const hub = [
      noticed,
      { ...shared },
      { ...acknowledged, event: { ...acknowledged.event, recordedAt: '2026-03-03T11:00:00Z' } },
      accepted,
    ].reduce(receive, EMPTY_INBOX);
    const copy = messagesOf(hub.movement!).reverse().reduce(receive, EMPTY_INBOX);
    expect(copy.movement).toEqual(hub.movement);
    expect(copy.movement?.history).toHaveLength(4);
  });
});
