import type { Finding } from '../finding';
import type { CheckedAgainst, PartnershipSchema } from '../partnership-schema';

/** One thing that the schema of a partnership must keep to. */
export type Rule = (schema: PartnershipSchema, against: CheckedAgainst) => Finding[];
