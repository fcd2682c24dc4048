import { ResidentialHomes } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** One number of the table of residential homes as stored. */
export class ResidentialHomesRecord extends ResidentialHomes {
  /** GSS code of the local authority. */
  localAuthorityCode!: string;

  /** Place in the facts file, from 0. */
  position!: number;
}

/** Table `residential_homes`. */
export const residentialHomesSchema = new EntitySchema<ResidentialHomesRecord>({
  name: 'ResidentialHomes',
  tableName: 'residential_homes',
  target: ResidentialHomesRecord,
  columns: {
    localAuthorityCode: { type: 'text', name: 'local_authority_code', primary: true },
    count: { type: 'integer' },
    asOf: { type: 'text', name: 'as_of' },
    sources: { type: 'text', array: true },
    position: { type: 'integer' },
  },
});
