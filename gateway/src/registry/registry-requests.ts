import { z } from 'zod';
import { RequestRefused } from '../http/http-errors';

/** A text that people read in a terminal. */
const reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((text) => !/\p{Cc}/u.test(text));
const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** A schema that is published. */
export const publicationRequest = z.strictObject({
  subgraph: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
  sdl: z.string().min(1),
  url: z.string().min(1).max(500).nullish(),
  reason,
  ifVersion: z.number().int().min(0).nullish(),
});

/** A publication that is restored. */
export const rollbackRequest = z.strictObject({ publication: number, reason });

export const historyQuery = z.object({
  subgraph: z.string().max(63).optional(),
  first: z.coerce.number().int().min(1).max(100).default(20),
});

export const numberedRequest = z.object({ number });

export const supergraphQuery = z.object({ number: number.optional() });

/** @throws RequestRefused `PUBLICATION_INVALID`, naming the first field that is wrong. */
export function read<Output>(schema: z.ZodType<Output>, given: unknown): Output {
  const { data, error } = schema.safeParse(given);
  if (!error) return data;
  const [{ path, message }] = error.issues as [z.core.$ZodIssue];
  throw new RequestRefused('PUBLICATION_INVALID', { field: path.join('.') || 'body', reason: message });
}
