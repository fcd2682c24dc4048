import type { ClockRule } from '@hub/contract';
import { writeRows } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ArrivalQuestionRecord } from './arrival-records';
import { clockOfQuestion } from './clock-of-question';
import { questionsAfter, type KnownArrival } from './questions-after';

const QUESTION = `jsonb_build_object('arrivalId', arrival_id, 'asked', asked, 'isNamed', is_named, 'since', since,
  'isKnown', is_known, 'reason', reason, 'answeredAt', answered_at, 'answeredBy', answered_by, 'evidence', evidence,
  'metAt', met_at, 'dueAt', due_at, 'endedAt', ended_at)`;

/** Arrivals without a notice of children ($1), and those with some ids ($2). A notice counts that somebody gave who is asked. */
const READ = `
  SELECT id, origin_code AS "originCode", destination_code AS "destinationCode", over_at AS "overAt",
    (SELECT authority FROM child_responsibility AS period
      WHERE period.child_pseudonym = arrival.child_pseudonym AND until_at IS NULL) AS responsible,
    (SELECT origin_code FROM child_movement AS movement
      WHERE movement.child_pseudonym = arrival.child_pseudonym AND movement.destination_code = arrival.destination_code
        AND closed_at IS NULL AND (arrival.origin_code IN (movement.origin_code, 'UNKNOWN') OR EXISTS (
          SELECT FROM arrival_question WHERE arrival_id = arrival.id AND asked = movement.origin_code))
      ORDER BY notified_at DESC, id DESC LIMIT 1) AS "notifiedBy",
    (SELECT coalesce(jsonb_agg(${QUESTION} ORDER BY asked), '[]') FROM arrival_question
      WHERE arrival_id = arrival.id) AS questions
  FROM child_arrival AS arrival WHERE child_pseudonym = ANY($1) AND over_at IS NULL OR id = ANY($2)`;

/** By which rules questions are to be answered, and when they are asked. */
export interface Asking {
  rules: readonly ClockRule[];
  now: Date;
  /** Arrivals that are looked at in any case. @default none */
  ids?: readonly string[];
}

/**
 * Brings what is asked about children's arrivals to where the children are: who is responsible, and whether there is a notice by
 * now. To be called under the children's locks, after their chains are written. Again it changes nothing.
 */
export async function followArrivals(
  manager: EntityManager,
  children: readonly string[],
  { rules, now, ids = [] }: Asking,
): Promise<void> {
  const arrivals = await manager.query<KnownArrival[]>(READ, [[...new Set(children)], ids]);
  if (arrivals.length === 0) return;
  const at = now.toISOString();
  const questions = arrivals.flatMap((arrival) => questionsAfter(arrival, at));
  const rows = questions.map((question) => ({ ...question, dueAt: clockOfQuestion(question, rules, now).dueAt }));
  await writeRows(manager, ArrivalQuestionRecord, rows, ['arrivalId', 'asked']);
  const noticed = arrivals.filter(({ notifiedBy, overAt }) => notifiedBy !== null && overAt === null);
  if (noticed.length > 0) {
    await manager.query('UPDATE child_arrival SET over_at = $2 WHERE id = ANY($1)', [noticed.map(({ id }) => id), at]);
  }
}
