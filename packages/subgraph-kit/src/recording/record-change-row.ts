import { RecordChange } from '@hub/contract';
import { instantColumn } from './instant-column';
import { pagesOf } from './pages-of';
import { recordSchema } from './record-schema';

/** A change of something recorded, as stored. Rows are added, and never changed. */
export class RecordChangeRow extends RecordChange {}

export const recordChangeSchema = recordSchema(RecordChangeRow, 'record_change', {
  id: { type: 'bigint', generated: 'increment' },
  changedAt: { ...instantColumn('changed_at'), default: () => 'now()' },
  was: 'jsonb',
});

/** A page of the history of what was recorded, latest first. */
export const recordChangePage = pagesOf<RecordChangeRow>({
  row: RecordChangeRow,
  order: { changedAt: 'DESC', id: 'DESC' },
});
