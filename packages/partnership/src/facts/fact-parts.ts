import { z } from 'zod';

/** A clause id, as `HAV-12`. */
export const clauseId = z.string().regex(/^[A-Z]{3}-\d{2,3}$/, 'a clause id such as HAV-12');

/** The clauses a fact was read from: at least one. */
export const sources = z.array(clauseId).min(1);

/** A date as precisely as its source states it. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date such as 2022, 2022-12 or 2022-12-31');

/** A readable id. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case words joined by hyphens');

/** The ONS code of a London local authority. */
export const gssCode = z.string().regex(/^E09\d{6}$/, 'a GSS code such as E09000022');
