import { AttendanceRate, DateScalar } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { attendanceRates } from './attendance-rates';

/**
 * Makes the resolver of how often agencies attend, for a type that declares `attendanceRates`.
 *
 * @param type - the business of a partnership, or the London SCP.
 */
export function attendanceRatesResolverFor(type: Function): Function {
  @Resolver(() => type)
  class AttendanceRatesResolver {
    @FieldResolver(() => [AttendanceRate], { nullable: true })
    attendanceRates(
      @Ctx() context: SubgraphContext,
      @Arg('from', () => DateScalar) from: string,
      @Arg('to', () => DateScalar) to: string,
    ) {
      return attendanceRates(context, from, to);
    }
  }
  return AttendanceRatesResolver;
}
