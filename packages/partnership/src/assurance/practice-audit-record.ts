import { AuditKind, DateScalar, PracticeAudit } from '@hub/contract';
import { check, defineRecord, fitsIntoId, notBlank } from '@hub/subgraph-kit';
import { Field, InputType, Int } from 'type-graphql';

/** An audit as stored. */
export class PracticeAuditRecord extends PracticeAudit {}

/** What is recorded of an audit. */
@InputType({ description: 'An audit of practice that was completed.' })
export class RecordPracticeAuditInput {
  @Field(() => String, { description: "The partnership's own reference, as `AUD/2026/2`." })
  reference!: string;

  @Field(() => AuditKind, { description: 'What kind of audit it is.' })
  kind!: AuditKind;

  @Field(() => String, { description: 'What it looked at.' })
  theme!: string;

  @Field(() => DateScalar, { description: 'The day it was completed; not after today.' })
  completedOn!: string;

  @Field(() => Int, { description: 'How many findings it has, 0 or more.' })
  findings!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day its learning was shared; left out before, and then given with the same again.',
  })
  learningSharedOn?: string | null;
}

/** Audits, once a reference (RED-04, TRI-36, TRI-37). */
export const practiceAudit = defineRecord({
  row: PracticeAuditRecord,
  table: 'practice_audit',
  order: { completedOn: 'DESC', id: 'DESC' },
  mutation: 'recordPracticeAudit',
  clauses: ['RED-04', 'TRI-36', 'TRI-37'],
  description: 'Records an audit that was completed, and that its learning was shared. Once a reference.',
  input: RecordPracticeAuditInput,
  about: 'The audit.',
  answers: { as: 'audit', type: PracticeAudit, what: 'The audit', result: 'recording an audit' },
  by: ['reference'],
  content: ({ kind, theme, completedOn, findings, learningSharedOn }) => ({
    ...{ kind, theme, completedOn, findings, learningSharedOn: learningSharedOn ?? null },
  }),
  derived: ({ reference }, { id }) => ({ id: `${id}:audit:${reference}` }),
  filledLater: ['learningSharedOn'],
  named: ({ reference }) => `The audit ${reference}`,
  checks: [
    fitsIntoId('reference'),
    notBlank('theme'),
    check<RecordPracticeAuditInput>('FINDINGS_NEGATIVE', 'findings', ({ findings }) => {
      return findings < 0 && 'findings must be 0 or more.';
    }),
  ],
  demonstration: 'displaces',
});
