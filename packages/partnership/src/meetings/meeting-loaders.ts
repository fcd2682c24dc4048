import { type Agency, isRepresentation, quorumOf, type QuorumResult, type Sector } from '@hub/contract';
import { allOf, groupedBy, type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { agencies, bodyByDay, documentsByDay, statutoryPartnersByDay } from '../governance/governance-loaders';
import { agendaRequest } from './agenda-request-record';
import { bodyDecision } from './body-decision-record';
import { MeetingRecord } from './meeting-record';
import { partnerSignOff } from './partner-sign-off-record';

/** Every meeting that was held, latest first: what bodies' frequencies bound. */
export const meetingsHeld = wholeTable(MeetingRecord, { order: { heldOn: 'DESC', id: 'DESC' } });

/** What was asked for, by the reference of the planned meeting. */
export const requestsOfMeeting = groupedBy(agendaRequest, 'meetingReference');

/** Every decision, latest first. */
export const decisionsTaken = allOf(bodyDecision);

/** Sign-offs, by the reference of what was signed: of a decision and of minutes. */
export const signOffsUnder = groupedBy(partnerSignOff, 'reference');

/** Every sign-off, the earliest first. */
export const allSignOffs = allOf(partnerSignOff);

/** Gives of each day what the document that was worked to on it asks of whoever stands for an agency, by id. */
export async function testsByDay(context: SubgraphContext) {
  const documentOf = await documentsByDay(context);
  return (on: string): string[] => (documentOf(on)?.authorityTests ?? []).map(({ id }) => id);
}

/** Gives the body of meetings, planned or held, or of decisions, as it stood on a day. */
async function bodiesOf(context: SubgraphContext) {
  const bodyOf = await bodyByDay(context);
  return ({ id, bodyId }: { id: string; bodyId: string }, on: string) => {
    const body = bodyOf(bodyId, on);
    if (!body) throw new Error(`${id} names a body that is not stored.`);
    return body;
  };
}

/** The body of a meeting, planned or held, or of a decision, as it stood on a day. */
export const bodyOf = async (of: { id: string; bodyId: string }, on: string, context: SubgraphContext) =>
  (await bodiesOf(context))(of, on);

/** Gives of each meeting whether it was quorate, and which of the document's statutory partners it lacked. */
export async function quorumOfMeetings(context: SubgraphContext) {
  const [bodyThen, partnersOf, testsOf] = await Promise.all([
    bodiesOf(context),
    statutoryPartnersByDay(context),
    testsByDay(context),
  ]);
  return (met: MeetingRecord): { result: QuorumResult; missing: Agency[] } => {
    const { attendees: attendance, sectorsRepresented, heldOn } = met;
    const needed = partnersOf(heldOn).map(({ sector, agency }) => ({ id: agency.id, sector, agency }));
    const came = { attendance, sectorsRepresented, tests: testsOf(heldOn) };
    const { result, missing } = quorumOf(bodyThen(met, heldOn).quorum, needed, came);
    return { result, missing: missing.map(({ agency }) => agency) };
  };
}

/** Those who came, with the agency of each, and whether they represented it; null where that is not recorded. */
export async function attendanceOf({ attendees, heldOn }: MeetingRecord, context: SubgraphContext) {
  if (attendees === null) return null;
  const [known, testsOf] = await Promise.all([agencies(context), testsByDay(context)]);
  const tests = testsOf(heldOn);
  return attendees.map((one) => ({
    ...one,
    agency: known.find(({ id }) => id === one.agencyId) ?? null,
    isRepresentation: isRepresentation(one, tests),
  }));
}

/** Sectors of the agencies that were represented; where it is not recorded who came, the sectors that are. */
export async function sectorsOf(met: MeetingRecord, context: SubgraphContext): Promise<Sector[]> {
  const attendance = await attendanceOf(met, context);
  if (attendance === null) return met.sectorsRepresented ?? [];
  const represented = attendance.flatMap(({ isRepresentation: is, agency }) => (is && agency ? [agency.sector] : []));
  return [...new Set(represented)];
}
