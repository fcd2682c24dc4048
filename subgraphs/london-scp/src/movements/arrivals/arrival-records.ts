import { instantColumn } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';

/** A child who arrived without a notice, as the partnership says where that is. */
export class ChildArrivalRecord {
  /** That of the movement's record at home. */
  id!: string;
  childPseudonym!: string;
  /** GSS code of the authority that the child is said to come from, of another country, or `UNKNOWN`. */
  originCode!: string;
  /** GSS code. */
  destinationCode!: string;
  /** A day as `YYYY-MM-DD`. */
  arrivedOn!: string;
  /** When there was a notice, or its record was closed; null while it is an arrival without one. */
  overAt!: string | null;
}

/** What an authority is asked about an arrival, and what it said. */
export class ArrivalQuestionRecord {
  arrivalId!: string;
  /** GSS code, or that of another country. */
  asked!: string;
  /** Whether the child is said to come from there; false where it is asked since it is responsible. */
  isNamed!: boolean;
  since!: string;
  /** What was last said, by whom and when; null where nothing was. */
  isKnown!: boolean | null;
  reason!: string | null;
  answeredAt!: string | null;
  answeredBy!: string | null;
  /** What the answer is known by, where whoever asks recorded it for an authority outside the hub. */
  evidence!: string | null;
  /** When it was first answered; null where it was not. */
  metAt!: string | null;
  /** Until when it is to be answered; null where no rule says it, or that cannot be computed. */
  dueAt!: string | null;
  /** When nobody asked it any more; null while it is asked. */
  endedAt!: string | null;
}

/** The tables of children who arrived without a notice. */
export const arrivalSchemas = [
  new EntitySchema<ChildArrivalRecord>({
    name: 'ChildArrival',
    tableName: 'child_arrival',
    target: ChildArrivalRecord,
    columns: {
      id: { type: 'text', primary: true },
      childPseudonym: { type: 'text', name: 'child_pseudonym' },
      originCode: { type: 'text', name: 'origin_code' },
      destinationCode: { type: 'text', name: 'destination_code' },
      arrivedOn: { type: 'date', name: 'arrived_on' },
      overAt: instantColumn('over_at', { nullable: true }),
    },
  }),
  new EntitySchema<ArrivalQuestionRecord>({
    name: 'ArrivalQuestion',
    tableName: 'arrival_question',
    target: ArrivalQuestionRecord,
    columns: {
      arrivalId: { type: 'text', name: 'arrival_id', primary: true },
      asked: { type: 'text', primary: true },
      isNamed: { type: 'boolean', name: 'is_named' },
      since: instantColumn('since'),
      isKnown: { type: 'boolean', name: 'is_known', nullable: true },
      reason: { type: 'text', nullable: true },
      answeredAt: instantColumn('answered_at', { nullable: true }),
      answeredBy: { type: 'text', name: 'answered_by', nullable: true },
      evidence: { type: 'text', nullable: true },
      metAt: instantColumn('met_at', { nullable: true }),
      dueAt: instantColumn('due_at', { nullable: true }),
      endedAt: instantColumn('ended_at', { nullable: true }),
    },
  }),
];
