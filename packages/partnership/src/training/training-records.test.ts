import { join } from 'node:path';
import { EvaluationRespondent, EvaluationStage, TrainingBasis } from '@hub/contract';
import { describeRecords } from '../../../../test/support/describe-record';
import { definePartnership } from '../define-partnership';
import { trainingAttendance } from './training-attendance-record';
import { trainingCourse } from './training-course-record';
import { trainingEvaluation } from './training-evaluation-record';

const redbridge = definePartnership({
  ...{ id: 'redbridge', typeName: 'RedbridgePartnership', localAuthorities: [] },
  factsFolder: join(__dirname, '../../../../subgraphs/redbridge/facts'),
});
const COURSES = `INSERT INTO training_course VALUES
  ('redbridge-course:own', 'own', 'Own', '2022-05-01', 20, '{}', false, false),
  ('redbridge-course:ahead', 'ahead', 'Ahead', '2099-05-01', 20, '{}', false, false),
  ('redbridge-course:demo', 'demo', 'Demo', '2022-05-01', 20, '{}', false, true)`;

describeRecords(redbridge, (describeRecord) => {
  describeRecord(trainingCourse, {
    valid: {
      ...{ reference: '2022/1', title: 'Neglect', heldOn: '2022-06-01', places: 20, isCoDelivered: true },
      reflects: [TrainingBasis.PRIORITIES, TrainingBasis.AUDITS],
    },
    other: { places: 21 },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      TEXT_BLANK: { title: ' ' },
      NAMES_SOMEBODY: { title: 'On 943 476 5919' },
      PLACES_OUT_OF_RANGE: { places: 0 },
    },
    held: {
      RESTED_ON: [
        `INSERT INTO training_evaluation VALUES ('held', 'redbridge-course:2022/1', 'AFTER', 'MANAGER', 2, 1, false)`,
        `DELETE FROM training_evaluation WHERE id = 'held'`,
      ],
    },
  });
  describeRecord(trainingAttendance, {
    before: COURSES,
    valid: { courseReference: 'own', agencyId: 'nel-nhs', attended: 4 },
    other: { attended: 5 },
    refused: {
      COURSE_UNKNOWN: { courseReference: 'none' },
      AGENCY_UNKNOWN: { agencyId: 'nobody' },
      COUNT_OUT_OF_RANGE: { attended: -1 },
      COURSE_NOT_HELD: { courseReference: 'ahead' },
      COURSE_IS_DEMONSTRATION: { courseReference: 'demo' },
    },
  });
  describeRecord(trainingEvaluation, {
    before: `INSERT INTO training_course VALUES
      ('redbridge-course:demo-2', 'demo-2', 'Demo', '2022-05-01', 20, '{}', false, true)`,
    valid: {
      ...{ courseReference: 'own', stage: EvaluationStage.AFTER, respondent: EvaluationRespondent.MANAGER },
      ...{ responses: 8, confident: 6 },
    },
    other: { confident: 7 },
    refused: {
      COURSE_UNKNOWN: { courseReference: 'none' },
      COUNT_OUT_OF_RANGE: { responses: 0 },
      ABOVE_RESPONSES: { confident: 9 },
      COURSE_IS_DEMONSTRATION: { courseReference: 'demo-2' },
    },
  });
});
