import { askedOf } from '@hub/contract';
import type { ArrivalQuestionRecord, ChildArrivalRecord } from './arrival-records';

/** An arrival, with what the hub knows of its child. */
export interface KnownArrival extends Pick<ChildArrivalRecord, 'id' | 'originCode' | 'destinationCode' | 'overAt'> {
  /** GSS code of the authority that is responsible for the child; null where there was no notice. */
  responsible: string | null;
  /** GSS code of the origin of the notice that there is by now; null while there is none. */
  notifiedBy: string | null;
  /** What was asked until now. */
  questions: readonly ArrivalQuestionRecord[];
}

/**
 * What is asked about an arrival now: what was asked before keeps its beginning and its answer. Nothing once there is a notice,
 * which answers whoever gave it, or once the record is closed. Pure.
 *
 * @param now - an instant, as ISO 8601 in UTC
 */
export function questionsAfter(arrival: KnownArrival, now: string): ArrivalQuestionRecord[] {
  const { originCode: origin, destinationCode: destination, responsible, notifiedBy } = arrival;
  const isOver = arrival.overAt !== null || notifiedBy !== null;
  const wanted = isOver ? [] : askedOf({ origin, destination }, responsible);
  const kept = arrival.questions.map((question) => {
    const again = wanted.find(({ authority }) => authority === question.asked);
    if (again) return { ...question, isNamed: again.isNamed, endedAt: null };
    const ended = { ...question, endedAt: question.endedAt ?? now };
    const isAnswered = question.asked === notifiedBy && question.isKnown !== true && question.endedAt === null;
    return isAnswered ? { ...ended, isKnown: true, answeredAt: now, metAt: question.metAt ?? now } : ended;
  });
  const known = new Set(arrival.questions.map(({ asked }) => asked));
  const added = wanted.filter(({ authority }) => !known.has(authority));
  return [
    ...kept,
    ...added.map(({ authority: asked, isNamed }) => ({
      ...{ arrivalId: arrival.id, asked, isNamed, since: now, isKnown: null, reason: null, answeredAt: null },
      ...{ answeredBy: null, evidence: null, metAt: null, dueAt: null, endedAt: null },
    })),
  ];
}
