import { isGlassBroken, localAuthorityOf } from '@hub/access';
import type { EarlierOrigin } from '@hub/contract';
import { defineLoader, noteUnseen } from '@hub/subgraph-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { accessDaysAfterClosing } from '../access-days';
import { ChildRecordRecord } from './child-record-record';

/**
 * The row rule, as part of the SQL, so that no other row is read. A side's own record is its own. The other side sees it
 * from the notice until some days after the movement has ended. Breaking the glass opens any.
 */
const PARTY = `(:any OR record.authority = :code
  OR (:code IN (record.origin_code, record.destination_code) AND record.notified_at IS NOT NULL
    AND (record.ended_at IS NULL OR record.ended_at + make_interval(days => :days) > now())))`;

/** A child record as one caller may see it. */
export type SeenChildRecord = Omit<ChildRecordRecord, 'isShielded' | 'isAdopted' | 'earlierOrigins' | 'arrivalTold'> & {
  counterpart: string;
  isShielded: boolean | null;
  isAdopted: boolean | null;
  earlierOrigins: EarlierOrigin[] | null;
};

/** Child records that the caller may see, by movement and side, as `movement:01J…/origin`. */
export const childRecords = defineLoader<string, SeenChildRecord>(async (keys, context) => {
  const { dataSource, requestIdentity, env } = context;
  // Nobody's code is blank: a caller without an authority is party to nothing.
  const code = localAuthorityOf(requestIdentity.caller) ?? '';
  const rows = await dataSource
    .getRepository(ChildRecordRecord)
    .createQueryBuilder('record')
    .where('record.movement_id = ANY(:movements)', { movements: keys.map(movementIn) })
    .andWhere(PARTY, { any: isGlassBroken(requestIdentity), code, days: accessDaysAfterClosing(env) })
    .getMany();
  const seen = new Map(rows.map((row) => [`${row.movementId}/${row.side.toLowerCase()}`, seenBy(code, row)]));
  // For one that is not there as for one that the caller may not see.
  const unseen = keys.filter((key) => !seen.has(key));
  if (unseen.length > 0) noteUnseen(context, await childrenOfMovements(dataSource, unseen.map(movementIn)));
  return seen;
});

/** The children of some movements, whoever asks: for the record of access alone. */
export async function childrenOfMovements(
  source: DataSource | EntityManager,
  movementIds: readonly string[],
): Promise<string[]> {
  const rows = await source.query<{ child: string }[]>(
    'SELECT DISTINCT child_pseudonym AS child FROM child_record WHERE movement_id = ANY($1)',
    [movementIds],
  );
  return rows.map(({ child }) => child);
}

const NOT_TOLD = { isShielded: null, isAdopted: null, earlierOrigins: null };

const movementIn = (key: string) => key.slice(0, key.lastIndexOf('/'));

/** That a child is shielded or adopted, and what was wrong before, only its own side learns; and no other whom to ring about one who is shielded. */
function seenBy(code: string, row: ChildRecordRecord): SeenChildRecord {
  const counterpart = row.authority === row.originCode ? row.destinationCode : row.originCode;
  return row.authority === code
    ? { ...row, counterpart }
    : { ...row, counterpart, team: row.isShielded ? null : row.team, ...NOT_TOLD };
}
