import { wholeTable } from '@hub/partnership';
import { defineGroupLoader, defineLoader } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { ProcedureEditionRecord, ProcedureRecord } from './procedure-records';

/** Every procedure, by title. */
export const procedures = wholeTable(ProcedureRecord, { order: { title: 'ASC' } });

/** Editions of a procedure, latest first, by procedure id. */
export const editionsOfProcedure = defineGroupLoader<string, ProcedureEditionRecord>(
  (procedureIds, context) =>
    context.dataSource.getRepository(ProcedureEditionRecord).find({
      where: { procedureId: In([...procedureIds]) },
      order: { inForceFrom: 'DESC' },
    }),
  (edition) => edition.procedureId,
);

/** An edition by its id. */
export const editionById = defineLoader<string, ProcedureEditionRecord>(async (ids, context) => {
  const rows = await context.dataSource.getRepository(ProcedureEditionRecord).findBy({ id: In([...ids]) });
  return new Map(rows.map((edition) => [edition.id, edition]));
});
