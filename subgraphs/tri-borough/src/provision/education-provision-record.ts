import { EducationProvision } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** One number of the table of education providers as stored. */
export class EducationProvisionRecord extends EducationProvision {
  /** GSS code of the local authority. */
  localAuthorityCode!: string;

  /** Place in the facts file, from 0. */
  position!: number;
}

/** Table `education_provision`. */
export const educationProvisionSchema = new EntitySchema<EducationProvisionRecord>({
  name: 'EducationProvision',
  tableName: 'education_provision',
  target: EducationProvisionRecord,
  columns: {
    localAuthorityCode: { type: 'text', name: 'local_authority_code', primary: true },
    kind: { type: 'text', primary: true },
    count: { type: 'integer' },
    asStated: { type: 'text', name: 'as_stated' },
    asOf: { type: 'text', name: 'as_of' },
    sources: { type: 'text', array: true },
    position: { type: 'integer' },
  },
});
