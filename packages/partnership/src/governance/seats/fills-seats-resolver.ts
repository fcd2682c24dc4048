import { Appointment, ChairAppointment, DateScalar, todayInLondon, Vacancy } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { appointmentsOn, chairsOn } from './seat-loaders';
import { termEndOf } from './term-end-of';
import { vacanciesOn } from './vacancies-on';

/**
 * Makes the resolver of who sits where, for a type that declares `appointments`, `vacancies` and `chairs`.
 *
 * @param type - the interface of partnerships, or the London SCP.
 */
export function fillsSeatsResolverFor(type: Function): Function {
  @Resolver(() => type)
  class FillsSeatsResolver {
    @FieldResolver(() => [Appointment], { nullable: true })
    async appointments(
      @Ctx() context: SubgraphContext,
      @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
      @Arg('termEndsBy', () => DateScalar, { nullable: true }) termEndsBy?: string | null,
    ) {
      const held = await appointmentsOn(context, on ?? todayInLondon());
      if (!termEndsBy) return held;
      const ends = await Promise.all(held.map((one) => termEndOf(context, one)));
      return held.filter((_, index) => ends[index] !== null && ends[index]! <= termEndsBy);
    }

    @FieldResolver(() => [Vacancy], { nullable: true })
    vacancies(@Ctx() context: SubgraphContext, @Arg('on', () => DateScalar, { nullable: true }) on?: string | null) {
      return vacanciesOn(context, on ?? todayInLondon());
    }

    @FieldResolver(() => [ChairAppointment], { nullable: true })
    chairs(@Ctx() context: SubgraphContext, @Arg('on', () => DateScalar, { nullable: true }) on?: string | null) {
      return chairsOn(context, on ?? todayInLondon());
    }
  }
  return FillsSeatsResolver;
}
