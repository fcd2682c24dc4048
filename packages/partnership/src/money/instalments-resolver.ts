import {
  ContributionInstalments,
  DateScalar,
  outstandingPence,
  overduePence,
  Pence,
  todayInLondon,
} from '@hub/contract';
import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import type { InstalmentsOfPledge } from './instalments-of';

/** What follows from instalments and payments on a day. */
@Resolver(() => ContributionInstalments)
export class InstalmentsResolver {
  @FieldResolver(() => Pence, { nullable: true })
  outstandingPence(
    @Root() { pledgedPence, paid }: InstalmentsOfPledge,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ) {
    return outstandingPence(pledgedPence, paid, on ?? todayInLondon());
  }

  @FieldResolver(() => Pence)
  overduePence(
    @Root() { agreed, paid }: InstalmentsOfPledge,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ) {
    return overduePence(agreed, paid, on ?? todayInLondon());
  }
}
