import { ProcedureEdition } from '@hub/contract';
import { EntitySchema } from 'typeorm';
import type { EditionChange, EditionChapter } from './edition-content';
import { Procedure } from './procedure';
import { ProcedureRule } from './procedure-rule';

/** A procedure as stored. */
export class ProcedureRecord extends Procedure {
  /** Whether it is of the files of the directory, and is rewritten with them. */
  isReference!: boolean;
}

/** An edition as stored. Its end is the beginning of the next, and is never stored. */
export class ProcedureEditionRecord extends ProcedureEdition {
  procedureId!: string;
  /** A partial date. */
  inForceFrom!: string;
  chapters!: EditionChapter[];
  changes!: EditionChange[];
  source!: string | null;
  isSynthetic!: boolean;
  isReference!: boolean;
}

/** A rule as stored. `validTo` is the end that its source states; its successor may end it earlier. */
export class ProcedureRuleRecord extends ProcedureRule {
  editionId!: string | null;
  isReference!: boolean;
}

/** The tables of procedures. */
export const procedureSchemas = [
  new EntitySchema<ProcedureRecord>({
    name: 'Procedure',
    tableName: 'procedure',
    target: ProcedureRecord,
    columns: {
      id: { type: 'text', primary: true },
      title: { type: 'text' },
      kind: { type: 'text' },
      description: { type: 'text' },
      publishedAt: { type: 'text', name: 'published_at', nullable: true },
      sources: { type: 'text', array: true },
      isReference: { type: 'boolean', name: 'is_reference' },
    },
  }),
  new EntitySchema<ProcedureEditionRecord>({
    name: 'ProcedureEdition',
    tableName: 'procedure_edition',
    target: ProcedureEditionRecord,
    columns: {
      id: { type: 'text', primary: true },
      procedureId: { type: 'text', name: 'procedure_id' },
      inForceFrom: { type: 'text', name: 'in_force_from' },
      chapters: { type: 'jsonb' },
      changes: { type: 'jsonb' },
      source: { type: 'text', nullable: true },
      isSynthetic: { type: 'boolean', name: 'is_synthetic' },
      isReference: { type: 'boolean', name: 'is_reference' },
    },
  }),
  new EntitySchema<ProcedureRuleRecord>({
    name: 'ProcedureRule',
    tableName: 'procedure_rule',
    target: ProcedureRuleRecord,
    columns: {
      id: { type: 'text', primary: true },
      procedureId: { type: 'text', name: 'procedure_id' },
      editionId: { type: 'text', name: 'edition_id', nullable: true },
      code: { type: 'text' },
      amount: { type: 'integer' },
      unit: { type: 'text' },
      startsAt: { type: 'text', name: 'starts_at' },
      countsStartDay: { type: 'boolean', name: 'counts_start_day' },
      validFrom: { type: 'text', name: 'valid_from', nullable: true },
      validTo: { type: 'text', name: 'valid_to', nullable: true },
      statedBy: { type: 'text', name: 'stated_by' },
      source: { type: 'text' },
      note: { type: 'text', nullable: true },
      isReference: { type: 'boolean', name: 'is_reference' },
    },
  }),
];
