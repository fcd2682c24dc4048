import type { ChairArrangement } from './chair-arrangement';
import { ChairKind } from './chair-kind';
import { ChairOffice } from './chair-office';
import { Sector } from './sector';
import { ViceChairKind } from './vice-chair-kind';

/** An appointment that is to be held against what the document arranges. */
export interface ProposedChair {
  office: ChairOffice;
  sector: Sector;
  agencyId: string | null;
  appointedOn: string;
  isAlsoScrutineer: boolean | null;
  /** Whether they hold a seat as a member of the body; null where no appointment to a seat is named. */
  isMember: boolean | null;
}

/** What is known beside the arrangement. */
export interface ChairCircumstances {
  /** Ids of the agencies that are statutory partners. */
  statutoryAgencies: readonly string[];
  /** Who else chaired or chairs the body. */
  otherChairs: readonly { sector: Sector; agencyId: string | null; appointedOn: string }[];
}

/** What of an appointment is not as the document arranges, by the field of the input; null where nothing is. */
export function chairProblem(
  arrangement: Pick<ChairArrangement, 'kind' | 'viceChair' | 'rotation' | 'isAlsoScrutineer'> | null,
  proposed: ProposedChair,
  circumstances: ChairCircumstances,
): { field: string; message: string } | null {
  if (proposed.office === ChairOffice.INDEPENDENT_SCRUTINEER) return scrutineerProblem(proposed);
  if (arrangement === null) return null;
  if (proposed.office === ChairOffice.VICE_CHAIR)
    return viceChairProblem(arrangement.viceChair, proposed, circumstances);
  if (proposed.office !== ChairOffice.CHAIR) return null;
  return scrutinyProblem(arrangement.isAlsoScrutineer, proposed) ?? sectorProblem(arrangement, proposed, circumstances);
}

function scrutineerProblem({ sector }: ProposedChair) {
  if (sector === Sector.INDEPENDENT) return null;
  return { field: 'sector', message: 'A scrutineer is independent of the partners (HAV-24). Give INDEPENDENT.' };
}

function scrutinyProblem(isArranged: boolean | null, { isAlsoScrutineer }: ProposedChair) {
  if (isArranged === null || isAlsoScrutineer === null || isArranged === isAlsoScrutineer) return null;
  const says = isArranged ? 'has the chair as scrutineer too' : 'has a scrutineer who is not the chair';
  return { field: 'isAlsoScrutineer', message: `The document ${says}. Give ${isArranged}, or leave it out.` };
}

function sectorProblem(
  { kind, rotation }: Pick<ChairArrangement, 'kind' | 'rotation'>,
  { sector, appointedOn }: ProposedChair,
  { otherChairs }: ChairCircumstances,
) {
  const allowed = {
    [ChairKind.LOCAL_AUTHORITY_CHIEF_EXECUTIVE]: [Sector.LOCAL_AUTHORITY],
    [ChairKind.INDEPENDENT]: [Sector.INDEPENDENT],
    [ChairKind.ROTATING]: rotation,
    [ChairKind.SUBGROUP_CHAIRS]: null,
    [ChairKind.NOT_SPECIFIED]: null,
  }[kind];
  if (allowed && !allowed.includes(sector)) {
    return {
      field: 'sector',
      message: `The document has a chair of ${allowed.join(', ')}. Give one of these sectors.`,
    };
  }
  if (kind !== ChairKind.ROTATING) return null;
  const inOrder = [...otherChairs].sort((one, other) => (one.appointedOn < other.appointedOn ? -1 : 1));
  const before = inOrder.filter((chair) => chair.appointedOn < appointedOn).at(-1);
  const after = inOrder.find((chair) => chair.appointedOn > appointedOn);
  const same = [before, after].find((chair) => chair?.sector === sector);
  if (!same) return null;
  const message = `${sector} has the chair from ${same.appointedOn} too, and it rotates. Give another sector, or correct the day.`;
  return { field: 'sector', message };
}

function viceChairProblem(kind: ViceChairKind, proposed: ProposedChair, circumstances: ChairCircumstances) {
  const { agencyId, isMember, appointedOn } = proposed;
  if (kind === ViceChairKind.APPOINTED_FROM_MEMBERS && isMember !== true) {
    const message =
      'The deputy is one of the members. Give memberReference, of their appointment to a seat as a member.';
    return { field: 'memberReference', message };
  }
  if (kind !== ViceChairKind.ELECTED_FROM_STATUTORY_PARTNERS) return null;
  if (agencyId === null || !circumstances.statutoryAgencies.includes(agencyId)) {
    const message = 'The vice-chair is of a statutory partner. Give one of `statutoryPartners { agency { id } }`.';
    return { field: 'agencyId', message };
  }
  const [chair] = circumstances.otherChairs
    .filter((one) => one.appointedOn <= appointedOn)
    .sort((one, other) => (one.appointedOn < other.appointedOn ? 1 : -1));
  if (chair?.agencyId !== agencyId) return null;
  return { field: 'agencyId', message: 'The vice-chair is of another partner than the chair. Give another agency.' };
}
