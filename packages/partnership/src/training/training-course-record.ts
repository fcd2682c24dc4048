import { DateScalar, TrainingBasis, TrainingCourse } from '@hub/contract';
import { check, defineRecord, fitsIntoId, notBlank, nameOf } from '@hub/subgraph-kit';
import { Field, InputType, Int } from 'type-graphql';

/** A course as stored. */
export class TrainingCourseRecord extends TrainingCourse {
  reference!: string;
}

/** What is recorded of a course. */
@InputType({ description: 'A course of the multi-agency training programme.' })
export class RecordTrainingCourseInput {
  @Field(() => String, {
    description:
      "The partnership's own reference of it, as `2026/12`: that of the procedure training, where it taught an edition.",
  })
  reference!: string;

  @Field(() => String, { description: 'Title of the course.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The day it is held; it may lie ahead.' })
  heldOn!: string;

  @Field(() => Int, { description: 'How many places it has, from 1 to 1000.' })
  places!: number;

  @Field(() => [TrainingBasis], { description: 'What its content reflects.' })
  reflects!: TrainingBasis[];

  @Field(() => Boolean, { description: 'Whether local agencies deliver it together.' })
  isCoDelivered!: boolean;
}

/** Courses of the programme, once a reference (RED-04, LAM-25, TRI-30, TRI-31). */
export const trainingCourse = defineRecord({
  row: TrainingCourseRecord,
  table: 'training_course',
  stored: { reference: 'text' },
  order: { heldOn: 'ASC', id: 'ASC' },
  mutation: 'recordTrainingCourse',
  clauses: ['RED-04', 'LAM-25', 'TRI-31', 'RED-33'],
  description: 'Records a course of the training programme (RED-04, LAM-25, TRI-30, TRI-31). Once a reference.',
  input: RecordTrainingCourseInput,
  about: 'The course.',
  answers: { as: 'course', type: TrainingCourse, what: 'The course', result: 'recording a course' },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}-course:${reference}` }),
  content: ({ reference: _, reflects, ...content }) => ({ ...content, reflects: [...new Set(reflects)].sort() }),
  derived: ({ reference }) => ({ reference }),
  named: ({ reference }) => `The course "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    notBlank('title'),
    check<RecordTrainingCourseInput>('PLACES_OUT_OF_RANGE', 'places', ({ places }) => {
      return (places < 1 || places > 1000) && `places must be from 1 to 1000, not ${places}.`;
    }),
  ],
  ahead: ['heldOn'],
  demonstration: 'displaces',
});

/** A course that an input names, by its reference. */
export const courseNamed = nameOf(
  TrainingCourseRecord,
  'reference',
  'COURSE_UNKNOWN',
  (reference) => `There is no course "${reference}". Record it by recordTrainingCourse, or correct the reference.`,
);
