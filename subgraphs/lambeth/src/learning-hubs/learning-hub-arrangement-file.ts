import { sources } from '@hub/partnership';
import { z } from 'zod';

/** `learning-hub-arrangement.yaml`: how the terms of reference set up the hubs (LAM-28 to LAM-32). */
export const learningHubArrangementFile = z.strictObject({
  hubsPerYear: z.number().int().positive(),
  changeMakersPerHub: z.number().int().positive(),
  auditor: z.strictObject({ independent: z.boolean(), costMetBy: z.string().min(1) }),
  evaluatedBy: z.string().min(1),
  purposes: z.array(z.strictObject({ text: z.string().min(1), sources })).min(1),
  sources,
});
