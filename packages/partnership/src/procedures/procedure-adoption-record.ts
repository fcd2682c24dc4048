import { ProcedureAdoption } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** An adoption as stored. */
export class ProcedureAdoptionRecord extends ProcedureAdoption {
  /** Id of the edition adopted. */
  editionId!: string;
}

/** Table `procedure_adoption`. */
export const procedureAdoptionSchema = new EntitySchema<ProcedureAdoptionRecord>({
  name: 'ProcedureAdoption',
  tableName: 'procedure_adoption',
  target: ProcedureAdoptionRecord,
  columns: {
    id: { type: 'text', primary: true },
    procedureId: { type: 'text', name: 'procedure_id' },
    editionId: { type: 'text', name: 'edition_id' },
    adoptedOn: { type: 'date', name: 'adopted_on' },
    decisionReference: { type: 'text', name: 'decision_reference', nullable: true },
    localVariations: { type: 'text', name: 'local_variations', array: true },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
