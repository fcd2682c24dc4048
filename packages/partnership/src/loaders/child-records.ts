import { isGlassBroken, localAuthorityOf, type Passport } from '@hub/access';
import { defineLoader } from '@hub/subgraph-kit';
import { In, type FindOptionsWhere } from 'typeorm';
import { ChildRecordRecord } from '../records';

/** Child records that the caller may see, by the id of their movement. */
export const childRecords = defineLoader<string, ChildRecordRecord>(async (movementIds, context) => {
  const where = partyTo(context.passport).map((rule) => ({ movementId: In([...movementIds]), ...rule }));
  const rows = await context.dataSource.getRepository(ChildRecordRecord).find({ where });
  return new Map(rows.map((row) => [row.movementId, row]));
});

/** The row rule: one of these holds of a record that the caller may see. Part of the SQL, so that no other row is read. */
function partyTo(passport: Passport): FindOptionsWhere<ChildRecordRecord>[] {
  if (isGlassBroken(passport)) return [{}];
  // Nobody's code is blank: a caller without an authority is party to nothing.
  const code = localAuthorityOf(passport.caller) ?? '';
  return [{ originCode: code }, { destinationCode: code }];
}
