import { defineGroupLoader, defineLoader, type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { ProcedureEditionRecord, ProcedureRecord, ProcedureRuleRecord } from './procedure-records';
import { inOrder } from './validity';

/** Every procedure, by title. */
export const procedures = wholeTable(ProcedureRecord, { order: { title: 'ASC' } });

/** A procedure by its id, or null. */
export async function procedureById(context: SubgraphContext, id: unknown): Promise<ProcedureRecord | null> {
  return (await procedures(context)).find((procedure) => procedure.id === id) ?? null;
}

/** Editions of a procedure, latest first, by procedure id. */
export const editionsOfProcedure = defineGroupLoader<string, ProcedureEditionRecord>(
  async (procedureIds, context) => {
    const rows = await context.dataSource
      .getRepository(ProcedureEditionRecord)
      .findBy({ procedureId: In([...procedureIds]) });
    const dated = rows.map((edition) => ({ edition, from: edition.inForceFrom }));
    return inOrder(dated)
      .reverse()
      .map(({ edition }) => edition);
  },
  (edition) => edition.procedureId,
);

/** An edition by its id. */
export const editionById = defineLoader<string, ProcedureEditionRecord>(async (ids, context) => {
  const rows = await context.dataSource.getRepository(ProcedureEditionRecord).findBy({ id: In([...ids]) });
  return new Map(rows.map((edition) => [edition.id, edition]));
});

/** Every rule of every procedure. */
export const procedureRules = wholeTable(ProcedureRuleRecord);

/** Rules of a procedure, by code, by procedure id. */
export const rulesOfProcedure = defineGroupLoader<string, ProcedureRuleRecord>(
  (procedureIds, context) =>
    context.dataSource.getRepository(ProcedureRuleRecord).find({
      where: { procedureId: In([...procedureIds]) },
      order: { code: 'ASC', id: 'ASC' },
    }),
  (rule) => rule.procedureId,
);
