import { DateScalar, FinancialYear, financialYearBounds, LearningHub } from '@hub/contract';
import { check, defineRecord, fitsIntoId, notBlank, ownReference, problem } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { LearningHubArrangementRecord } from './learning-hub-arrangement-record';

/** A learning hub as stored. */
export class LearningHubRecord extends LearningHub {
  reference!: string;
}

/** What is recorded of a hub. */
@InputType({ description: 'A learning and practice improvement hub that was established.' })
export class EstablishLearningHubInput {
  @Field(() => String, { description: "The partnership's own reference, as `LPIH/2026-27/1`." })
  reference!: string;

  @Field(() => FinancialYear, { description: 'The financial year that it works in.' })
  financialYear!: string;

  @Field(() => String, { description: 'What it works on.' })
  topic!: string;

  @Field(() => DateScalar, { description: 'The day it began, in that year; not after today.' })
  startedOn!: string;

  @Field(() => [String], { description: 'Its Change Makers by role or organisation, never by the name of a person.' })
  changeMakers!: string[];
}

/** Learning hubs, once a reference (LAM-28, LAM-31). */
export const learningHub = defineRecord({
  row: LearningHubRecord,
  table: 'learning_hub',
  stored: { reference: 'text' },
  order: { startedOn: 'ASC', id: 'ASC' },
  mutation: 'establishLearningHub',
  clauses: ['LAM-28', 'LAM-31'],
  description: 'Records a learning hub that was established, with its Change Makers. Once a reference.',
  input: EstablishLearningHubInput,
  about: 'The hub.',
  answers: { as: 'hub', type: LearningHub, what: 'The hub', result: 'recording a learning hub' },
  by: ['reference'],
  content: ({ financialYear, topic, startedOn, changeMakers }) => ({ financialYear, topic, startedOn, changeMakers }),
  derived: ({ reference }, { id }) => ({ id: `${id}:learning-hub:${reference}` }),
  named: ({ reference }) => `The learning hub ${reference}`,
  checks: [
    fitsIntoId('reference'),
    notBlank('topic'),
    check<EstablishLearningHubInput>('OUTSIDE_YEAR', 'startedOn', ({ financialYear, startedOn }) => {
      const { from, to } = financialYearBounds(financialYear);
      return (startedOn < from || to < startedOn) && `The year is from ${from} to ${to}. Give a day in it.`;
    }),
    {
      codes: ['CHANGE_MAKERS_TOO_MANY'],
      async problems({ changeMakers }, manager) {
        const [arrangement] = await manager.find(LearningHubArrangementRecord);
        const most = arrangement?.changeMakersPerHub ?? Infinity;
        const message = `A hub has ${most} Change Makers. Give no more; fewer, where they are to be appointed.`;
        return [changeMakers.length > most && problem('changeMakers', 'CHANGE_MAKERS_TOO_MANY', message)];
      },
    },
  ],
  demonstration: 'displaces',
});

/** A hub that an input names. */
export const hubNamed = ownReference(learningHub, 'HUB_UNKNOWN', 'Record the hub by establishLearningHub');
