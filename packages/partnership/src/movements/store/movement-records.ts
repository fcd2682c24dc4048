import type { MovementEvent, Refused, RefusedStepSettlement, SentMessage } from '@hub/contract';
import { bigintNumber, instantColumn } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';
import { childRecordSchema } from '../child-records/child-record-record';

/** A move as the hub recorded it, at its place in the hub's order. */
export class MovementEventRecord {
  movementId!: string;
  /** From 0, which is the notice. */
  position!: number;
  messageId!: string;
  recordedAt!: string;
  body!: MovementEvent;
}

/** A move that was fetched before the one it follows. */
export class MovementWaitingRecord {
  messageId!: string;
  movementId!: string;
  /** Id of the message that it follows. */
  after!: string;
  body!: MovementEvent;
  fetchedAt!: string;
}

/** A message for the hub, kept also once it is delivered: its id may come again. */
export class MovementOutboxRecord {
  /** Rises in the order in which messages were written. */
  sequence!: number;
  id!: string;
  movementId!: string;
  body!: SentMessage;
  writtenAt!: string;
  attempts!: number;
  nextAttemptAt!: string;
  lastProblem!: string | null;
  deliveredAt!: string | null;
  outcome!: 'RECORDED' | 'HELD' | 'REFUSED' | null;
  refusal!: Refused | null;
  /** That a person has seen to its refusal; null where nobody has. */
  settlement!: RefusedStepSettlement | null;
  /** When the hub was told of that; null where it was not. */
  settlementToldAt!: string | null;
}

/** The tables of a partnership's side of movements. */
export const movementSchemas = [
  childRecordSchema,
  new EntitySchema<MovementEventRecord>({
    name: 'MovementEvent',
    tableName: 'movement_event',
    target: MovementEventRecord,
    columns: {
      movementId: { type: 'text', name: 'movement_id', primary: true },
      position: { type: 'integer', primary: true },
      messageId: { type: 'text', name: 'message_id' },
      recordedAt: instantColumn('recorded_at'),
      body: { type: 'jsonb' },
    },
  }),
  new EntitySchema<MovementWaitingRecord>({
    name: 'MovementWaiting',
    tableName: 'movement_waiting',
    target: MovementWaitingRecord,
    columns: {
      messageId: { type: 'text', name: 'message_id', primary: true },
      movementId: { type: 'text', name: 'movement_id' },
      after: { type: 'text' },
      body: { type: 'jsonb' },
      fetchedAt: instantColumn('fetched_at'),
    },
  }),
  new EntitySchema<MovementOutboxRecord>({
    name: 'MovementOutbox',
    tableName: 'movement_outbox',
    target: MovementOutboxRecord,
    columns: {
      sequence: { type: 'bigint', generated: 'increment', transformer: bigintNumber },
      id: { type: 'text', primary: true },
      movementId: { type: 'text', name: 'movement_id' },
      body: { type: 'jsonb' },
      writtenAt: instantColumn('written_at'),
      attempts: { type: 'integer' },
      nextAttemptAt: instantColumn('next_attempt_at'),
      lastProblem: { type: 'text', name: 'last_problem', nullable: true },
      deliveredAt: instantColumn('delivered_at', { nullable: true }),
      outcome: { type: 'text', nullable: true },
      refusal: { type: 'jsonb', nullable: true },
      settlement: { type: 'jsonb', nullable: true },
      settlementToldAt: instantColumn('settlement_told_at', { nullable: true }),
    },
  }),
];
