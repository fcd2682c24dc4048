import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { Synthetic } from '../recording/synthetic';

@ObjectType({ description: 'The theme that is scrutinised across the subgroups in a quarter (TRI-17).' })
@Directive('@shareable')
@Public()
export class QuarterlyTheme extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'The quarter of the calendar year, as `2026-Q2`, April to June.' })
  quarter!: string;

  @Field(() => String, { description: 'The theme.' })
  title!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the priority that it is linked to; null where none is named.',
  })
  priorityId!: string | null;

  @Field(() => DateScalar, { description: 'The day it was agreed.' })
  agreedOn!: string;
}
