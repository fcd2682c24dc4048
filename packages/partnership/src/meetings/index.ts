import { HoldsMeetings } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { demonstrationMeetings } from './demonstration-meetings';
import { HoldsMeetingsResolver, MeetingResolver } from './holds-meetings-resolver';
import { meetingEvidence } from './meeting-evidence';
import { MeetingRecord, meetingSchema } from './meeting-record';

/** Meetings of the bodies, and whether they were quorate. */
export const meetings: PartnershipModule = ({ facts }) => ({
  capabilities: [HoldsMeetings],
  resolvers: [HoldsMeetingsResolver, MeetingResolver],
  // No mutation records them: they come by a load, or by the partnership's own SQL.
  facts: [meetingSchema],
  evidence: meetingEvidence,
  load: (manager, options) =>
    loadDemonstration(manager, 'meetings', options, [
      demonstrates(MeetingRecord, () => demonstrationMeetings(facts())),
    ]),
});
