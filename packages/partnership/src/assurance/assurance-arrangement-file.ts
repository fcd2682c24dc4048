import { z } from 'zod';
import { slug, sources } from '../facts/fact-parts';

const statements = z.array(z.strictObject({ code: slug, text: z.string().min(1), sources }));

/** `assurance-arrangement.yaml`: the route of escalation and the duties of scrutiny; empty where a document has none. */
export const assuranceArrangementFile = z.strictObject({ escalationRoute: statements, scrutinyDuties: statements });
