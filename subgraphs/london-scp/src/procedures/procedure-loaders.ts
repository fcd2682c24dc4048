import { allOf, defineGroupLoader, foundBy, groupedBy, readRows, type SubgraphContext } from '@hub/subgraph-kit';
import { procedureEdition, ProcedureEditionRecord } from './procedure-edition-record';
import { procedure, type ProcedureRecord } from './procedure-record';
import { procedureRule } from './procedure-rule-record';
import { inOrder } from './validity';

/** Every procedure, by title. */
export const procedures = allOf(procedure);

/** A procedure by its id, or null. */
export async function procedureById(context: SubgraphContext, id: unknown): Promise<ProcedureRecord | null> {
  return (await procedures(context)).find((one) => one.id === id) ?? null;
}

/** Editions of a procedure, latest first, by procedure id. */
export const editionsOfProcedure = defineGroupLoader<string, ProcedureEditionRecord>(
  async (procedureIds, context) => {
    const among = { property: 'procedureId' as const, values: procedureIds };
    const rows = await readRows(context.dataSource, ProcedureEditionRecord, { among });
    const dated = rows.map((edition) => ({ edition, from: edition.inForceFrom }));
    return inOrder(dated)
      .reverse()
      .map(({ edition }) => edition);
  },
  (edition) => edition.procedureId,
);

/** An edition by its id. */
export const editionById = foundBy(procedureEdition, 'id');

/** Every rule of every procedure. */
export const procedureRules = allOf(procedureRule);

/** Rules of a procedure, by code, by procedure id. */
export const rulesOfProcedure = groupedBy(procedureRule, 'procedureId');
