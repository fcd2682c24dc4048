import type { Scope } from '@hub/access';
import { agencyIdWithin, type AgendaItem, Meeting, type SeatCapacity } from '@hub/contract';
import { check, defineRecord, nameOf, pagesOf, type Recorder } from '@hub/subgraph-kit';
import { bodyNamed } from '../governance/body-record';
import { meetingChecks } from './meeting-checks';
import { type MeetingAttendanceInput, RecordMeetingInput } from './meeting-inputs';

/** One who came, as stored within the row of the meeting. */
export interface Attendee {
  /** Id of the agency within the partnership. */
  agencyId: string | null;
  seatId: string | null;
  capacity: SeatCapacity;
  role: string;
  isDelegate: boolean;
  authorityTests: string[];
}

/** A meeting as stored. Whether it was quorate is derived, never stored. */
export class MeetingRecord extends Meeting {
  /** Id of the body that met. */
  bodyId!: string;
  override agenda!: AgendaItem[];
  override papersSentTo!: SeatCapacity[];
  /** Null where the sectors alone are known, as of a meeting that came by a partnership's own SQL. */
  attendees!: Attendee[] | null;
  /** Where the redacted minutes are published; null until they are. */
  minutesUrl!: string | null;
  minutesPublishedOn!: string | null;
  minutesApprovedOn!: string | null;
}

/** Id of the meeting of a reference. */
export const meetingIdOf = (owner: string, reference: string) => `${owner}-meeting:${reference}`;

const attendeeOf = ({ agencyId, seatId, isDelegate, authorityTests, ...one }: MeetingAttendanceInput): Attendee => ({
  ...{ ...one, agencyId: agencyId ?? null, seatId: seatId ?? null },
  ...{ isDelegate: isDelegate ?? false, authorityTests: authorityTests ?? [] },
});

/** The agencies of those who came, by their ids within the partnership. Who withdraws a meeting names none. */
function withOwnAgencies<Input extends Partial<RecordMeetingInput>>(input: Input, { id }: Recorder): Input {
  const within = (one: MeetingAttendanceInput) =>
    typeof one.agencyId === 'string' ? { ...one, agencyId: agencyIdWithin(id, one.agencyId) } : one;
  return input.attendance === undefined ? input : { ...input, attendance: input.attendance.map(within) };
}

const optional = (type: 'text' | 'date' | 'jsonb') => ({ type, nullable: true });

/**
 * Meetings that bodies held, once a reference.
 *
 * @param own - the mutation, and what is it that it records; who may, where it is not whoever writes in the records of a partnership.
 */
export const meetingRecordOf = (own: {
  mutation: string;
  clauses: readonly string[];
  description: string;
  name?: string;
  scope?: Scope;
}) =>
  defineRecord({
    ...own,
    row: MeetingRecord,
    table: 'meeting',
    stored: {
      ...{ bodyId: 'text', quorum: null, attendees: optional('jsonb'), agenda: 'jsonb' },
      papersSentTo: { type: 'text', array: true },
      sectorsRepresented: { type: 'text', array: true, nullable: true },
      ...{ minutesUrl: optional('text'), minutesPublishedOn: optional('date'), minutesApprovedOn: optional('date') },
    },
    order: { heldOn: 'DESC', id: 'DESC' },
    input: RecordMeetingInput,
    about: 'The meeting.',
    answers: { as: 'meeting', type: Meeting, what: 'The meeting', result: 'recording a meeting' },
    read: withOwnAgencies,
    names: { bodyId: bodyNamed },
    by: ['reference'],
    content: ({ bodyId, heldOn, attendance, agenda, papersSentTo }) => ({
      ...{ bodyId, heldOn, attendees: attendance.map(attendeeOf) },
      ...{ agenda: agenda ?? [], papersSentTo: papersSentTo ?? [] },
    }),
    derived: ({ reference }, { id }) => ({ id: meetingIdOf(id, reference) }),
    named: ({ reference }) => `The meeting "${reference}"`,
    checks: meetingChecks,
    demonstration: 'displaces',
    mayChange: [
      check<MeetingRecord>('MINUTES_PUBLISHED', 'reference', ({ minutesUrl }) => {
        return minutesUrl !== null && 'Its minutes are published. Withdraw that first, by withdrawMeetingMinutes.';
      }),
    ],
  });

/** Meetings of a partnership. */
export const meeting = meetingRecordOf({
  mutation: 'recordMeeting',
  clauses: ['HAV-12', 'HAV-17', 'HAV-19', 'RED-11', 'LAM-10', 'TRI-08', 'TRI-10', 'TRI-44', 'TRI-65'],
  description:
    'Records a meeting that a body held, with everybody who came. A delegate without every test of authority of the document represents nobody. Once a reference.',
});

/** A meeting that an input names. */
export const meetingNamed = nameOf(
  MeetingRecord,
  'reference',
  'MEETING_UNKNOWN',
  (reference) =>
    `No meeting is recorded under ${JSON.stringify(reference)}. Record it by recordMeeting, or correct it.`,
);

/** A page of meetings, latest first. */
export const meetingPage = pagesOf<MeetingRecord>(meeting);
