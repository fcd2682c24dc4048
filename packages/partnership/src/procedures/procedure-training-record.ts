import { DateScalar, ProcedureTraining } from '@hub/contract';
import { defineRecord, fitsIntoId, notBlank } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { isEdition } from './checks';

/** Training as stored. */
export class ProcedureTrainingRecord extends ProcedureTraining {
  /** Id of the edition that it teaches. */
  editionId!: string;
}

/** What is recorded of training. */
@InputType({ description: 'Training that taught an edition of a shared procedure.' })
export class RecordProcedureTrainingInput {
  @Field(() => String, { description: "The partnership's own reference of this course, as `2026/12`." })
  reference!: string;

  @Field(() => String, { description: 'Title of the course.' })
  title!: string;

  @Field(() => ID, { description: 'Id of the edition that it taught, as `london-procedures:2026-03`.' })
  teachesEditionId!: string;

  @Field(() => DateScalar, { description: 'The day it was held; not after today.' })
  heldOn!: string;
}

/** Training that taught an edition, once a reference. */
export const procedureTraining = defineRecord({
  row: ProcedureTrainingRecord,
  table: 'procedure_training',
  stored: { editionId: 'text' },
  order: { heldOn: 'ASC', id: 'ASC' },
  mutation: 'recordProcedureTraining',
  clauses: ['TRI-31'],
  description: 'Records training that taught an edition of a shared procedure. Once a reference.',
  input: RecordProcedureTrainingInput,
  about: 'The training.',
  answers: { as: 'training', type: ProcedureTraining, what: 'The training', result: 'recording training' },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}-training:${reference}` }),
  content: ({ title, teachesEditionId, heldOn }) => ({ title, editionId: teachesEditionId, heldOn }),
  named: ({ reference }) => `The training "${reference}"`,
  checks: [fitsIntoId('reference'), notBlank('title'), isEdition('teachesEditionId')],
  demonstration: 'displaces',
});
