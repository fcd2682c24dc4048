import { Meeting } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A meeting as stored. Whether it was quorate is derived, never stored. */
export class MeetingRecord extends Meeting {
  /** Id of the body that met. */
  bodyId!: string;
}

/** Table `meeting`. */
export const meetingSchema = new EntitySchema<MeetingRecord>({
  name: 'Meeting',
  tableName: 'meeting',
  target: MeetingRecord,
  columns: {
    id: { type: 'text', primary: true },
    bodyId: { type: 'text', name: 'body_id' },
    heldOn: { type: 'date', name: 'held_on' },
    sectorsRepresented: { type: 'text', name: 'sectors_represented', array: true },
    isSynthetic: { type: 'boolean', name: 'is_synthetic' },
  },
});
