import type { AllocatedTeam, ChildRecordStatus } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A child record as stored: once a movement that the partnership has a side of. */
export class ChildRecordRecord {
  movementId!: string;
  childPseudonym!: string;
  /** The parties, by GSS code, in the partnership's own copy: it asks nobody who may see the record. */
  originCode!: string;
  destinationCode!: string;
  status!: ChildRecordStatus;
  team!: AllocatedTeam | null;
  openedOn!: string;
  closedOn!: string | null;
  isSynthetic!: boolean;
}

/** Table `child_record`. */
export const childRecordSchema = new EntitySchema<ChildRecordRecord>({
  name: 'ChildRecord',
  tableName: 'child_record',
  target: ChildRecordRecord,
  columns: {
    movementId: { type: 'text', name: 'movement_id', primary: true },
    childPseudonym: { type: 'text', name: 'child_pseudonym' },
    originCode: { type: 'text', name: 'origin_code' },
    destinationCode: { type: 'text', name: 'destination_code' },
    status: { type: 'text' },
    team: { type: 'jsonb', nullable: true },
    openedOn: { type: 'date', name: 'opened_on' },
    closedOn: { type: 'date', name: 'closed_on', nullable: true },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
