import { BodyKind, ChairOffice } from '@hub/contract';
import { slug, sources } from '@hub/partnership';
import { z } from 'zod';

const offices = z.array(z.enum(ChairOffice)).min(1);

/** `compositions.yaml`: which offices, of which bodies, make up a group, one entry a passage of the document (TRI-14). */
export const compositionsFile = z.array(
  z.strictObject({
    id: slug,
    body: slug,
    statement: z.string().min(1),
    members: z.array(
      z.union([z.strictObject({ kind: z.enum(BodyKind), offices }), z.strictObject({ body: slug, offices })]),
    ),
    sources,
  }),
);

export type Compositions = z.infer<typeof compositionsFile>;
