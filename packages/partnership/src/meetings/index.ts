import { HoldsMeetings } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { demonstrationMeetings } from './demonstration-meetings';
import { HoldsMeetingsResolver, MeetingResolver } from './holds-meetings-resolver';
import { MeetingRecord, meetingSchema } from './meeting-record';

/** Tables of meetings: that of the governing document's migration. */
export const meetingTables = { entities: [meetingSchema], migrations: [] };

/** Meetings of the bodies, and whether they were quorate. */
export const meetings: PartnershipModule = ({ facts }) => ({
  capabilities: [HoldsMeetings],
  resolvers: [HoldsMeetingsResolver, MeetingResolver],
  ...meetingTables,
  load: (manager, options) =>
    loadDemonstration(manager, 'meetings', options, [
      demonstrates(MeetingRecord, () => demonstrationMeetings(facts())),
    ]),
});
