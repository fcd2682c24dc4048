import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';

/** By `safeCounts`: a number under five, nought among them, is not shown. */
@ObjectType({
  description: 'How soon serious incidents of a financial year were notified, in numbers that show no child.',
})
@Directive('@shareable')
@RequiresScopes('governance:read')
export class IncidentTimeliness {
  @Field(() => Int, {
    nullable: true,
    description: 'Working days that are allowed; null where the terms of reference set no limit.',
  })
  workingDaysAllowed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Incidents notified in time, in bands of five; null under five.' })
  inTime!: number | null;

  @Field(() => Int, { nullable: true, description: 'Incidents notified late or not yet, likewise; null under five.' })
  lateOrNotYet!: number | null;

  @Field(() => Int, { nullable: true, description: 'All of them, in a band; null where that is too low to be shown.' })
  total!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Median of the working days until all were told; null under five incidents that were notified.',
  })
  medianWorkingDays!: number | null;
}
