import { latestDay } from '@hub/scalars';
import type { ObligationRecordKind } from '../obligation-record-kind';
import { ObligationStatus } from '../obligation-status';
import { countAYear } from './count-a-year';
import { deadline } from './deadline';
import { eachWithin } from './each-within';
import type { Evidence } from './evidence';
import { frequency } from './frequency';
import { type Judgement, unjudged } from './judgement';
import type { JudgedBy } from './judged-by';
import { limit } from './limit';
import { countsFor, realFirst } from './looks-at';
import { meetingQuorum, type MeetingShown } from './meeting-quorum';
import { requiredParts } from './required-parts';
import { review } from './review';
import { rotation } from './rotation';
import { signOff } from './sign-off';
import { term } from './term';

/** What is recorded of each kind, in any order, with what was done after the day asked about too. */
export type EvidenceByKind = { [Kind in ObligationRecordKind]: readonly Evidence[] } & {
  [ObligationRecordKind.MEETING]: readonly MeetingShown[];
};

/**
 * How an obligation stands at the end of a day.
 *
 * @param rule by which evaluator it is judged, and the body that it obliges; null where it is the partnership
 * @param evidence at least of the kind at which the rule looks
 * @param on a day as `YYYY-MM-DD`
 * @param from the first day on which the document is worked to, before which its rules oblige nobody; null where that is not known
 */
export function evaluate(
  { judgedBy: rule, bodyId }: { judgedBy: JudgedBy; bodyId: string | null },
  evidence: Partial<EvidenceByKind>,
  on: string,
  from: string | null = null,
): Judgement {
  if (rule.evaluator === 'NOT_SPECIFIED') return unjudged(ObligationStatus.NOT_SPECIFIED, null);
  if (rule.evaluator === 'NOT_ASSESSABLE') return unjudged(ObligationStatus.NOT_ASSESSABLE, rule.reason);
  if (rule.evaluator === 'QUORUM') {
    return meetingQuorum(rule, doneUnder(countsFor(rule, bodyId, evidence.MEETING ?? []), on, from), on);
  }
  const records = countsFor(rule, bodyId, evidence[rule.records] ?? []);
  switch (rule.evaluator) {
    case 'COUNT_A_YEAR':
      return countAYear(rule, realFirst(records, on), on, from);
    case 'DEADLINE':
      return deadline(rule, doneUnder(records, on, from), on);
    case 'EACH_WITHIN':
      return eachWithin(rule, records, on, from);
    case 'FREQUENCY':
      return frequency(rule, realFirst(records, on), on, from);
    case 'LIMIT':
      return limit(rule, records, on);
    case 'REQUIRED_PARTS':
      return requiredParts(rule, doneUnder(records, on, from), on);
    case 'REVIEW':
      return review(rule, records, on);
    case 'ROTATION':
      return rotation(rule, records, on);
    case 'SIGN_OFF':
      return signOff(rule, doneUnder(records, on, from), on);
    case 'TERM':
      return term(rule, records, on);
  }
}

/** What was done since a document is worked to, and what is not done yet: what was done before was done under another. */
function doneUnder<Row extends Evidence>(records: readonly Row[], on: string, from: string | null): readonly Row[] {
  const since = records.filter(({ doneOn }) => from === null || doneOn === null || latestDay(doneOn) >= from);
  return realFirst(since, on);
}
