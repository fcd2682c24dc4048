import { EntitySchema } from 'typeorm';
import { ChildMovement } from './child-movement';

/** A movement as stored. */
export class ChildMovementRecord extends ChildMovement {
  originCode!: string;
  destinationCode!: string;
}

/** Table `child_movement`. */
export const childMovementSchema = new EntitySchema<ChildMovementRecord>({
  name: 'ChildMovement',
  tableName: 'child_movement',
  target: ChildMovementRecord,
  columns: {
    id: { type: 'text', primary: true },
    childPseudonym: { type: 'text', name: 'child_pseudonym' },
    category: { type: 'text' },
    originCode: { type: 'text', name: 'origin_code' },
    destinationCode: { type: 'text', name: 'destination_code' },
    notifiedOn: { type: 'date', name: 'notified_on' },
    movedOn: { type: 'date', name: 'moved_on' },
    isPermanent: { type: 'boolean', name: 'is_permanent' },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
