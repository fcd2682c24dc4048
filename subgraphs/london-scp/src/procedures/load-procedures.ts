import { DEMONSTRATION_EDITIONS, LONDON_PROCEDURES } from '@hub/partnership';
import { loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ProcedureEditionRecord } from './procedure-edition-record';
import { readProcedures } from './procedure-files';
import { ProcedureRecord } from './procedure-record';
import { ProcedureRuleRecord } from './procedure-rule-record';

/**
 * Brings procedures, editions and rules of the directory's files into the database, and the editions of the
 * demonstration if `demo`. What the London SCP recorded itself is never touched.
 */
export async function loadProcedures(manager: EntityManager, { demo }: { demo: boolean }): Promise<void> {
  const files = readProcedures();
  const editions = demo ? demonstrationEditions() : [];
  // Together: whichever changed, a demonstration edition gives way to one of the files.
  await loadOnce(manager, 'procedures', { ...files, demonstration: editions }, async () => {
    await manager.query('DELETE FROM procedure_rule WHERE is_reference');
    await manager.query('DELETE FROM procedure_edition WHERE is_reference OR is_synthetic');
    await manager.query('DELETE FROM procedure WHERE is_reference');
    const reference = { isReference: true };
    await manager.insert(
      ProcedureRecord,
      files.procedures.map((procedure) => ({ ...procedure, ...reference })),
    );
    await manager.insert(
      ProcedureEditionRecord,
      files.editions.map((edition) => ({ ...edition, ...reference, isSynthetic: false })),
    );
    await manager.insert(
      ProcedureRuleRecord,
      files.rules.map((rule) => ({ ...rule, ...reference })),
    );
    await manager.createQueryBuilder().insert().into(ProcedureEditionRecord).values(editions).orIgnore().execute();
  });
}

function demonstrationEditions() {
  return DEMONSTRATION_EDITIONS.map(({ id, inForceFrom, changes }) => ({
    id,
    procedureId: LONDON_PROCEDURES,
    inForceFrom,
    chapters: [{ number: 'CP6', title: 'Children and Families Moving Across Local Authority Boundaries' }],
    changes,
    source: null,
    isSynthetic: true,
    isReference: false,
  }));
}
