import { sources } from '@hub/partnership';
import { z } from 'zod';

const statements = z.array(z.strictObject({ text: z.string().min(1), sources })).min(1);

/** `member-agreement.yaml`: what members sign (RED-18, RED-25 to RED-29). */
export const memberAgreementFile = z.strictObject({
  title: z.string().min(1),
  undertakings: statements,
  contributions: statements,
  entitlements: statements,
  sources,
});
