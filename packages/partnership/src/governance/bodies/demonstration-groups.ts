import { BoardContactKind, BodyKind, QuorumRule, plusDays } from '@hub/contract';
import { DEMONSTRATION_UNTIL } from '../../demonstration/period';
import { seededRandom } from '../../demonstration/random';
import type { Facts } from '../../facts/facts';

const BEGIN = '2025-01-15';
const VOICES = [
  'Young people told the group in two workshops what made it hard to ask for help',
  'A school council chose the questions, and the answers changed the plan',
  'Care leavers read the draft and took out half of its words',
];
const REPORTING: readonly BodyKind[] = [BodyKind.SUBGROUP, BodyKind.LOCAL_GROUP];

/** A task and finish group that was opened and closed, where the document speaks of such groups. */
export function demonstrationBodies(partnershipId: string, facts: Facts) {
  const [executive] = facts.bodies;
  if (!executive || !facts.clauses.some(({ quote }) => /task and finish/i.test(quote ?? ''))) return [];
  return [
    {
      ...{ id: `${partnershipId}-body:demonstration-1`, name: 'Children who are not in school', otherNames: [] },
      ...{
        kind: BodyKind.TASK_AND_FINISH,
        parentId: executive.id,
        remit: 'Why children leave school rolls, and where they go',
      },
      ...{
        meetsTimesPerYear: null,
        meetingFrequency: null,
        quorum: QuorumRule.NOT_SPECIFIED,
        localAuthorityCode: null,
      },
      ...{ coversCodes: [], representativesPerAgency: null, note: null, chairArrangement: null, sources: [] },
      ...{ openedOn: '2026-02-03', closedOn: '2026-09-25', decisionReference: 'D/2026/4', position: 1_000_000 },
      ...{ isReference: false, isSynthetic: true },
    },
  ];
}

/** Months between reports, where the document states them. */
const monthsBetween = ({ obligations }: Facts, kind: BodyKind) =>
  obligations.flatMap(({ judgedBy }) =>
    judgedBy.evaluator === 'EACH_WITHIN' && judgedBy.records === 'GROUP' && [judgedBy.of ?? kind].flat().includes(kind)
      ? [judgedBy.months ?? { MONTH: 1, QUARTER: 3 }[judgedBy.every!]]
      : [],
  )[0] ?? 6;

/** Reports of groups in their cycle; the last group has fallen silent since the spring. */
export function demonstrationGroupReports(partnershipId: string, facts: Facts) {
  const groups = facts.bodies.filter(({ kind }) => REPORTING.includes(kind));
  return groups.flatMap(({ id: bodyId, kind, parent }, index) => {
    const random = seededRandom(`group-reports/${bodyId}`);
    const days = Math.floor(monthsBetween(facts, kind) * 30);
    const until = index === groups.length - 1 ? '2026-04-15' : DEMONSTRATION_UNTIL;
    return Array.from({ length: 24 }, (_, number) => plusDays(BEGIN, number * days + Math.floor(random() * 3) + index))
      .filter((day) => day <= until)
      .map((receivedOn, number) => ({
        ...{ id: `${partnershipId}:group-report:demonstration-${index + 1}-${number + 1}`, bodyId, receivedOn },
        ...{ receivedById: parent ?? facts.bodies[0]!.id, theme: null, isSynthetic: true },
        voiceOfTheChild: random() < 0.9 ? VOICES[(index + number) % VOICES.length]! : null,
      }));
  });
}

/** A meeting a year with each board that an obligation names; with the last not since last year. */
export function demonstrationBoardContacts(partnershipId: string, { obligations }: Facts) {
  const boards = obligations.flatMap(({ judgedBy }) =>
    'records' in judgedBy && judgedBy.records === 'LINKED_BOARD' ? [judgedBy.of ?? []].flat() : [],
  );
  return [...new Set(boards)].flatMap((relationId, index, all) =>
    ['2024-10-14', '2025-10-08', '2026-09-16']
      .filter((day) => index < all.length - 1 || day < '2026-01-01')
      .map((day) => ({
        ...{ id: `${partnershipId}:board-contact:demonstration-${index + 1}-${day.slice(0, 4)}`, relationId },
        ...{ kind: BoardContactKind.MEETING, heldOn: plusDays(day, index * 3), isSynthetic: true },
      })),
  );
}
