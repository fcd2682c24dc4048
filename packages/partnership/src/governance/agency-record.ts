import { Agency } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** An agency as stored: under its id within the partnership whose database it is. */
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
