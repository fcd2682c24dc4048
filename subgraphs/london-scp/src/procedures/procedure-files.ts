import { ProcedureRuleCode, ProcedureRuleStart, ProcedureRuleUnit } from '@hub/contract';
import { join } from 'node:path';
import { partialDate, readYaml, slug, sources } from '@hub/partnership';
import { z } from 'zod';
import { LONGEST_LIMITS } from './longest-limits';
import { ProcedureKind } from './procedure-kind';

const FOLDER = join(__dirname, '..', '..', 'directory');
const text = z.string().min(1);
const editionId = z.string().regex(/^[a-z0-9-]+:[a-z0-9-]+$/, 'an edition id such as london-procedures:2022-09');

const proceduresFile = z.array(
  z.strictObject({
    id: slug,
    title: text,
    kind: z.enum(ProcedureKind),
    description: text,
    publishedAt: z.url().nullable(),
    sources,
  }),
);

const editionsFile = z.array(
  z.strictObject({
    id: editionId,
    procedureId: slug,
    inForceFrom: partialDate,
    chapters: z.array(z.strictObject({ number: text, title: text })),
    changes: z.array(z.strictObject({ chapter: text, summary: text })),
    source: text,
  }),
);

const rulesFile = z.array(
  z
    .strictObject({
      id: text,
      procedureId: slug,
      editionId: editionId.nullable(),
      code: z.enum(ProcedureRuleCode),
      amount: z.number().int().positive(),
      unit: z.enum(ProcedureRuleUnit),
      startsAt: z.enum(ProcedureRuleStart),
      countsStartDay: z.boolean(),
      validFrom: partialDate.nullable(),
      validTo: partialDate.nullable(),
      statedBy: text,
      source: text,
      note: text.nullable(),
    })
    .refine(({ amount, unit }) => amount <= LONGEST_LIMITS[unit], {
      path: ['amount'],
      message: 'is longer than a limit of its unit may be: compare both with the source',
    }),
);

/** Reads what the directory's files say of procedures: the protocols, their editions, and rules. */
export function readProcedures() {
  return {
    procedures: readYaml(join(FOLDER, 'procedures.yaml'), proceduresFile),
    editions: readYaml(join(FOLDER, 'editions.yaml'), editionsFile),
    rules: readYaml(join(FOLDER, 'rules.yaml'), rulesFile),
  };
}
