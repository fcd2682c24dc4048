import { join } from 'node:path';
import {
  DEMONSTRATION_EDITIONS,
  LONDON_PROCEDURES,
  loadOnce,
  plusDays,
  readYaml,
  slug,
  sources,
} from '@hub/partnership';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { ProcedureKind } from './procedure-kind';
import { ProcedureEditionRecord, ProcedureRecord } from './procedure-records';

const proceduresFile = z.array(
  z.strictObject({
    id: slug,
    title: z.string().min(1),
    kind: z.enum(ProcedureKind),
    description: z.string().min(1),
    publishedAt: z.url().nullable(),
    sources,
  }),
);

/** Brings the procedures, and the editions of the demonstration data if `demo`, into the database. */
export async function loadProcedures(manager: EntityManager, { demo }: { demo: boolean }): Promise<void> {
  const procedures = readYaml(join(__dirname, '..', '..', 'directory', 'procedures.yaml'), proceduresFile);
  await loadOnce(manager, 'procedures', procedures, async () => {
    await manager.query('DELETE FROM procedure');
    await manager.insert(ProcedureRecord, procedures);
  });
  const editions = demo ? demonstrationEditions() : [];
  await loadOnce(manager, 'demonstration editions', editions, async () => {
    await manager.query('DELETE FROM procedure_edition WHERE is_synthetic');
    await manager.insert(ProcedureEditionRecord, editions);
  });
}

/** Each edition is in force until the day before the next. */
function demonstrationEditions() {
  return DEMONSTRATION_EDITIONS.map(({ id, inForceFrom }, index) => {
    const next = DEMONSTRATION_EDITIONS[index + 1];
    return {
      id,
      procedureId: LONDON_PROCEDURES,
      inForceFrom,
      inForceTo: next ? plusDays(next.inForceFrom, -1) : null,
      isSynthetic: true,
    };
  });
}
