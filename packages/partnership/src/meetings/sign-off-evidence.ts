import { ObligationRecordKind, SignedSubject } from '@hub/contract';
import type { EvidenceReaders } from '@hub/subgraph-kit';
import { statutoryPartners } from '../governance/governance-loaders';
import { signersOf } from './decision-sign-offs';
import { allSignOffs, decisionsTaken, meetingsHeld } from './meeting-loaders';
import type { PartnerSignOffRecord } from './partner-sign-off-record';
import { countingFor, sectorsSigned, signedOffOn } from './sign-offs';

const { DECISION, MINUTES } = ObligationRecordKind;
const undated = { endsOn: null, dueOn: null };

/** The sign-offs of decisions or of minutes, by the reference of what was signed. */
function ofSubject(subject: SignedSubject, signOffs: readonly PartnerSignOffRecord[]) {
  const found = new Map<string, PartnerSignOffRecord[]>();
  for (const one of signOffs) {
    if (one.subject === subject) found.set(one.reference, [...(found.get(one.reference) ?? []), one]);
  }
  return found;
}

/** Decisions that need a sign-off, and minutes, with the sectors that signed them off. */
export const signOffEvidence: EvidenceReaders = {
  async [DECISION](context, on) {
    const [taken, signOffs] = await Promise.all([decisionsTaken(context), allSignOffs(context)]);
    const own = ofSubject(SignedSubject.DECISION, signOffs);
    const known = taken.filter(({ decidedOn }) => decidedOn <= on);
    const evidence = known.map(async (decision) => {
      const signers = await signersOf(decision, context);
      const signed = countingFor(decision, own.get(decision.reference) ?? []);
      const { id, bodyId, kind: of, isSynthetic } = decision;
      const doneOn = signedOffOn(signers, signed);
      const shown = { kind: DECISION, record: id, bodyId, of, doneOn, isSynthetic, ...undated };
      return signers.length === 0 ? [] : [{ ...shown, parts: sectorsSigned(signers, signed) }];
    });
    return (await Promise.all(evidence)).flat();
  },
  /** Minutes from the first meeting of a body on of which any are recorded: before, nothing shows what was done. */
  async [MINUTES](context, on) {
    const [held, signOffs] = await Promise.all([meetingsHeld(context), allSignOffs(context)]);
    const own = ofSubject(SignedSubject.MINUTES, signOffs);
    const known = held.filter(({ heldOn }) => heldOn <= on);
    const evidence = known.map(async (met) => {
      const partners = await statutoryPartners(context, met.heldOn);
      const signed = countingFor(met, (met.reference !== null && own.get(met.reference)) || []);
      const { id, bodyId, minutesPublishedOn: doneOn, minutesApprovedOn, isSynthetic } = met;
      const approved = minutesApprovedOn === null ? [] : [{ name: 'CHAIR', doneOn: minutesApprovedOn }];
      const parts = [...sectorsSigned(partners, signed), ...approved];
      const shown = { kind: MINUTES, record: id, bodyId, of: null, doneOn, isSynthetic, ...undated };
      return { met, minutes: { ...shown, parts } };
    });
    const all = await Promise.all(evidence);
    const isRecorded = ({ minutes: { doneOn, parts } }: (typeof all)[number]) =>
      [doneOn, ...parts.map((one) => one.doneOn)].some((day) => day !== null && day <= on);
    const first = new Map<string, string>();
    for (const one of all.filter(isRecorded)) first.set(one.met.bodyId, one.met.heldOn);
    return all.filter(({ met }) => met.heldOn >= (first.get(met.bodyId) ?? '9999')).map(({ minutes }) => minutes);
  },
};
