import { ChairOffice, type Evidence, ObligationRecordKind } from '@hub/contract';
import type { EvidenceReaders, SubgraphContext } from '@hub/subgraph-kit';
import { bodies, seats, seatsById } from '../governance-loaders';
import { allAppointments, allChairs, appointmentsOn, endOfAppointment, endOfChair } from './seat-loaders';

const { APPOINTMENT, CHAIR, SCRUTINEER, SEAT, VICE_CHAIR } = ObligationRecordKind;

/** Who sits where, as obligations are judged by it; who is appointed after the day is not among them. */
export const seatEvidence: EvidenceReaders = {
  /** Appointments, each of its seat, its post or the kind of its body. */
  async [APPOINTMENT](context, on) {
    const [all, groups, seatOf] = await Promise.all([
      allAppointments(context),
      bodies(context, on),
      seatsById(context),
    ]);
    const appointed = all.filter(({ appointedOn }) => appointedOn <= on);
    return appointed.map((one): Evidence => {
      const { id: record, appointedOn: doneOn, isSynthetic, seatId, post, agreedOn } = one;
      const bodyId = seatId === null ? one.bodyId : (seatOf(seatId)?.bodyId ?? null);
      const kind = groups.find(({ id }) => id === one.bodyId)?.kind ?? null;
      return {
        ...{ kind: APPOINTMENT, record, doneOn, isSynthetic, bodyId, of: seatId ?? post ?? kind, dueOn: null },
        endsOn: endOfAppointment(all, one),
        called: `${one.roleTitle} appointed on ${doneOn}`,
        parts: agreedOn === null ? [] : [{ name: 'AGREEMENT', doneOn: agreedOn }],
      };
    });
  },
  /**
   * Seats with who holds them on the day, each of the clauses that list it: of bodies of which an appointment was recorded by
   * then.
   */
  async [SEAT](context, on) {
    const [all, places, held] = await Promise.all([
      allAppointments(context),
      seats(context, on),
      appointmentsOn(context, on),
    ]);
    return places.flatMap((seat): Evidence[] => {
      const ofBody = new Set(places.filter(({ bodyId }) => bodyId === seat.bodyId).map(({ id }) => id));
      const first = all.find(({ seatId, appointedOn }) => seatId && ofBody.has(seatId) && appointedOn <= on);
      if (!first) return [];
      const { appointedOn: doneOn, isSynthetic } = first;
      const holders = held.filter(({ seatId }) => seatId === seat.id);
      return seat.sources.map((of) => ({
        ...{ kind: SEAT, record: seat.id, doneOn, isSynthetic, bodyId: seat.bodyId, of, endsOn: null, dueOn: null },
        called: seat.title,
        parts: holders.map((holder) => ({ name: 'HOLDER', doneOn: holder.appointedOn })),
      }));
    });
  },
  /** Chairs of bodies, each of its sector; who agreed to them are its parts. */
  [CHAIR]: (context, on) => inOffice(context, on, ChairOffice.CHAIR, CHAIR),
  /** The same of vice-chairs and deputies. */
  [VICE_CHAIR]: (context, on) => inOffice(context, on, ChairOffice.VICE_CHAIR, VICE_CHAIR),
  /** Scrutineers: the chair, where the chair is one too, or somebody apart. */
  async [SCRUTINEER](context, on) {
    return (await chairsFor(context, on)).flatMap(({ office, isAlsoScrutineer, evidence }) => {
      const isApart = office === ChairOffice.INDEPENDENT_SCRUTINEER;
      if (!isApart && !(office === ChairOffice.CHAIR && isAlsoScrutineer)) return [];
      return [{ ...evidence, kind: SCRUTINEER, bodyId: null, of: isApart ? 'APART' : 'CHAIR' }];
    });
  },
};

async function inOffice(context: SubgraphContext, on: string, office: ChairOffice, kind: ObligationRecordKind) {
  const all = await chairsFor(context, on);
  return all.filter((one) => one.office === office).map(({ evidence }) => ({ ...evidence, kind }));
}

/** Chairs, vice-chairs and scrutineers with what they tell an evaluator. */
async function chairsFor(context: SubgraphContext, on: string) {
  const all = await allChairs(context);
  const appointed = all.filter(({ appointedOn }) => appointedOn <= on);
  return appointed.map((one) => {
    const { id: record, appointedOn: doneOn, isSynthetic, bodyId, sector, agreedBy, agreedOn } = one;
    const evidence: Evidence = {
      ...{ kind: CHAIR, record, doneOn, isSynthetic, bodyId, of: sector, dueOn: null },
      endsOn: endOfChair(all, one),
      parts: agreedBy.map((name) => ({ name, doneOn: agreedOn })),
    };
    return { office: one.office, isAlsoScrutineer: one.isAlsoScrutineer, evidence };
  });
}
