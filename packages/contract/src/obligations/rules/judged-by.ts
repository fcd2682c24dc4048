import { z } from 'zod';
import { countAYearRule } from './count-a-year';
import { deadlineRule } from './deadline';
import { eachWithinRule } from './each-within';
import { frequencyRule } from './frequency';
import { limitRule } from './limit';
import { meetingQuorumRule } from './meeting-quorum';
import { requiredPartsRule } from './required-parts';
import { reviewRule } from './review';
import { rotationRule } from './rotation';
import { signOffRule } from './sign-off';
import { termRule } from './term';

/** The document states no such rule. */
const notSpecifiedRule = z.strictObject({ evaluator: z.literal('NOT_SPECIFIED') });

/** There is a rule without a number, such as "ordinarily", or one of which nothing is recorded; with the reason. */
const notAssessableRule = z.strictObject({ evaluator: z.literal('NOT_ASSESSABLE'), reason: z.string().min(1) });

/** By which evaluator an obligation is judged, with its parameters and the kind of record that it looks at. */
export const judgedBy = z.discriminatedUnion('evaluator', [
  countAYearRule,
  deadlineRule,
  eachWithinRule,
  frequencyRule,
  limitRule,
  meetingQuorumRule,
  requiredPartsRule,
  reviewRule,
  rotationRule,
  signOffRule,
  termRule,
  notSpecifiedRule,
  notAssessableRule,
]);

export type JudgedBy = z.infer<typeof judgedBy>;
