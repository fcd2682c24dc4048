import { ProcedureTraining } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** Training as stored. */
export class ProcedureTrainingRecord extends ProcedureTraining {
  /** Id of the edition that it teaches. */
  editionId!: string;
}

/** Table `procedure_training`. */
export const procedureTrainingSchema = new EntitySchema<ProcedureTrainingRecord>({
  name: 'ProcedureTraining',
  tableName: 'procedure_training',
  target: ProcedureTrainingRecord,
  columns: {
    id: { type: 'text', primary: true },
    title: { type: 'text' },
    editionId: { type: 'text', name: 'edition_id' },
    heldOn: { type: 'date', name: 'held_on' },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
