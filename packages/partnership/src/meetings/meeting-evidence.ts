import { ObligationRecordKind } from '@hub/contract';
import { type EvidenceReaders, wholeTable } from '@hub/subgraph-kit';
import { bodies, seatsOfBody } from '../governance/governance-loaders';
import { MeetingRecord } from './meeting-record';

const meetings = wholeTable(MeetingRecord, { order: { heldOn: 'DESC', id: 'DESC' } });
const kind = ObligationRecordKind.MEETING;

/** The meetings that were held, with what of their bodies a quorum is judged by. */
export const meetingEvidence: EvidenceReaders = {
  async [kind](context) {
    const seats = new Map(
      await Promise.all((await bodies(context)).map(async ({ id }) => [id, await seatsOfBody(context, id)] as const)),
    );
    return (await meetings(context)).map(({ id, bodyId, heldOn, sectorsRepresented, isSynthetic }) => ({
      ...{ kind, record: id, bodyId, doneOn: heldOn, isSynthetic, of: null, endsOn: null, dueOn: null, parts: [] },
      ...{ sectorsRepresented, seats: seats.get(bodyId) ?? [] },
    }));
  },
};
