import { DateScalar, FinancialYear, Priority } from '@hub/contract';
import { defineRecord, fitsIntoId, notBlank } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';

/** A priority that was set by a mutation. Those of documents and of the demonstration stand beside it. */
export class SetPriorityRecord extends Priority {
  setOn!: string;
}

/** What is recorded of a priority. */
@InputType({ description: 'A safeguarding priority that the partnership set for a financial year.' })
export class SetPriorityInput {
  @Field(() => String, { description: "The partnership's own reference of it, as `2026-27/neglect`." })
  reference!: string;

  @Field(() => String, { description: 'The priority in words.' })
  title!: string;

  @Field(() => FinancialYear, { description: 'The financial year that it is set for.' })
  financialYear!: string;

  @Field(() => DateScalar, { description: 'The day it was set; not after today.' })
  setOn!: string;
}

/** Priorities, once a reference (RED-04, TRI-15). */
export const setPriority = defineRecord({
  row: SetPriorityRecord,
  table: 'set_priority',
  name: 'Priority',
  stored: { setOn: 'date', reviews: null },
  order: { financialYear: 'DESC', id: 'ASC' },
  mutation: 'setPriority',
  clauses: ['RED-04', 'TRI-15'],
  description: 'Records a safeguarding priority of a financial year (RED-04, TRI-15). Once a reference.',
  input: SetPriorityInput,
  about: 'The priority.',
  answers: { as: 'priority', type: Priority, what: 'The priority', result: 'setting a priority' },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}-priority:${reference}` }),
  content: ({ title, financialYear, setOn }) => ({ title, financialYear, setOn }),
  derived: () => ({ sources: [] }),
  named: ({ reference }) => `The priority "${reference}"`,
  checks: [fitsIntoId('reference'), notBlank('title')],
  demonstration: 'displaces',
});
