import * as fc from 'fast-check';
import { LAMBETH, REDBRIDGE, eventOf, noticeOf } from '../../../../../test/support/movement-story';
import { applyMove } from './apply-move';
import type { Movement } from './movement';
import type { MovementEvent } from './movement-event';

const at = (minute: number) => new Date(Date.parse('2026-03-02T10:00:00Z') + minute * 60_000).toISOString();
const notice = eventOf(noticeOf('CHILD_IN_NEED_PLAN', at(0)));
const step = (minute: number, more: Partial<MovementEvent>): MovementEvent => ({
  ...eventOf({ move: 'ACKNOWLEDGE', by: REDBRIDGE, at: at(minute) }),
  ...more,
});
const after = (...events: MovementEvent[]) =>
  events.reduce<Movement | null>((movement, event) => applyMove(movement, event).movement!, null)!;
const bySystem = { role: 'partnership-system', person: 'system:redbridge' };

describe('a notice', () => {
  it('that the system of the destination has is delivered, and read once a person of it takes a step', () => {
    const delivered = after(notice, step(5, bySystem));
    expect(delivered).toMatchObject({ acknowledgedAt: at(5), read: null });
    const read = after(notice, step(5, bySystem), step(90, { role: 'duty-team' }));
    expect(read).toMatchObject({ acknowledgedAt: at(5), read: { at: at(90), role: 'duty-team' } });
  });

  it('is not read by what the origin records for a destination outside the hub: that is its word', () => {
    const onBehalf = { ...notice.data, recordedBy: LAMBETH, evidence: 'ES/1' };
    expect(after(notice, step(5, { data: onBehalf }))).toMatchObject({ acknowledgedAt: at(5), read: null });
  });

  it('is read by a person of the destination who records it for an origin outside the hub', () => {
    const recorded = { ...notice, data: { ...notice.data, recordedBy: REDBRIDGE, evidence: 'ES/1' } };
    expect(after(recorded)).toMatchObject({ acknowledgedAt: null, read: { at: at(0), role: 'duty-team' } });
  });

  it('was read by the first person of the destination in its history, whatever the history', () => {
    const drawn = fc.record({
      isDestination: fc.boolean(),
      isSystem: fc.boolean(),
      recordedBy: fc.constantFrom(undefined, undefined, LAMBETH, REDBRIDGE),
    });
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 8 }), (steps) => {
        const events = steps.map(({ isDestination, isSystem, recordedBy }, index) => ({
          ...eventOf({ move: 'ESCALATE', by: isDestination ? REDBRIDGE : LAMBETH, at: at(index + 1) }),
          role: isSystem ? 'partnership-system' : `role-${index}`,
          data: { reason: 'They do not answer.', ...(recordedBy && { recordedBy }) },
        }));
        let first: object | null = null;
        for (const { data, authority, role, occurredAt } of events) {
          const taker = data.recordedBy ?? authority;
          if (first === null && taker === REDBRIDGE && role !== 'partnership-system') first = { at: occurredAt, role };
        }
        expect(after(notice, ...events).read).toEqual(first);
      }),
    );
  });
});
