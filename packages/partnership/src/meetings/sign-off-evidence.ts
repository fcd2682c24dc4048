import { ObligationRecordKind, SignedSubject } from '@hub/contract';
import { type EvidenceReaders, grouped } from '@hub/subgraph-kit';
import { statutoryPartnersByDay } from '../governance/governance-loaders';
import { signersOfDecisions } from './decision-sign-offs';
import { allSignOffs, decisionsTaken, meetingsHeld } from './meeting-loaders';
import type { PartnerSignOffRecord } from './partner-sign-off-record';
import { countingFor, sectorsSigned, signedOffOn } from './sign-offs';

const { DECISION, MINUTES } = ObligationRecordKind;
const undated = { endsOn: null, dueOn: null };

/** The sign-offs of decisions or of minutes, by the reference of what was signed. */
const ofSubject = (subject: SignedSubject, signOffs: readonly PartnerSignOffRecord[]) =>
  grouped(
    signOffs.filter((one) => one.subject === subject),
    ({ reference }) => reference,
  );

/** Decisions that need a sign-off, and minutes, with the sectors that signed them off. */
export const signOffEvidence: EvidenceReaders = {
  async [DECISION](context, on) {
    const [taken, signOffs, signersOf] = await Promise.all([
      decisionsTaken(context),
      allSignOffs(context),
      signersOfDecisions(context),
    ]);
    const own = ofSubject(SignedSubject.DECISION, signOffs);
    const known = taken.filter(({ decidedOn }) => decidedOn <= on);
    return known.flatMap((decision) => {
      const signers = signersOf(decision);
      const signed = countingFor(decision, own.get(decision.reference) ?? []);
      const { id, bodyId, kind: of, isSynthetic } = decision;
      const doneOn = signedOffOn(signers, signed);
      const shown = { kind: DECISION, record: id, bodyId, of, doneOn, isSynthetic, ...undated };
      return signers.length === 0 ? [] : [{ ...shown, parts: sectorsSigned(signers, signed) }];
    });
  },
  /** Minutes from the first meeting of a body on of which any are recorded: before, nothing shows what was done. */
  async [MINUTES](context, on) {
    const [held, signOffs, partnersOf] = await Promise.all([
      meetingsHeld(context),
      allSignOffs(context),
      statutoryPartnersByDay(context),
    ]);
    const own = ofSubject(SignedSubject.MINUTES, signOffs);
    const known = held.filter(({ heldOn }) => heldOn <= on);
    const all = known.map((met) => {
      const signed = countingFor(met, (met.reference !== null && own.get(met.reference)) || []);
      const { id, bodyId, minutesPublishedOn: doneOn, minutesApprovedOn, isSynthetic } = met;
      const approved = minutesApprovedOn === null ? [] : [{ name: 'CHAIR', doneOn: minutesApprovedOn }];
      const parts = [...sectorsSigned(partnersOf(met.heldOn), signed), ...approved];
      const shown = { kind: MINUTES, record: id, bodyId, of: null, doneOn, isSynthetic, ...undated };
      return { met, minutes: { ...shown, parts } };
    });
    const isRecorded = ({ minutes: { doneOn, parts } }: (typeof all)[number]) =>
      [doneOn, ...parts.map((one) => one.doneOn)].some((day) => day !== null && day <= on);
    const first = new Map<string, string>();
    for (const one of all.filter(isRecorded)) first.set(one.met.bodyId, one.met.heldOn);
    return all.filter(({ met }) => met.heldOn >= (first.get(met.bodyId) ?? '9999')).map(({ minutes }) => minutes);
  },
};
