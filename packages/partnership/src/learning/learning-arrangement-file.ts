import { LearningParty } from '@hub/contract';
import { z } from 'zod';
import { sources } from '../facts/fact-parts';

const parties = z.array(z.enum(LearningParty));

/** `learning-arrangement.yaml`: what a document says of incidents and reviews; null and empty where it says nothing. */
export const learningArrangementFile = z.strictObject({
  incidentRecipients: parties,
  incidentWorkingDays: z.int().min(1).nullable(),
  reviewDecidedBy: z.string().min(1).nullable(),
  draftWithinMonths: z.int().min(1).nullable(),
  finalWithinMonths: z.int().min(1).nullable(),
  copiesTo: parties,
  copyDaysBefore: z.int().min(1).nullable(),
  sources,
});
