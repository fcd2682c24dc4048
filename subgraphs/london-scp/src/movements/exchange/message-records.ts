import type { MovementMessage, Refused, RefusedStepSettlement, SentMessage } from '@hub/contract';
import { instantColumn } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';
import type { MovementDeliveryProblem } from './delivery-problem';

/** A message of a partnership, and what became of it. */
export class MovementMessageRecord {
  id!: string;
  movementId!: string;
  /** Id of the partnership. */
  sender!: string;
  body!: SentMessage;
  receivedAt!: string;
  outcome!: 'RECORDED' | 'HELD' | 'REFUSED';
  refusal!: Refused | null;
  /** When it was recorded or refused; null while it is held. */
  settledAt!: string | null;
  /** That a person has seen to its refusal; null, or left out as it was, where nobody has. */
  settlement?: RefusedStepSettlement | null;
}

/** What a delivery brings: a move as the hub recorded it, or a message that was held and then refused. */
export type DeliveryBody = { message: MovementMessage } | { refused: SentMessage; refusal: Refused };

/** Something that a partnership is to fetch. */
export class MovementDeliveryRecord {
  /** Rises in the order in which things are to be taken. */
  id!: string;
  /** Id of the partnership. */
  recipient!: string;
  movementId!: string;
  messageId!: string;
  body!: DeliveryBody;
  createdAt!: string;
  acknowledgedAt!: string | null;
  /** What the partnership's system said when it could not take it, and when first; null where it said nothing. */
  problem!: MovementDeliveryProblem | null;
  problemAt!: string | null;
}

/** The tables of the exchange with partnerships. */
export const movementExchangeSchemas = [
  new EntitySchema<MovementMessageRecord>({
    name: 'MovementMessage',
    tableName: 'movement_message',
    target: MovementMessageRecord,
    columns: {
      id: { type: 'text', primary: true },
      movementId: { type: 'text', name: 'movement_id' },
      sender: { type: 'text' },
      body: { type: 'jsonb' },
      receivedAt: instantColumn('received_at'),
      outcome: { type: 'text' },
      refusal: { type: 'jsonb', nullable: true },
      settledAt: instantColumn('settled_at', { nullable: true }),
      settlement: { type: 'jsonb', nullable: true },
    },
  }),
  new EntitySchema<MovementDeliveryRecord>({
    name: 'MovementDelivery',
    tableName: 'movement_delivery',
    target: MovementDeliveryRecord,
    columns: {
      id: { type: 'bigint', primary: true, generated: 'increment' },
      recipient: { type: 'text' },
      movementId: { type: 'text', name: 'movement_id' },
      messageId: { type: 'text', name: 'message_id' },
      body: { type: 'jsonb' },
      createdAt: instantColumn('created_at'),
      acknowledgedAt: instantColumn('acknowledged_at', { nullable: true }),
      problem: { type: 'text', nullable: true },
      problemAt: instantColumn('problem_at', { nullable: true }),
    },
  }),
];
