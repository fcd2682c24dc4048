import { financialYearBounds } from '@hub/contract';
import { allOf, defineGroupLoader, groupedBy } from '@hub/subgraph-kit';
import { Between } from 'typeorm';
import { trainingAttendance } from './training-attendance-record';
import { trainingCourse, TrainingCourseRecord } from './training-course-record';
import { trainingEvaluation } from './training-evaluation-record';

/** Courses by financial year, in the order in which they are held. */
export const coursesOfYear = defineGroupLoader<string, TrainingCourseRecord & { financialYear: string }>(
  async (years, context) => {
    const bounds = years.map((year) => ({ year, ...financialYearBounds(year) }));
    const rows = await context.dataSource.getRepository(TrainingCourseRecord).find({
      where: bounds.map(({ from, to }) => ({ heldOn: Between(from, to) })),
      order: trainingCourse.order,
    });
    const yearOf = (day: string) => bounds.find(({ from, to }) => from <= day && day <= to)!.year;
    return rows.map((row) => Object.assign(row, { financialYear: yearOf(row.heldOn) }));
  },
  ({ financialYear }) => financialYear,
);

/** Every course, by day. */
export const allCourses = allOf(trainingCourse);

/** Every evaluation. */
export const allEvaluations = allOf(trainingEvaluation);

/** Attendance of a course with its agencies, by the id of the course. */
export const attendanceOf = groupedBy(trainingAttendance, 'courseId');

/** Evaluations of a course, by its id. */
export const evaluationsOf = groupedBy(trainingEvaluation, 'courseId');
