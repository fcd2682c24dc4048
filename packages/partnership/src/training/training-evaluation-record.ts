import { EvaluationRespondent, EvaluationStage, TrainingEvaluation } from '@hub/contract';
import { check, defineRecord } from '@hub/subgraph-kit';
import { Field, InputType, Int } from 'type-graphql';
import { notDemonstration } from '../recording/not-demonstration';
import { courseNamed, TrainingCourseRecord } from './training-course-record';

/** An evaluation as stored. */
export class TrainingEvaluationRecord extends TrainingEvaluation {
  courseId!: string;
}

/** What is recorded of an evaluation: numbers, and nobody by name. */
@InputType({ description: 'What delegates, or their managers, said of a course before or after it.' })
export class RecordTrainingEvaluationInput {
  @Field(() => String, { description: 'Reference of the course.' })
  courseReference!: string;

  @Field(() => EvaluationStage, { description: 'Before the workshop or after it.' })
  stage!: EvaluationStage;

  @Field(() => EvaluationRespondent, { description: 'Who was asked. Once each, before and after.' })
  respondent!: EvaluationRespondent;

  @Field(() => Int, { description: 'How many answered, from 1.' })
  responses!: number;

  @Field(() => Int, { description: 'How many of these were confident that what is taught is put into practice.' })
  confident!: number;
}

/** Evaluations, once a course, stage and respondent (TRI-32). */
export const trainingEvaluation = defineRecord({
  row: TrainingEvaluationRecord,
  table: 'training_evaluation',
  stored: { courseId: 'text' },
  order: { id: 'ASC' },
  mutation: 'recordTrainingEvaluation',
  clauses: ['TRI-32'],
  description:
    'Records an evaluation of a course by delegates or their managers, before or after it (TRI-32). Once each.',
  input: RecordTrainingEvaluationInput,
  about: 'The evaluation.',
  answers: { as: 'evaluation', type: TrainingEvaluation, what: 'The evaluation', result: 'recording an evaluation' },
  names: { courseReference: courseNamed },
  by: ['courseReference', 'stage', 'respondent'],
  key: ({ courseReference, stage, respondent }, { id }) => ({
    id: `${id}-course:${courseReference}:${stage}:${respondent}`,
  }),
  content: ({ responses, confident }) => ({ responses, confident }),
  derived: ({ courseReference, stage, respondent }, { id }) => ({
    ...{ courseId: `${id}-course:${courseReference}`, stage, respondent },
  }),
  named: ({ courseReference, stage, respondent }) => `The evaluation ${stage} "${courseReference}" by ${respondent}`,
  checks: [
    check<RecordTrainingEvaluationInput>('COUNT_OUT_OF_RANGE', 'responses', ({ responses }) => {
      return (responses < 1 || responses > 1000) && `responses must be from 1 to 1000, not ${responses}.`;
    }),
    check<RecordTrainingEvaluationInput>('ABOVE_RESPONSES', 'confident', ({ responses, confident }) => {
      return (confident < 0 || confident > responses) && `confident must be from 0 to responses, ${responses}.`;
    }),
    notDemonstration(TrainingCourseRecord, 'reference', 'courseReference', 'COURSE_IS_DEMONSTRATION'),
  ],
  restsOn: [{ on: TrainingCourseRecord, where: ({ id }: TrainingCourseRecord) => ({ courseId: id }) }],
  demonstration: 'displaces',
});
