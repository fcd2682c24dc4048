import { ObligationRecordKind, QuorumRule } from '@hub/contract';
import type { Facts } from './facts';

/** What contradicts an obligation in the other files of its folder: its clause, its body, the review of its document. */
export function obligationProblems(
  { clause: clauseId, topic, body: bodyId, judgedBy }: Facts['obligations'][number],
  { clauses, bodies, thresholdDocument, termsOfReference }: Facts,
): string[] {
  const problems: string[] = [];
  const clause = clauses.find(({ id }) => id === clauseId);
  if (clause && topic !== clause.topic && !clause.alsoTopics.includes(topic)) {
    problems.push(`${clause.id} is not about ${topic}. Correct the topic, or add it to alsoTopics of the clause.`);
  }
  const body = bodies.find(({ id }) => id === bodyId);
  const timesAYear = timesOf(judgedBy);
  if ((timesAYear !== null || judgedBy.evaluator === 'QUORUM') && bodyId === null) {
    problems.push('names no body. Name the one whose meetings count.');
  }
  if (body && timesAYear !== null && body.meetsTimesPerYear !== timesAYear) {
    problems.push(
      `is judged by ${timesAYear} meetings a year, and bodies.yaml states ${body.meetsTimesPerYear ?? 'none'} for ${body.id}. Correct one of them.`,
    );
  }
  if (body && judgedBy.evaluator === 'QUORUM' && body.quorum !== QuorumRule.ALL_STATUTORY_PARTNERS) {
    problems.push(`is judged by a quorum, and bodies.yaml states none for ${body.id}. Judge it by NOT_SPECIFIED.`);
  }
  if (judgedBy.evaluator === 'REVIEW') {
    const isStated = (
      {
        TERMS_OF_REFERENCE: termsOfReference.reviewDue !== null,
        THRESHOLD_DOCUMENT: (thresholdDocument?.reviewEveryMonths ?? null) !== null,
      } as Partial<Record<string, boolean>>
    )[judgedBy.records];
    if (isStated === false) problems.push('is judged by a review that no file says is due. Judge it by NOT_SPECIFIED.');
  }
  const named = seatsNamed(judgedBy).filter(({ body: id, line }) => {
    const seat = bodies.find((one) => one.id === id)?.seats[line - 1];
    return clauseId === null || !seat?.sources.includes(clauseId);
  });
  problems.push(
    ...named.map(
      ({ id }) => `names the seat "${id}", which bodies.yaml does not have by ${clauseId}. Correct its number.`,
    ),
  );
  return problems;
}

/** The seats that a rule names: a seat is a line of the list of its body, as the third of an executive is `…-executive:3`. */
function seatsNamed(judgedBy: Facts['obligations'][number]['judgedBy']) {
  const of = 'of' in judgedBy ? [judgedBy.of ?? []].flat() : [];
  const parts = 'parts' in judgedBy ? judgedBy.parts : [];
  return [...of, ...parts].flatMap((id) => {
    const [, body, line] = /^([^:]+):(?:[^:]+:)?(\d+)$/.exec(id) ?? [];
    return body === undefined ? [] : [{ id, body, line: Number(line) }];
  });
}

/** How many meetings a year an obligation asks for; null where it asks for none. */
function timesOf(judgedBy: Facts['obligations'][number]['judgedBy']): number | null {
  if (!('records' in judgedBy) || judgedBy.records !== ObligationRecordKind.MEETING) return null;
  if (judgedBy.evaluator === 'COUNT_A_YEAR') return judgedBy.of === undefined ? judgedBy.times : null;
  return judgedBy.evaluator === 'FREQUENCY' ? { MONTH: 12, QUARTER: 4 }[judgedBy.every] : null;
}
