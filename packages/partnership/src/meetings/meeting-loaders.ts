import { type Agency, isRepresentation, quorumOf, type QuorumResult, type Sector } from '@hub/contract';
import { allOf, groupedBy, type SubgraphContext, wholeTable } from '@hub/subgraph-kit';
import { agencies, bodyOn, documentOn, statutoryPartners } from '../governance/governance-loaders';
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

/** What the document that was worked to on a day asks of whoever stands for an agency, by id. */
export async function testsStated(context: SubgraphContext, on: string): Promise<string[]> {
  const document = await documentOn(context, on);
  return (document?.authorityTests ?? []).map(({ id }) => id);
}

/** The body of a meeting, planned or held, or of a decision, as it stood on a day. */
export async function bodyOf({ id, bodyId }: { id: string; bodyId: string }, on: string, context: SubgraphContext) {
  const body = await bodyOn(context, bodyId, on);
  if (!body) throw new Error(`${id} names a body that is not stored.`);
  return body;
}

/** Whether a meeting was quorate, and which of the document's statutory partners it lacked. */
export async function quorumOfMeeting(
  met: MeetingRecord,
  context: SubgraphContext,
): Promise<{ result: QuorumResult; missing: Agency[] }> {
  const [body, partners, tests] = await Promise.all([
    bodyOf(met, met.heldOn, context),
    statutoryPartners(context, met.heldOn),
    testsStated(context, met.heldOn),
  ]);
  const needed = partners.map(({ sector, agency }) => ({ id: agency.id, sector, agency }));
  const { attendees: attendance, sectorsRepresented } = met;
  const { result, missing } = quorumOf(body.quorum, needed, { attendance, sectorsRepresented, tests });
  return { result, missing: missing.map(({ agency }) => agency) };
}

/** Those who came, with the agency of each, and whether they represented it; null where that is not recorded. */
export async function attendanceOf({ attendees, heldOn }: MeetingRecord, context: SubgraphContext) {
  if (attendees === null) return null;
  const [known, tests] = await Promise.all([agencies(context), testsStated(context, heldOn)]);
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
