import type { ClockRule } from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { clockOfQuestion } from '../arrivals/clock-of-question';
import { clockOfClaim } from '../responsibility/claim-clock';

/** Reads again until when claims and questions about arrivals are to be answered that are open, by the rules as they are now. */
export async function renewAnswers(manager: EntityManager, rules: readonly ClockRule[], now: Date): Promise<void> {
  const claims = await manager.query<{ movementId: string; since: Date }[]>(
    'SELECT movement_id AS "movementId", since FROM responsibility_claim WHERE settlement IS NULL',
  );
  const dueClaims = claims.map(({ movementId, since }) => {
    const claim = { since: since.toISOString(), metAt: null, settledAt: null };
    return { movementId, due: clockOfClaim(claim, rules, now).dueAt };
  });
  await manager.query(
    `UPDATE responsibility_claim SET due_at = due FROM jsonb_to_recordset($1) AS dated("movementId" text, due timestamptz)
     WHERE movement_id = "movementId"`,
    [JSON.stringify(dueClaims)],
  );
  const questions = await manager.query<{ arrivalId: string; code: string; since: Date }[]>(
    'SELECT arrival_id AS "arrivalId", asked AS code, since FROM arrival_question WHERE ended_at IS NULL',
  );
  const dueQuestions = questions.map(({ since, ...key }) => {
    const question = { since: since.toISOString(), metAt: null, endedAt: null };
    return { ...key, due: clockOfQuestion(question, rules, now).dueAt };
  });
  await manager.query(
    `UPDATE arrival_question SET due_at = due
     FROM jsonb_to_recordset($1) AS dated("arrivalId" text, code text, due timestamptz)
     WHERE arrival_id = "arrivalId" AND asked = code`,
    [JSON.stringify(dueQuestions)],
  );
}
