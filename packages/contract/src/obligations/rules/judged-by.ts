import { z } from 'zod';
import { countAYearRule } from './count-a-year';
import { eachYearRule } from './each-year';
import { frequencyRule } from './frequency';
import { meetingQuorumRule } from './meeting-quorum';
import { reviewRule } from './review';

/** The document states no such rule. */
const notSpecifiedRule = z.strictObject({ evaluator: z.literal('NOT_SPECIFIED') });

/** There is a rule without a number, such as "ordinarily", or one of which nothing is recorded; with the reason. */
const notAssessableRule = z.strictObject({ evaluator: z.literal('NOT_ASSESSABLE'), reason: z.string().min(1) });

/** By which evaluator an obligation is judged, with its parameters and the kind of record that it looks at. */
export const judgedBy = z.discriminatedUnion('evaluator', [
  countAYearRule,
  eachYearRule,
  frequencyRule,
  meetingQuorumRule,
  reviewRule,
  notSpecifiedRule,
  notAssessableRule,
]);

export type JudgedBy = z.infer<typeof judgedBy>;
