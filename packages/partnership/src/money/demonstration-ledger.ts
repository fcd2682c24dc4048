import { ContributionKind, ContributionTarget, Sector, plusDays } from '@hub/contract';
import { demonstrationInstalments, instalmentPaymentRows } from './demonstration-instalments';
import { DEMONSTRATION_PAYERS } from './demonstration-payers';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS } from '../demonstration/period';
import { seededRandom } from '../demonstration/random';

/** One line of a partnership's ledger in the demonstration data. */
export interface DemonstrationLedgerLine {
  reference: string;
  financialYear: string;
  agencyId: string;
  sector: Sector;
  target: ContributionTarget;
  project: string | null;
  kind: ContributionKind;
  /** Null where the agency gave no answer; zero is an answer. */
  pledgedPence: number | null;
  paidPence: number | null;
  paidOn: string | null;
}

/** The project that some agencies pay to in the demonstration data. */
export const DEMONSTRATION_PROJECT = 'Procedures website';

/** Whole pounds by sector: from, to. Police give the same flat sum everywhere, as MOPAC does. */
const LOCAL_POUNDS: Partial<Record<Sector, [number, number]>> = {
  [Sector.LOCAL_AUTHORITY]: [60_000, 140_000],
  [Sector.NHS]: [20_000, 50_000],
  [Sector.POLICE]: [5_000, 5_000],
};

/** The ledger of one partnership over the demonstration years, the same at every call. */
export function demonstrationLedger(partnershipId: string): DemonstrationLedgerLine[] {
  return (DEMONSTRATION_PAYERS[partnershipId] ?? []).flatMap(({ agencyId, sector }) =>
    DEMONSTRATION_YEARS.flatMap((financialYear) => {
      const random = seededRandom(`${partnershipId}/${agencyId}/${financialYear}`);
      const [from, to] = LOCAL_POUNDS[sector] ?? [0, 0];
      const local = Math.round(from + random() * (to - from)) * 100;
      const london = Math.round(500 + random() * 4_500) * 100;
      const paidOn = plusDays(`${financialYear.slice(0, 4)}-04-15`, Math.floor(random() * 240));
      const line = (suffix: string, target: ContributionTarget, pledgedPence: number): DemonstrationLedgerLine => {
        const isPaid = paidOn <= DEMONSTRATION_UNTIL && random() < 0.92;
        return {
          reference: `${partnershipId}/${financialYear}/${agencyId}/${suffix}`,
          financialYear,
          agencyId,
          sector,
          target,
          project: target === ContributionTarget.LONDON_PROJECT ? DEMONSTRATION_PROJECT : null,
          kind: ContributionKind.CASH,
          pledgedPence,
          paidPence: isPaid ? pledgedPence : null,
          paidOn: isPaid ? paidOn : null,
        };
      };
      const lines = [
        line('local', ContributionTarget.LOCAL_BUDGET, local),
        line('london', ContributionTarget.LONDON_POOLED_BUDGET, london),
      ];
      if (random() < 0.3) lines.push(line('project', ContributionTarget.LONDON_PROJECT, 50_000));
      if (sector === Sector.NHS) {
        lines.push({ ...line('in-kind', ContributionTarget.LOCAL_BUDGET, 150_000), kind: ContributionKind.IN_KIND });
      }
      return lines.concat(londonInKind(partnershipId, financialYear, agencyId, sector)).map(withAnswer);
    }),
  );
}

/** Some agencies give London time or a venue, valued by themselves (TRI-56). */
function londonInKind(
  partnershipId: string,
  financialYear: string,
  agencyId: string,
  sector: Sector,
): DemonstrationLedgerLine[] {
  const reference = `${partnershipId}/${financialYear}/${agencyId}/london-in-kind`;
  const random = seededRandom(reference);
  const paidOn = plusDays(`${financialYear.slice(0, 4)}-06-01`, Math.floor(random() * 90));
  if (random() > 0.15 || paidOn > DEMONSTRATION_UNTIL) return [];
  const pledgedPence = 120_000;
  return [
    {
      ...{ reference, financialYear, agencyId, sector, pledgedPence, paidPence: pledgedPence, paidOn },
      ...{ target: ContributionTarget.LONDON_POOLED_BUDGET, project: null, kind: ContributionKind.IN_KIND },
    },
  ];
}

/** Contributions to London are voluntary: a few agencies answer with nothing, and a few do not answer. */
function withAnswer(line: DemonstrationLedgerLine): DemonstrationLedgerLine {
  if (line.target !== ContributionTarget.LONDON_POOLED_BUDGET || line.kind === ContributionKind.IN_KIND) return line;
  const answer = seededRandom(`answer/${line.reference}`)();
  if (answer >= 0.1) return line;
  return { ...line, pledgedPence: answer < 0.06 ? 0 : null, paidPence: null, paidOn: null };
}

/** The ledger of a partnership as the rows of its tables. */
export const demonstrationContributions = (partnershipId: string) =>
  demonstrationLedger(partnershipId).map(({ agencyId, sector, ...line }) => {
    const { agreedInstalments } = demonstrationInstalments({ ...line, agencyId, sector });
    const inInstalments = agreedInstalments && { agreedInstalments, paidPence: null, paidOn: null };
    return { ...line, ...inInstalments, id: line.reference, agency: { id: agencyId }, isSynthetic: true };
  });

/** What of them is paid in instalments. */
export const demonstrationInstalmentPayments = (partnershipId: string) =>
  demonstrationLedger(partnershipId).flatMap((line) =>
    instalmentPaymentRows(line.reference, demonstrationInstalments(line).payments),
  );
