import { banded, connectionOf, RequiresScopes } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import type { PeriodFigure } from '../publication/figure';
import { AuthorityPair } from './authority-pair';
import { BandedNumber } from './banded-number';
import { byPeriod } from './by-period';

/** How many children moved from one authority to another in a quarter. */
@ObjectType({ description: 'How many movements from one authority to another were notified in a quarter.' })
@RequiresScopes('movements:count')
export class MovementFlow extends BandedNumber {
  @Field(() => String, { description: 'The quarter of the calendar year, as `2026-Q2` (April to June).' })
  quarter!: string;

  @Field(() => AuthorityPair, { description: 'Between whom.' })
  pair!: AuthorityPair;
}

/** Pages of flows, earliest quarter first, then by codes. */
export const MovementFlowConnection = connectionOf('MovementFlow', MovementFlow);

export interface PublishedFlow {
  originCode: string;
  destinationCode: string;
  value: number;
}

interface FlowRow extends Omit<PublishedFlow, 'value'> {
  period: string;
  count: number;
}

/** By an index that holds all of it. */
export const FLOWS = `
  SELECT to_char(notified_on, 'YYYY"-Q"Q') AS period, origin_code AS "originCode", destination_code AS "destinationCode",
    count(*)::integer AS count
  FROM child_movement WHERE notified_on BETWEEN $1 AND $2 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

/**
 * Counts by quarter and pair. Not by category within a pair: those of a pair add up to it, and those of all pairs to
 * {@link movementCounts}, so that one could be told from the other. Of a pair that is not shown, all children may have come
 * from another authority that is not shown either.
 */
export const movementFlows: PeriodFigure<PublishedFlow> = {
  name: 'FLOWS',
  cut: 'QUARTER',
  async count(queries, from, until) {
    const rows = await queries.query<FlowRow[]>(FLOWS, [from, until]);
    return byPeriod(rows, ({ originCode, destinationCode, count }) => ({
      ...{ originCode, destinationCode, value: banded(count) },
    }));
  },
};
