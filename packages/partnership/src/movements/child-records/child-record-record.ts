import type {
  AllocatedTeam,
  ChildRecordStatus,
  CategoryOfNeed,
  ChildPlan,
  EarlierOrigin,
  MovementSide,
  MovementState,
} from '@hub/contract';
import { instantColumn } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';

/** A child record as stored: once a movement and side that the partnership has. Instants are ISO 8601 in UTC. */
export class ChildRecordRecord {
  movementId!: string;
  side!: MovementSide;
  /** GSS code of the authority whose record it is. */
  authority!: string;
  childPseudonym!: string;
  /** The parties, by GSS code, in the partnership's own copy: it asks nobody who may see the record. */
  originCode!: string;
  destinationCode!: string;
  status!: ChildRecordStatus;
  /** As far as the partnership knows; null before a notice, and of one that the hub refused. */
  movementState!: MovementState | null;
  /** From when the other side knows of it; null where there is no notice. */
  notifiedAt!: string | null;
  /** When the movement was closed or withdrawn, or its notice refused. */
  endedAt!: string | null;
  /** Of a child who arrived without a notice: the id it was recorded under, and the day. */
  arrivalId!: string | null;
  arrivedOn!: string | null;
  /** How it stood when the hub was last told of it; null where it was not. */
  arrivalTold!: object | null;
  /** Of a child who was unborn: the day on which the birth was expected. */
  expectedOn!: string | null;
  /** Where the child was said to come from before, oldest first. */
  earlierOrigins!: EarlierOrigin[];
  team!: AllocatedTeam | null;
  plan!: ChildPlan | null;
  planSince!: string | null;
  categoryOfNeed!: CategoryOfNeed | null;
  isAdopted!: boolean;
  isShielded!: boolean;
  /** Null while it is only known of. */
  openedOn!: string | null;
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
    side: { type: 'text', primary: true },
    authority: { type: 'text' },
    childPseudonym: { type: 'text', name: 'child_pseudonym' },
    originCode: { type: 'text', name: 'origin_code' },
    destinationCode: { type: 'text', name: 'destination_code' },
    status: { type: 'text' },
    team: { type: 'jsonb', nullable: true },
    movementState: { type: 'text', name: 'movement_state', nullable: true },
    notifiedAt: instantColumn('notified_at', { nullable: true }),
    endedAt: instantColumn('ended_at', { nullable: true }),
    arrivalId: { type: 'text', name: 'arrival_id', nullable: true },
    arrivedOn: { type: 'date', name: 'arrived_on', nullable: true },
    arrivalTold: { type: 'jsonb', name: 'arrival_told', nullable: true },
    expectedOn: { type: 'date', name: 'expected_on', nullable: true },
    earlierOrigins: { type: 'jsonb', name: 'earlier_origins', default: [] },
    plan: { type: 'text', nullable: true },
    planSince: { type: 'date', name: 'plan_since', nullable: true },
    categoryOfNeed: { type: 'text', name: 'category_of_need', nullable: true },
    isAdopted: { type: 'boolean', name: 'is_adopted', default: false },
    isShielded: { type: 'boolean', name: 'is_shielded', default: false },
    openedOn: { type: 'date', name: 'opened_on', nullable: true },
    closedOn: { type: 'date', name: 'closed_on', nullable: true },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
