import { isGlassBroken } from '@hub/access';
import { connectionFrom, decodeCursor, isCalendarDay, pageSize, type Connection } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { ChildMovementRecord } from './child-movement-record';
import { partyCodes } from './party-codes';

/**
 * Ids of the latest movements from or to any of some authorities. Each authority's are read by its own index, in order
 * and no more than a page: a condition with OR would have the whole table read and sorted.
 */
const OWN_IDS = `
  SELECT own.id FROM unnest(CAST(:codes AS text[])) AS party(code) CROSS JOIN LATERAL (
    (SELECT id FROM child_movement
      WHERE origin_code = party.code AND (notified_on, id) < (CAST(:notifiedOn AS date), :id)
      ORDER BY notified_on DESC, id DESC LIMIT :wanted)
    UNION ALL
    (SELECT id FROM child_movement
      WHERE destination_code = party.code AND (notified_on, id) < (CAST(:notifiedOn AS date), :id)
      ORDER BY notified_on DESC, id DESC LIMIT :wanted)) AS own`;

/** A page of the movements that the caller is party to, latest notice first. No purpose widens it. */
export async function partyMovementPage(
  context: SubgraphContext,
  first: number,
  after?: string | null,
): Promise<Connection<ChildMovementRecord>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const rows = await movementsOf(
    context.dataSource,
    await partyCodes(context),
    isContinued ? decodeCursor(after, 2, ([day]) => isCalendarDay(day!)) : ['infinity', ''],
    size + 1,
  ).getMany();
  return connectionFrom(rows, size, (movement) => [movement.notifiedOn, movement.id], isContinued);
}

/**
 * The latest movements of some authorities that come after a place in the order.
 *
 * @param codes - GSS codes.
 * @param place - the day of notice and the id that all come after.
 * @param wanted - how many, at most.
 */
export function movementsOf(
  dataSource: DataSource,
  codes: readonly string[],
  [notifiedOn, id]: readonly string[],
  wanted: number,
): SelectQueryBuilder<ChildMovementRecord> {
  return dataSource
    .getRepository(ChildMovementRecord)
    .createQueryBuilder('movement')
    .where(`movement.id IN (${OWN_IDS})`, { codes, notifiedOn, id, wanted })
    .orderBy('movement.notifiedOn', 'DESC')
    .addOrderBy('movement.id', 'DESC')
    .limit(wanted);
}

/**
 * The movement with this id, for a party to it, and for anybody who has broken the glass. One that is not there and one
 * that is another's take the same statements and give the same null.
 */
export async function partyMovement(context: SubgraphContext, id: string): Promise<ChildMovementRecord | null> {
  return context.dataSource
    .getRepository(ChildMovementRecord)
    .createQueryBuilder('movement')
    .where('movement.id = :id', { id })
    .andWhere('(:any OR movement.originCode = ANY(:codes) OR movement.destinationCode = ANY(:codes))', {
      any: isGlassBroken(context.passport),
      codes: await partyCodes(context),
    })
    .getOne();
}
