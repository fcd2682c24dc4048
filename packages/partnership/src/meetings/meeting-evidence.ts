import { AgendaItemKind, isRepresentation, ObligationRecordKind, SeatCapacity, Sector } from '@hub/contract';
import type { Evidence, MeetingShown } from '@hub/contract';
import type { EvidenceReaders, SubgraphContext } from '@hub/subgraph-kit';
import { agencies } from '../governance/governance-loaders';
import { meetingsHeld, quorumOfMeetings, testsByDay } from './meeting-loaders';
import type { MeetingRecord } from './meeting-record';

const { MEETING, AGENDA, SEATS_TAKEN, PAPERS, DELEGATION, LEAD_PARTNER_ATTENDANCE } = ObligationRecordKind;
const { PLANNING_GROUP_REVIEW } = AgendaItemKind;
/** In what capacities somebody leads for a statutory partner. */
const LEADING: readonly SeatCapacity[] = [SeatCapacity.LEAD_SAFEGUARDING_PARTNER, SeatCapacity.LEAD_MEMBER];
const THREE_SECTORS = [Sector.LOCAL_AUTHORITY, Sector.POLICE, Sector.NHS];

const shown = (kind: ObligationRecordKind, { id, bodyId, heldOn, isSynthetic }: MeetingRecord): Evidence => ({
  ...{ kind, record: id, bodyId, doneOn: heldOn, isSynthetic, of: null, endsOn: null, dueOn: null, parts: [] },
  called: `The meeting on ${heldOn}`,
});

/** Meetings of which something is recorded, each with what: of the others nothing is known of it. */
const meetingsWith = (kind: ObligationRecordKind, namesIn: (met: MeetingRecord) => readonly string[]) =>
  async function (context: SubgraphContext): Promise<Evidence[]> {
    return (await meetingsHeld(context)).flatMap((met) => {
      const parts = [...new Set(namesIn(met))].map((name) => ({ name, doneOn: met.heldOn }));
      return parts.length === 0 ? [] : [{ ...shown(kind, met), parts }];
    });
  };

/** The meetings that were held, each with the tests of authority of the document that was worked to then. */
async function withTests(context: SubgraphContext) {
  const [held, testsOf] = await Promise.all([meetingsHeld(context), testsByDay(context)]);
  return held.map((met) => ({ met, tests: testsOf(met.heldOn) }));
}

/** Meetings to which somebody came in another's place; their parts are the tests of authority that all of those meet. */
async function delegations(context: SubgraphContext): Promise<Evidence[]> {
  const tested = await withTests(context);
  return tested.flatMap(({ met, tests }) => {
    const delegates = (met.attendees ?? []).filter(({ isDelegate, agencyId }) => isDelegate && agencyId !== null);
    const passed = tests.filter((test) => delegates.every(({ authorityTests }) => authorityTests.includes(test)));
    const parts = passed.map((name) => ({ name, doneOn: met.heldOn }));
    return delegates.length === 0 ? [] : [{ ...shown(DELEGATION, met), parts }];
  });
}

/** Meetings at which a lead of each of the three sectors was, in person (TRI-12); of a review of the planning group, where they had it (TRI-22). */
async function leadAttendances(context: SubgraphContext): Promise<Evidence[]> {
  const [tested, known] = await Promise.all([withTests(context), agencies(context)]);
  return tested.flatMap(({ met, tests }) => {
    const leads = (met.attendees ?? []).filter(
      (one) => LEADING.includes(one.capacity) && !one.isDelegate && isRepresentation(one, tests),
    );
    const sectors = leads.map(({ agencyId }) => known.find(({ id }) => id === agencyId)?.sector);
    const isReview = met.agenda.some(({ kind }) => kind === PLANNING_GROUP_REVIEW);
    const of = isReview ? PLANNING_GROUP_REVIEW : null;
    return THREE_SECTORS.every((sector) => sectors.includes(sector))
      ? [{ ...shown(LEAD_PARTNER_ATTENDANCE, met), of }]
      : [];
  });
}

/** The meetings that were held, by what obligations ask of them. */
export const meetingEvidence: EvidenceReaders = {
  async [MEETING](context): Promise<MeetingShown[]> {
    const [held, quorumOf] = await Promise.all([meetingsHeld(context), quorumOfMeetings(context)]);
    return held.map((met) => {
      const { result: quorum, missing } = quorumOf(met);
      return { ...shown(MEETING, met), quorum, missing: missing.map(({ name }) => name) };
    });
  },
  [AGENDA]: meetingsWith(AGENDA, ({ agenda }) => agenda.map(({ kind }) => kind)),
  [SEATS_TAKEN]: meetingsWith(SEATS_TAKEN, ({ attendees }) => (attendees ?? []).flatMap(({ seatId }) => seatId ?? [])),
  [PAPERS]: meetingsWith(PAPERS, ({ papersSentTo }) => papersSentTo),
  [DELEGATION]: delegations,
  [LEAD_PARTNER_ATTENDANCE]: leadAttendances,
};
