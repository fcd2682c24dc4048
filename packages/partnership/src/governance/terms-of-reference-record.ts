import { TermsOfReference } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A governing document as stored. Signatories and tests of authority belong to it alone and are kept within its row. */
export class TermsOfReferenceRecord extends TermsOfReference {
  /** Place among the documents, the earliest 0. */
  position!: number;
}

/** Table `terms_of_reference`. */
export const termsOfReferenceSchema = new EntitySchema<TermsOfReferenceRecord>({
  name: 'TermsOfReference',
  tableName: 'terms_of_reference',
  target: TermsOfReferenceRecord,
  columns: {
    id: { type: 'text', primary: true },
    title: { type: 'text' },
    version: { type: 'text', nullable: true },
    status: { type: 'text' },
    author: { type: 'text', nullable: true },
    datedOn: { type: 'text', name: 'dated_on', nullable: true },
    agreedOn: { type: 'text', name: 'agreed_on', nullable: true },
    agreedBy: { type: 'text', name: 'agreed_by', nullable: true },
    publishedOn: { type: 'text', name: 'published_on', nullable: true },
    implementedOn: { type: 'text', name: 'implemented_on', nullable: true },
    reviewDue: { type: 'text', name: 'review_due', nullable: true },
    inForceFrom: { type: 'text', name: 'in_force_from', nullable: true },
    replacedFrom: { type: 'text', name: 'replaced_from', nullable: true },
    position: { type: 'integer' },
    signatories: { type: 'jsonb' },
    authorityTests: { type: 'jsonb', name: 'authority_tests' },
    decisionSignOff: { type: 'text', name: 'decision_sign_off' },
    minutesSignOff: { type: 'text', name: 'minutes_sign_off' },
    sources: { type: 'text', array: true },
  },
});
