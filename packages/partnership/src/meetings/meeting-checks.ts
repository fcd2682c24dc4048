import { check, fitsIntoId, type Check } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { AgencyRecord } from '../governance/agency-record';
import { documentThen } from '../governance/document-then';
import { SeatRecord } from '../governance/seat-record';
import type { RecordMeetingInput } from './meeting-inputs';
import { shortTexts } from './office-checks';

/** How many may come, and how many items be taken. */
const MOST = 100;

const given = (ids: readonly (string | null | undefined)[]) => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string')),
];

const agenciesAreKnown = check<RecordMeetingInput>('AGENCY_UNKNOWN', 'attendance', async ({ attendance }, manager) => {
  const ids = given(attendance.map(({ agencyId }) => agencyId));
  const known = (await manager.findBy(AgencyRecord, { id: In(ids) })).map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  return (
    unknown !== undefined &&
    `The partnership has no agency "${unknown}". Give an id of \`bodies { seats { agency { id } } }\`, or none.`
  );
});

const seatsAreOfTheBody = check<RecordMeetingInput>(
  'SEAT_UNKNOWN',
  'attendance',
  async ({ attendance, bodyId }, manager) => {
    const seats = await manager.find(SeatRecord, {
      where: { id: In(given(attendance.map(({ seatId }) => seatId))), bodyId },
      relations: { agency: true },
    });
    for (const { seatId, agencyId } of attendance) {
      if (typeof seatId !== 'string') continue;
      const seat = seats.find(({ id }) => id === seatId);
      if (!seat) return `The body has no seat "${seatId}". Give an id of its \`bodies { seats { id } }\`, or none.`;
      if (seat.agency && seat.agency.id !== agencyId) {
        return `The seat "${seatId}" is held by ${seat.agency.id}. Give that as agencyId, or another seat.`;
      }
    }
    return null;
  },
);

const testsAreStated = check<RecordMeetingInput>(
  'AUTHORITY_TEST_UNKNOWN',
  'attendance',
  async ({ attendance, heldOn }, manager) => {
    const document = await documentThen(manager, heldOn);
    const stated = (document?.authorityTests ?? []).map(({ id }) => id);
    const unknown = attendance.flatMap(({ authorityTests }) => authorityTests ?? []).find((id) => !stated.includes(id));
    return (
      unknown !== undefined &&
      `The document that was worked to then states no test "${unknown}". Give ids of \`termsOfReference { authorityTests { id } }\`.`
    );
  },
);

/** What a meeting must keep to. */
export const meetingChecks: readonly Check<RecordMeetingInput>[] = [
  fitsIntoId('reference'),
  check<RecordMeetingInput>('TOO_MANY', 'attendance', ({ attendance, agenda }) => {
    const isTooMany = attendance.length > MOST || (agenda?.length ?? 0) > MOST;
    return isTooMany && `A meeting may have ${MOST} who came and ${MOST} items. Leave out who only looked on.`;
  }),
  shortTexts<RecordMeetingInput>('attendance', ({ attendance }) => attendance.map(({ role }) => role)),
  shortTexts<RecordMeetingInput>('agenda', ({ agenda }) => (agenda ?? []).map(({ title }) => title)),
  agenciesAreKnown,
  seatsAreOfTheBody,
  testsAreStated,
];
