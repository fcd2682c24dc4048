import { financialYearBounds } from '@hub/contract';
import { defineGroupLoader } from '@hub/subgraph-kit';

/** What an agency had of the training of a year, as the database adds it up. */
interface ReachRow {
  year: string;
  agencyId: string;
  courses: number;
  attended: number;
  isSynthetic: boolean;
}

const SQL = `
  SELECT years.year, attendance.agency_id AS "agencyId", count(*)::integer AS courses,
    sum(attendance.attended)::integer AS attended, bool_or(attendance.is_synthetic) AS "isSynthetic"
  FROM unnest($1::text[], $2::date[], $3::date[]) AS years(year, begins, ends)
  JOIN training_course AS course ON course.held_on BETWEEN years.begins AND years.ends
  JOIN training_attendance AS attendance ON attendance.course_id = course.id AND attendance.attended > 0
  GROUP BY years.year, attendance.agency_id
  ORDER BY attended DESC, attendance.agency_id`;

/** How far training of a financial year reached each agency, those who sent most first. */
export const reachOfYear = defineGroupLoader<string, ReachRow>(
  (years, { dataSource }) => {
    const bounds = years.map(financialYearBounds);
    return dataSource.query<ReachRow[]>(SQL, [years, bounds.map(({ from }) => from), bounds.map(({ to }) => to)]);
  },
  ({ year }) => year,
);
