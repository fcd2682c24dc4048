import type { MovementEvent, MovementMove, MovementSide, MovementState, ProcedureRuleCode } from '@hub/contract';
import { instantColumn } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';

/** A move of a movement's history, as recorded. */
export class MovementEventRecord {
  movementId!: string;
  /** From 0, which is the notice. */
  position!: number;
  messageId!: string;
  move!: MovementMove;
  side!: MovementSide;
  authority!: string;
  occurredAt!: string;
  recordedAt!: string;
  /** The state that it led to, or left as it was. */
  state!: MovementState;
  /** All of it. */
  body!: MovementEvent;
}

/** A clock of a movement: what follows from its history and the rules when it was last looked at. */
export class MovementClockRecord {
  movementId!: string;
  code!: ProcedureRuleCode;
  ruleId!: string | null;
  startedAt!: string | null;
  dueAt!: string | null;
  metAt!: string | null;
  /** When the movement ended, where that came before what the clock waits for. */
  stoppedAt!: string | null;
}

/** What the hub took further of a movement: a limit that passed, to whom, and when. */
export class MovementEscalationRecord {
  movementId!: string;
  code!: ProcedureRuleCode;
  /** Roles or titles, one after another. */
  route!: string[];
  dueAt!: string;
  escalatedAt!: string;
}

/** The tables of movements' histories. */
export const movementHistorySchemas = [
  new EntitySchema<MovementEventRecord>({
    name: 'MovementEvent',
    tableName: 'movement_event',
    target: MovementEventRecord,
    columns: {
      movementId: { type: 'text', name: 'movement_id', primary: true },
      position: { type: 'integer', primary: true },
      messageId: { type: 'text', name: 'message_id' },
      move: { type: 'text' },
      side: { type: 'text' },
      authority: { type: 'text' },
      occurredAt: instantColumn('occurred_at'),
      recordedAt: instantColumn('recorded_at'),
      state: { type: 'text' },
      body: { type: 'jsonb' },
    },
  }),
  new EntitySchema<MovementClockRecord>({
    name: 'MovementClock',
    tableName: 'movement_clock',
    target: MovementClockRecord,
    columns: {
      movementId: { type: 'text', name: 'movement_id', primary: true },
      code: { type: 'text', primary: true },
      ruleId: { type: 'text', name: 'rule_id', nullable: true },
      startedAt: instantColumn('started_at', { nullable: true }),
      dueAt: instantColumn('due_at', { nullable: true }),
      metAt: instantColumn('met_at', { nullable: true }),
      stoppedAt: instantColumn('stopped_at', { nullable: true }),
    },
  }),
  new EntitySchema<MovementEscalationRecord>({
    name: 'MovementEscalation',
    tableName: 'movement_escalation',
    target: MovementEscalationRecord,
    columns: {
      movementId: { type: 'text', name: 'movement_id', primary: true },
      code: { type: 'text', primary: true },
      route: { type: 'text', array: true },
      dueAt: instantColumn('due_at'),
      escalatedAt: instantColumn('escalated_at'),
    },
  }),
];
