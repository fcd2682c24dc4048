import { Agency } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** An agency as stored. */
export class AgencyRecord extends Agency {}

/** Table `agency`. */
export const agencySchema = new EntitySchema<AgencyRecord>({
  name: 'Agency',
  tableName: 'agency',
  target: AgencyRecord,
  columns: {
    id: { type: 'text', primary: true },
    name: { type: 'text' },
    sector: { type: 'text' },
  },
});
