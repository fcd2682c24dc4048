import { Meeting } from '@hub/contract';
import { pagesOf, recordSchema } from '@hub/subgraph-kit';

/** A meeting as stored. Whether it was quorate is derived, never stored. */
export class MeetingRecord extends Meeting {
  /** Id of the body that met. */
  bodyId!: string;
}

export const meetingSchema = recordSchema(MeetingRecord, 'meeting', { bodyId: 'text', quorum: null });

/** A page of meetings, latest first. */
export const meetingPage = pagesOf<MeetingRecord>({ row: MeetingRecord, order: { heldOn: 'DESC', id: 'DESC' } });
