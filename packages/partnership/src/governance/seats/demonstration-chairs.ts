import {
  BodyKind,
  ChairAppointer,
  ChairKind,
  ChairOffice,
  SeatCapacity,
  Sector,
  ViceChairKind,
  plusDays,
} from '@hub/contract';

import { seededRandom } from '../../demonstration/random';
import type { Facts } from '../../facts/facts';

type BodyFacts = Facts['bodies'][number];
type Chair = NonNullable<BodyFacts['chair']>;

/** The chair goes on in three weeks, where it rotates. */
const TURNS = ['2023-11-21', '2024-11-21', '2025-11-21'];

const FROM: Readonly<Record<string, string>> = {
  [Sector.LOCAL_AUTHORITY]: 'Chief Executive of a local authority',
  [Sector.NHS]: 'Chief nurse of the NHS partner',
  [Sector.POLICE]: 'Detective superintendent',
  [Sector.INDEPENDENT]: 'Independent person',
};

/** Who must have agreed to a chair, by the obligations. */
const agreersOf = ({ obligations }: Facts, body: BodyFacts) =>
  obligations.flatMap(({ body: bodyId, judgedBy }) =>
    judgedBy.evaluator === 'SIGN_OFF' && judgedBy.records === 'CHAIR' && bodyId === body.id
      ? (judgedBy.by as ChairAppointer[])
      : [],
  );

/**
 * Chairs, deputies and scrutineers as the document arranges them, and of subgroups where it is silent.
 *
 * @param appointments - those of the demonstration, from whose members a deputy comes.
 */
export function demonstrationChairs(
  partnershipId: string,
  facts: Facts,
  appointments: readonly { reference: string; seatId: string | null }[],
) {
  const rows = facts.bodies.flatMap((body) => {
    if (body.kind === BodyKind.SUBGROUP) return chairsOfSubgroup(body);
    if (body.chair === null || body.chair.kind === ChairKind.NOT_SPECIFIED) return [];
    return [...chairsOf(body.chair, facts, body), ...deputiesOf(body.chair, facts, body, appointments)];
  });
  return rows.map((row, index) => ({
    ...{ agreedBy: [], agreedOn: null, isAlsoScrutineer: null, alsoChairs: null, memberReference: null, endedOn: null },
    ...{ ...row, id: `${partnershipId}:chair:demonstration-${index + 1}`, isSynthetic: true },
  }));
}

type Row = {
  bodyId: string;
  office: ChairOffice;
  sector: Sector;
  roleTitle: string;
  appointedOn: string;
  agency?: { id: string };
  agreedBy?: ChairAppointer[];
  agreedOn?: string;
  isAlsoScrutineer?: boolean | null;
  alsoChairs?: string | null;
  memberReference?: string;
};

const row = (
  bodyId: string,
  office: ChairOffice,
  sector: Sector,
  appointedOn: string,
  more: Partial<Row> = {},
): Row => ({
  ...{ bodyId, office, sector, roleTitle: FROM[sector] ?? 'Member', appointedOn, ...more },
});

function chairsOf(chair: Chair, facts: Facts, body: BodyFacts): Row[] {
  const { isAlsoScrutineer, sharedWith: alsoChairs } = chair;
  if (chair.kind === ChairKind.ROTATING) {
    return TURNS.map((day, turn) => {
      const sector = chair.rotation[turn % chair.rotation.length]!;
      return row(body.id, ChairOffice.CHAIR, sector, day, { isAlsoScrutineer });
    });
  }
  const sector = chair.kind === ChairKind.INDEPENDENT ? Sector.INDEPENDENT : Sector.LOCAL_AUTHORITY;
  const agreedBy = agreersOf(facts, body);
  const agreed = agreedBy.length > 0 ? { agreedBy, agreedOn: '2025-05-22' } : {};
  return [row(body.id, ChairOffice.CHAIR, sector, '2025-06-02', { isAlsoScrutineer, alsoChairs, ...agreed })];
}

function deputiesOf(
  chair: Chair,
  facts: Facts,
  body: BodyFacts,
  appointments: readonly { reference: string; seatId: string | null }[],
): Row[] {
  const found: Row[] = [];
  if (chair.isAlsoScrutineer === false) {
    found.push(row(body.id, ChairOffice.INDEPENDENT_SCRUTINEER, Sector.INDEPENDENT, '2024-09-02'));
  }
  if (chair.viceChair === ViceChairKind.ELECTED_FROM_STATUTORY_PARTNERS) {
    const [partner] = facts.statutoryPartners;
    const more = { agency: { id: partner!.agency }, agreedBy: [ChairAppointer.MEMBERS], agreedOn: '2025-07-01' };
    found.push(row(body.id, ChairOffice.VICE_CHAIR, partner!.sector, '2025-07-01', more));
  }
  if (chair.viceChair === ViceChairKind.APPOINTED_FROM_MEMBERS) {
    const seat = body.seats.find(({ capacity }) => capacity === SeatCapacity.MEMBER);
    const member = appointments.find(({ seatId }) => seat && seatId === seat.id);
    if (seat && member) {
      const { sector, title } = seat;
      const more = { roleTitle: title, memberReference: member.reference };
      found.push(row(body.id, ChairOffice.VICE_CHAIR, sector, '2026-02-10', more));
    }
  }
  return found;
}

/** A chair of each subgroup, and of some a co-chair. */
function chairsOfSubgroup({ id }: BodyFacts): Row[] {
  const random = seededRandom(`chairs/${id}`);
  const sectors = [Sector.LOCAL_AUTHORITY, Sector.NHS, Sector.POLICE];
  const first = Math.floor(random() * 3);
  const offices = random() < 0.6 ? [ChairOffice.CHAIR, ChairOffice.CO_CHAIR] : [ChairOffice.CHAIR];
  return offices.map((office, index) =>
    row(id, office, sectors[(first + index) % 3]!, plusDays('2024-04-01', Math.floor(random() * 700)), {
      roleTitle: 'Head of service',
    }),
  );
}
