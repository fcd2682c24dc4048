import { BodyBusiness, HoldsMeetings, SignedSubject } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { agendaRequest, AgendaRequestRecord } from './agenda-request-record';
import { attendanceRatesResolverFor } from './attendance-rates-resolver';
import { bodyDecision, BodyDecisionRecord } from './body-decision-record';
import { BodyDecisionResolver, ScheduledMeetingResolver } from './decision-resolver';
import { BodyBusinessResolver } from './business-resolver';
import { demonstrationMeetings, demonstrationRequests, demonstrationSchedule } from './demonstration-meetings';
import { demonstrationDecisions, demonstrationSignOffs } from './demonstration-sign-offs';
import { BusinessResolver, meetingsResolverFor } from './holds-meetings-resolver';
import { meetingEvidence } from './meeting-evidence';
import { meetingMinutes } from './meeting-minutes-record';
import { meeting, MeetingRecord } from './meeting-record';
import { MeetingResolver } from './meeting-resolver';
import { MeetingsAsHeld1764900001000 } from './meetings-migration';
import { partnerSignOff, PartnerSignOffRecord } from './partner-sign-off-record';
import { scheduledMeeting, ScheduledMeetingRecord } from './scheduled-meeting-record';
import { signOffEvidence } from './sign-off-evidence';

/** Make the tables of meetings as they are held. */
export const meetingMigrations = [MeetingsAsHeld1764900001000];

/** Meetings of the bodies, planned and held, whether they were quorate, and what was decided and signed off. */
export const meetings: PartnershipModule = ({ id, facts }) => ({
  capabilities: [HoldsMeetings],
  resolvers: [
    ...[meetingsResolverFor(HoldsMeetings), attendanceRatesResolverFor(BodyBusiness), BusinessResolver],
    ...[MeetingResolver, BodyBusinessResolver, BodyDecisionResolver, ScheduledMeetingResolver],
  ],
  records: [scheduledMeeting, agendaRequest, meeting, meetingMinutes, bodyDecision, partnerSignOff],
  restings: [
    {
      // What was signed is another decision once that is corrected: its sign-offs go with it, into the history.
      ...{ row: PartnerSignOffRecord, on: BodyDecisionRecord, first: null },
      where: ({ reference }: BodyDecisionRecord) => ({ subject: SignedSubject.DECISION, reference }),
    },
  ],
  evidence: { ...meetingEvidence, ...signOffEvidence },
  migrations: meetingMigrations,
  load: (manager, options) =>
    loadDemonstration(manager, 'meetings', options, [
      demonstrates(MeetingRecord, () => demonstrationMeetings(id, facts())),
      demonstrates(ScheduledMeetingRecord, () => demonstrationSchedule(id, facts())),
      demonstrates(AgendaRequestRecord, () => demonstrationRequests(id, facts())),
      demonstrates(BodyDecisionRecord, () => demonstrationDecisions(id, facts())),
      demonstrates(PartnerSignOffRecord, () => demonstrationSignOffs(id, facts())),
    ]),
});
