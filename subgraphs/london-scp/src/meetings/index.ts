import {
  attendanceRatesResolverFor,
  demonstrationMeetings,
  meetingEvidence,
  MeetingRecord,
  MeetingResolver,
  meetingsResolverFor,
  partnerSignOff,
} from '@hub/partnership';
import { demonstrates, loadDemonstration, type SubgraphModule } from '@hub/subgraph-kit';
import { londonFacts } from '../governance/executive/london-facts';
import { LONDON_SCP } from '../governance/executive/london-scp-resolver';
import { LondonScp } from '../governance/executive/london-scp-type';
import { executiveMeeting } from './executive-meeting-record';

/** Meetings of the Executive, with who came. */
export const meetings: SubgraphModule = {
  resolvers: [meetingsResolverFor(LondonScp), attendanceRatesResolverFor(LondonScp), MeetingResolver],
  records: [executiveMeeting],
  // Minutes of a meeting are read with their sign-offs; the document asks for none, and none is recorded here.
  entities: [partnerSignOff.schema],
  evidence: meetingEvidence,
  load: (manager, options) =>
    loadDemonstration(manager, 'meetings', options, [
      demonstrates(MeetingRecord, () => demonstrationMeetings(LONDON_SCP.id, londonFacts())),
    ]),
};
