import { ReportKind } from '@hub/contract';
import { z } from 'zod';
import { sources } from './fact-parts';

const part = {
  /** What a record and an obligation name it by, as `scrutineer-section`. */
  part: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case words joined by hyphens'),
  /** The section or the recipient, in words close to the document. */
  name: z.string().min(1),
  sources,
};

/** `reports.yaml`, where the document speaks of reports: what each kind has in it, and to whom it goes. */
export const reportsFile = z.array(
  z.strictObject({
    kind: z.enum(ReportKind),
    /** True where it reports on a financial year. */
    coversFinancialYear: z.boolean().default(false),
    sections: z
      .array(
        z.strictObject({
          ...part,
          /** False where it is there only if there is something to report. */
          isRequired: z.boolean().default(true),
        }),
      )
      .default([]),
    recipients: z
      .array(
        z.strictObject({
          ...part,
          /** Days of the calendar after publication; null where the document states no time. */
          withinDays: z.number().int().positive().nullable().default(null),
        }),
      )
      .default([]),
    sources,
  }),
);
