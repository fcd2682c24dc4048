import { ProcedureEdition } from '@hub/contract';
import { EntitySchema } from 'typeorm';
import { Procedure } from './procedure';

/** A procedure as stored. */
export class ProcedureRecord extends Procedure {}

/** An edition as stored. */
export class ProcedureEditionRecord extends ProcedureEdition {
  procedureId!: string;
  inForceFrom!: string;
  inForceTo!: string | null;
  isSynthetic!: boolean;
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
    },
  }),
  new EntitySchema<ProcedureEditionRecord>({
    name: 'ProcedureEdition',
    tableName: 'procedure_edition',
    target: ProcedureEditionRecord,
    columns: {
      id: { type: 'text', primary: true },
      procedureId: { type: 'text', name: 'procedure_id' },
      inForceFrom: { type: 'date', name: 'in_force_from' },
      inForceTo: { type: 'date', name: 'in_force_to', nullable: true },
      isSynthetic: { type: 'boolean', name: 'is_synthetic' },
    },
  }),
];
