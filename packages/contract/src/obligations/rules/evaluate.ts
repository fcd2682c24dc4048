import { ObligationStatus } from '../obligation-status';
import { countAYear } from './count-a-year';
import { eachYear } from './each-year';
import { frequency } from './frequency';
import { type Judgement, unjudged } from './judgement';
import type { JudgedBy } from './judged-by';
import { meetingQuorum } from './meeting-quorum';
import type { RecordsByKind } from './records-by-kind';
import { review } from './review';

/**
 * How an obligation stands at the end of a day.
 *
 * @param rule by which evaluator it is judged, and the body whose meetings count
 * @param records at least those of the kind that the rule names
 * @param on a day as `YYYY-MM-DD`
 */
export function evaluate(
  { judgedBy: rule, bodyId }: { judgedBy: JudgedBy; bodyId: string | null },
  records: Partial<RecordsByKind>,
  on: string,
): Judgement {
  const meetings = () => (records.MEETING ?? []).filter((meeting) => meeting.bodyId === bodyId);
  switch (rule.evaluator) {
    case 'FREQUENCY':
      return frequency(rule, meetings(), on);
    case 'COUNT_A_YEAR':
      return countAYear(rule, meetings(), on);
    case 'EACH_YEAR':
      return eachYear(records[rule.records] ?? [], on);
    case 'QUORUM':
      return meetingQuorum(meetings(), on);
    case 'REVIEW':
      return review(records[rule.records] ?? [], on);
    case 'NOT_SPECIFIED':
      return unjudged(ObligationStatus.NOT_SPECIFIED, null);
    case 'NOT_ASSESSABLE':
      return unjudged(ObligationStatus.NOT_ASSESSABLE, rule.reason);
  }
}
