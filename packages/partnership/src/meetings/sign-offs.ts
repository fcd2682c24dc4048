import { BodyDecisionKind, SignOffRule } from '@hub/contract';
import { grouped } from '@hub/subgraph-kit';

/** A sign-off, as far as it decides whether something is signed off. */
export interface Signed {
  agency: { id: string };
  signedOn: string;
  isSynthetic: boolean;
}

/** A statutory partner whose sign-off is needed. */
export interface Signing {
  sector: string;
  agency: { id: string; name: string };
}

/** Sign-offs of what is real are real: one of the demonstration signs off demonstration data alone. */
export const countingFor = <One extends Signed>(subject: { isSynthetic: boolean }, signOffs: readonly One[]): One[] =>
  signOffs.filter(({ isSynthetic }) => subject.isSynthetic || !isSynthetic);

/** Whose sign-off a rule of the document asks for. */
export const signingUnder = <Partner extends Signing>(
  rule: SignOffRule | undefined,
  partners: readonly Partner[],
): readonly Partner[] => (rule === SignOffRule.ALL_STATUTORY_PARTNERS ? partners : []);

/** Whether the rule of key decisions and documents is about a decision (HAV-11). */
export const needsSignOff = ({ kind }: { kind: BodyDecisionKind }) => kind !== BodyDecisionKind.OTHER;

/** Those that had not signed by a day. @param by - a day as `YYYY-MM-DD`. @default ever */
export function awaited<Partner extends Signing>(
  partners: readonly Partner[],
  signOffs: readonly Signed[],
  by?: string,
): Partner[] {
  const hasSigned = (id: string) =>
    signOffs.some(({ agency, signedOn }) => agency.id === id && (by === undefined || signedOn <= by));
  return partners.filter(({ agency }) => !hasSigned(agency.id));
}

/** The day on which the last of those signed whose sign-off is needed; null while one is awaited. */
export function signedOffOn(partners: readonly Signing[], signOffs: readonly Signed[]): string | null {
  if (awaited(partners, signOffs).length > 0) return null;
  let last: string | null = null;
  for (const { agency, signedOn } of signOffs) {
    const isOne = partners.some((partner) => partner.agency.id === agency.id);
    if (isOne && (last === null || signedOn > last)) last = signedOn;
  }
  return last;
}

/** By sector, the day on which the last of its agencies signed: five signatories may be three sectors (TRI-01). */
export function sectorsSigned(partners: readonly Signing[], signOffs: readonly Signed[]) {
  return [...grouped(partners, ({ sector }) => sector)].flatMap(([name, ofSector]) => {
    const doneOn = signedOffOn(ofSector, signOffs);
    return doneOn === null ? [] : [{ name, doneOn }];
  });
}
