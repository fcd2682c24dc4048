import { isGlassBroken } from '@hub/access';
import { connectionFrom, decodeCursor, isCalendarDay, pageSize, type Connection } from '@hub/contract';
import { noteUnseen, type SubgraphContext } from '@hub/subgraph-kit';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { ChildMovementRecord } from '../child-movement-record';
import type { MovementFilter } from './movement-filter';
import { ownMovements } from './own-movements';
import { partyCodes } from './party-codes';

/** A part of the movements of some authorities. */
export interface WantedMovements {
  /** GSS codes. */
  codes: readonly string[];
  /** The day of notice and the id that all come after. */
  place: readonly string[];
  /** How many, at most. */
  wanted: number;
  filter: MovementFilter;
}

/** A page as a caller wants it. */
interface WantedPage {
  first: number;
  after: string | null | undefined;
  filter: MovementFilter | null | undefined;
}

/** A page of the movements that the caller is party to, latest notice first. No purpose widens it. */
export async function partyMovementPage(
  context: SubgraphContext,
  { first, after, filter }: WantedPage,
): Promise<Connection<ChildMovementRecord>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const rows = await movementsOf(context.dataSource, {
    codes: await partyCodes(context),
    place: isContinued ? decodeCursor(after, 2, ([day]) => isCalendarDay(day!)) : ['infinity', ''],
    wanted: size + 1,
    filter: filter ?? {},
  }).getMany();
  return connectionFrom(rows, size, (movement) => [movement.notifiedOn, movement.id], isContinued);
}

/** The latest movements of some authorities that come after a place in the order. */
export function movementsOf(
  dataSource: DataSource,
  { codes, place: [notifiedOn, id], wanted, filter }: WantedMovements,
): SelectQueryBuilder<ChildMovementRecord> {
  const own = ownMovements(filter);
  return dataSource
    .getRepository(ChildMovementRecord)
    .createQueryBuilder('movement')
    .where(`movement.id IN (${own.sql})`, { ...own.parameters, codes, notifiedOn, id, wanted })
    .orderBy('movement.notifiedOn', 'DESC')
    .addOrderBy('movement.id', 'DESC')
    .limit(wanted);
}

/**
 * The movement with this id, for a party to it, and for anybody who has broken the glass. One that is not there and one
 * that is another's take the same statements and give the same null: whose child it was only the record has.
 */
export async function partyMovement(context: SubgraphContext, id: string): Promise<ChildMovementRecord | null> {
  const found = await context.dataSource
    .getRepository(ChildMovementRecord)
    .createQueryBuilder('movement')
    .where('movement.id = :id', { id })
    .andWhere('(:any OR movement.originCode = ANY(:codes) OR movement.destinationCode = ANY(:codes))', {
      any: isGlassBroken(context.requestIdentity),
      codes: await partyCodes(context),
    })
    .getOne();
  if (!found) noteUnseen(context, await childrenOf(context, id));
  return found;
}

/** The child of a movement, whoever asks: for the record of access alone. */
async function childrenOf({ dataSource }: SubgraphContext, id: string): Promise<string[]> {
  const rows = await dataSource.query<{ child: string }[]>(
    'SELECT child_pseudonym AS child FROM child_movement WHERE id = $1',
    [id],
  );
  return rows.map(({ child }) => child);
}
