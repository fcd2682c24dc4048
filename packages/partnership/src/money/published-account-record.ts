import { PublishedAccount } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A published account as stored. Its sides belong to it alone and are kept within its row. */
export class PublishedAccountRecord extends PublishedAccount {
  /** Place in the facts file, from 0. */
  position!: number;
}

/** Table `published_account`. */
export const publishedAccountSchema = new EntitySchema<PublishedAccountRecord>({
  name: 'PublishedAccount',
  tableName: 'published_account',
  target: PublishedAccountRecord,
  columns: {
    position: { type: 'integer', primary: true },
    title: { type: 'text' },
    financialYear: { type: 'text', name: 'financial_year' },
    publisher: { type: 'text' },
    source: { type: 'text' },
    sides: { type: 'jsonb' },
  },
});
