import { DateTimeScalar, ListSize, RequiresScopes, safeCounts, type BandedCount } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import type { StandingFigure } from '../publication/figure';
import { byAuthority, shownLines, type AuthorityLine, type CountedAt } from './by-authority';
import { AuthorityTotal, LondonTotal } from './safe-totals';

/** What is disputed. */
@ObjectType({
  description: 'Movements whose referral the destination disputes, as at some instant of the last seven days.',
})
@RequiresScopes('movements:count')
export class DisputedMovements {
  @Field(() => DateTimeScalar, { description: 'The instant of which this is true.' })
  asOf!: string;

  @Field(() => [AuthorityTotal], { description: 'By the authority moved from; what is not listed is from 0 to 4.' })
  @ListSize(33)
  origins!: AuthorityTotal[];

  @Field(() => [AuthorityTotal], { description: 'By the authority moved to; what is not listed is from 0 to 4.' })
  @ListSize(33)
  destinations!: AuthorityTotal[];

  @Field(() => LondonTotal, { description: 'Of all London.' })
  total!: LondonTotal;
}

export interface PublishedDisputes {
  origins: AuthorityLine[];
  destinations: AuthorityLine[];
  total: BandedCount;
}

const disputedBy = (side: 'origin_code' | 'destination_code') => `
  SELECT ${side} AS code, count(*)::integer AS count FROM child_movement WHERE state = 'DISPUTED' GROUP BY 1`;

/**
 * By each side, and not by pair: with a total of both sides, a pair could be told from the sides. Either side is a table with
 * the same total; whatever is not listed of one may be another line of it.
 */
export const disputedMovements: StandingFigure<PublishedDisputes> = {
  name: 'DISPUTED',
  async count(queries) {
    const [origins, destinations] = [
      safeCounts([byAuthority(await queries.query<CountedAt[]>(disputedBy('origin_code')))]),
      safeCounts([byAuthority(await queries.query<CountedAt[]>(disputedBy('destination_code')))]),
    ];
    return {
      origins: shownLines(origins.cells[0]!),
      destinations: shownLines(destinations.cells[0]!),
      total: origins.total,
    };
  },
};
