import { todayInLondon, TrainingAttendance } from '@hub/contract';
import { check, defineRecord } from '@hub/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { agencyColumn, agencyNamed, withOwnAgency } from '../governance/agency-record';
import { notDemonstration } from '../recording/not-demonstration';
import { courseNamed, TrainingCourseRecord } from './training-course-record';

/** How many an agency sent, as stored. */
export class TrainingAttendanceRecord extends TrainingAttendance {
  courseId!: string;
}

/** What is recorded of attendance: numbers, and nobody by name. */
@InputType({ description: 'How many an agency of the partnership sent to a course.' })
export class RecordTrainingAttendanceInput {
  @Field(() => String, { description: 'Reference of the course.' })
  courseReference!: string;

  @Field(() => ID, { description: 'Id of an agency of the partnership, as `nel-ccg`. Once an agency.' })
  agencyId!: string;

  @Field(() => Int, { description: 'How many of its staff attended, from 0.' })
  attended!: number;
}

/** Attendance, once a course and agency. */
export const trainingAttendance = defineRecord({
  row: TrainingAttendanceRecord,
  table: 'training_attendance',
  stored: { courseId: 'text', agency: agencyColumn },
  order: { id: 'ASC' },
  mutation: 'recordTrainingAttendance',
  clauses: ['LAM-25', 'TRI-64'],
  description: 'Records how many an agency sent to a course. Once a course and agency.',
  input: RecordTrainingAttendanceInput,
  about: 'The attendance.',
  answers: { as: 'attendance', type: TrainingAttendance, what: 'The attendance', result: 'recording attendance' },
  read: withOwnAgency,
  names: { courseReference: courseNamed, agencyId: agencyNamed },
  by: ['courseReference', 'agencyId'],
  key: ({ courseReference, agencyId }, { id }) => ({ id: `${id}-course:${courseReference}:${agencyId}` }),
  content: ({ attended }) => ({ attended }),
  derived: ({ courseReference, agencyId }, { id }) => ({
    ...{ courseId: `${id}-course:${courseReference}`, agency: { id: agencyId } },
  }),
  named: ({ courseReference, agencyId }) => `The attendance of ${agencyId} at "${courseReference}"`,
  checks: [
    check<RecordTrainingAttendanceInput>('COUNT_OUT_OF_RANGE', 'attended', ({ attended }) => {
      return (attended < 0 || attended > 1000) && `attended must be from 0 to 1000, not ${attended}.`;
    }),
    check<RecordTrainingAttendanceInput>('COURSE_NOT_HELD', 'courseReference', async ({ courseReference }, manager) => {
      const course = await manager.findOneBy(TrainingCourseRecord, { reference: courseReference });
      return (
        !!course && course.heldOn > todayInLondon() && `It is held on ${course.heldOn}. Record attendance after that.`
      );
    }),
    notDemonstration(TrainingCourseRecord, 'reference', 'courseReference', 'COURSE_IS_DEMONSTRATION'),
  ],
  restsOn: [{ on: TrainingCourseRecord, where: ({ id }: TrainingCourseRecord) => ({ courseId: id }) }],
  demonstration: 'displaces',
});
