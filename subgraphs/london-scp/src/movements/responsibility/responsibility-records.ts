import { instantColumn } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';

/** Who was responsible for a child, from when until when, and by which movement that began. */
export class ChildResponsibilityRecord {
  childPseudonym!: string;
  /** From 0. */
  position!: number;
  /** GSS code. */
  authority!: string;
  fromAt!: string;
  untilAt!: string | null;
  movementId!: string;
  /** GSS code of the authority that recorded it for this one, which is outside the hub; null where it did itself. */
  onWordOf!: string | null;
}

/** An authority's claim to be responsible for a child, while another is. */
export class ResponsibilityClaimRecord {
  /** A claim a movement. */
  movementId!: string;
  childPseudonym!: string;
  /** GSS code. */
  claimant!: string;
  since!: string;
  settledAt!: string | null;
  settlement!: 'CONFIRMED' | 'WITHDRAWN' | null;
  /** When whoever is responsible last answered it, who that was, and what they said; null where nobody has. */
  answeredAt!: string | null;
  answeredBy!: string | null;
  answer!: string | null;
  /** When it was first answered; null where nobody has. */
  metAt!: string | null;
  /** Until when it is to be answered; null where no rule says it, or that cannot be computed. */
  dueAt!: string | null;
}

/** Another pseudonym by which a child was known, and what it is known by now. */
export class ChildLinkRecord {
  pseudonym!: string;
  childPseudonym!: string;
}

/** The tables of who is responsible for a child, and who claims to be. */
export const responsibilitySchemas = [
  new EntitySchema<ChildResponsibilityRecord>({
    name: 'ChildResponsibility',
    tableName: 'child_responsibility',
    target: ChildResponsibilityRecord,
    columns: {
      childPseudonym: { type: 'text', name: 'child_pseudonym', primary: true },
      position: { type: 'integer', primary: true },
      authority: { type: 'text' },
      fromAt: instantColumn('from_at'),
      untilAt: instantColumn('until_at', { nullable: true }),
      movementId: { type: 'text', name: 'movement_id' },
      onWordOf: { type: 'text', name: 'on_word_of', nullable: true },
    },
  }),
  new EntitySchema<ResponsibilityClaimRecord>({
    name: 'ResponsibilityClaim',
    tableName: 'responsibility_claim',
    target: ResponsibilityClaimRecord,
    columns: {
      movementId: { type: 'text', name: 'movement_id', primary: true },
      childPseudonym: { type: 'text', name: 'child_pseudonym' },
      claimant: { type: 'text' },
      since: instantColumn('since'),
      settledAt: instantColumn('settled_at', { nullable: true }),
      settlement: { type: 'text', nullable: true },
      answeredAt: instantColumn('answered_at', { nullable: true }),
      answeredBy: { type: 'text', name: 'answered_by', nullable: true },
      answer: { type: 'text', nullable: true },
      metAt: instantColumn('met_at', { nullable: true }),
      dueAt: instantColumn('due_at', { nullable: true }),
    },
  }),
  new EntitySchema<ChildLinkRecord>({
    name: 'ChildLink',
    tableName: 'child_link',
    target: ChildLinkRecord,
    columns: {
      pseudonym: { type: 'text', primary: true },
      childPseudonym: { type: 'text', name: 'child_pseudonym' },
    },
  }),
];
