import {
  FinancialYear,
  ProvidesTraining,
  TrainingAttendance,
  TrainingCourse,
  TrainingEvaluation,
  TrainingReach,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { agencies } from '../governance/governance-loaders';
import { attendanceOf, coursesOfYear, evaluationsOf } from './training-loaders';
import { reachOfYear } from './training-reach';

/** The training of a partnership. */
@Resolver(() => ProvidesTraining)
export class ProvidesTrainingResolver {
  @FieldResolver(() => [TrainingCourse], { nullable: true })
  trainingCourses(@Ctx() context: SubgraphContext, @Arg('financialYear', () => FinancialYear) financialYear: string) {
    return coursesOfYear(context).load(financialYear);
  }

  @FieldResolver(() => [TrainingReach], { nullable: true })
  async trainingReach(
    @Ctx() context: SubgraphContext,
    @Arg('financialYear', () => FinancialYear) financialYear: string,
  ): Promise<TrainingReach[]> {
    const [reached, all] = await Promise.all([reachOfYear(context).load(financialYear), agencies(context)]);
    return reached.map(({ agencyId, ...reach }) => ({ ...reach, agency: all.find(({ id }) => id === agencyId)! }));
  }
}

/** Who attended a course, and what was said of it. */
@Resolver(() => TrainingCourse)
export class TrainingCourseResolver {
  @FieldResolver(() => [TrainingAttendance], { nullable: true })
  attendance(@Root() { id }: TrainingCourse, @Ctx() context: SubgraphContext) {
    return attendanceOf(context).load(id);
  }

  @FieldResolver(() => [TrainingEvaluation], { nullable: true })
  evaluations(@Root() { id }: TrainingCourse, @Ctx() context: SubgraphContext) {
    return evaluationsOf(context).load(id);
  }
}
