import { Arg, Field, ID, InterfaceType } from 'type-graphql';
import { FinancialYear } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { Cost } from '../cost/cost';
import { ListSize } from '../cost/list-size';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { TrainingCourse } from './training-course';
import { TrainingReach } from './training-reach';

@InterfaceType({ description: 'A partnership that records its multi-agency training.' })
export abstract class ProvidesTraining {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [TrainingCourse], { nullable: true, description: 'Its courses of one financial year, by day.' })
  @ListSize(10)
  @Public()
  trainingCourses(
    @Arg('financialYear', () => FinancialYear, { description: 'The financial year, as `2025-26`.' })
    _financialYear: string,
  ): TrainingCourse[] | null {
    return resolvedElsewhere('ProvidesTraining.trainingCourses');
  }

  @Field(() => [TrainingReach], {
    nullable: true,
    description: 'Every agency that sent staff to training in one financial year, those who sent most first.',
  })
  @ListSize(10)
  @Cost(20)
  @RequiresScopes('governance:read')
  trainingReach(
    @Arg('financialYear', () => FinancialYear, { description: 'The financial year, as `2025-26`.' })
    _financialYear: string,
  ): TrainingReach[] | null {
    return resolvedElsewhere('ProvidesTraining.trainingReach');
  }
}
