import type { PlacementApprover, PlacementDistance } from '@hub/contract';
import { instantColumn } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';
import { ChildMovement } from './child-movement';

/** A movement as stored: what follows from its events, for questions to find it by. Instants are ISO 8601 in UTC. */
export class ChildMovementRecord extends ChildMovement {
  /** Pseudonyms. */
  siblings!: string[];
  escalatedAt!: string | null;
  /** GSS code of who is responsible now. */
  responsibleCode!: string;
  placementDistance!: PlacementDistance | null;
  placementApprovedBy!: PlacementApprover | null;
  placementStartsOn!: string | null;
}

/** Table `child_movement`. */
export const childMovementSchema = new EntitySchema<ChildMovementRecord>({
  name: 'ChildMovement',
  tableName: 'child_movement',
  target: ChildMovementRecord,
  columns: {
    id: { type: 'text', primary: true },
    childPseudonym: { type: 'text', name: 'child_pseudonym' },
    siblings: { type: 'text', array: true },
    category: { type: 'text' },
    originCode: { type: 'text', name: 'origin_code' },
    originName: { type: 'text', name: 'origin_name', nullable: true },
    destinationCode: { type: 'text', name: 'destination_code' },
    destinationName: { type: 'text', name: 'destination_name', nullable: true },
    notifiedOn: { type: 'date', name: 'notified_on' },
    movedOn: { type: 'date', name: 'moved_on', nullable: true },
    permanence: { type: 'text' },
    planning: { type: 'text' },
    state: { type: 'text' },
    since: instantColumn('since'),
    notifiedAt: instantColumn('notified_at'),
    acknowledgedAt: instantColumn('acknowledged_at', { nullable: true }),
    escalatedAt: instantColumn('escalated_at', { nullable: true }),
    closedAt: instantColumn('closed_at', { nullable: true }),
    responsibleCode: { type: 'text', name: 'responsible_code' },
    placementDistance: { type: 'text', name: 'placement_distance', nullable: true },
    placementApprovedBy: { type: 'text', name: 'placement_approved_by', nullable: true },
    placementStartsOn: { type: 'date', name: 'placement_starts_on', nullable: true },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
