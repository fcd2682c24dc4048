import { type AgendaItem, AgendaItemKind, ObligationRecordKind, SeatCapacity } from '@hub/contract';
import { seededRandom } from '../demonstration/random';
import type { Facts } from '../facts/facts';
import { type DemonstrationDay, referenceOf } from './demonstration-days';

const TITLES: Readonly<Record<AgendaItemKind, string>> = {
  [AgendaItemKind.PERFORMANCE_DATA]: 'Multi-agency performance data of the quarter',
  [AgendaItemKind.REPORT_OF_ANOTHER_PARTNERSHIP]: 'Report from a neighbouring partnership',
  [AgendaItemKind.PRIORITIES_PROGRESS]: 'Progress against the priorities of the year',
  [AgendaItemKind.NEW_GUIDANCE]: 'New guidance and legislation',
  [AgendaItemKind.PLANNING_GROUP_REVIEW]: 'Review of the work of the planning group',
  [AgendaItemKind.ATTENDANCE]: 'Attendance of partners',
  [AgendaItemKind.OTHER]: 'Business of the meeting',
};

const isKind = (name: string): name is AgendaItemKind => name in AgendaItemKind;

/** What the document asks of meetings of a body, as its obligations name it. */
export function askedOfMeetings({ obligations }: Facts, bodyId: string): string[] {
  return obligations
    .filter(({ body }) => body === bodyId)
    .flatMap(({ judgedBy }) => {
      if (judgedBy.evaluator === 'REQUIRED_PARTS' && judgedBy.records === ObligationRecordKind.AGENDA)
        return judgedBy.parts;
      const isItem = 'records' in judgedBy && judgedBy.records === ObligationRecordKind.LEAD_PARTNER_ATTENDANCE;
      return isItem && 'of' in judgedBy ? [judgedBy.of ?? []].flat() : [];
    });
}

/** The items of a demonstration meeting: what the document asks for, now and then without one, and progress. */
export function demonstrationAgenda(day: DemonstrationDay, facts: Facts): AgendaItem[] {
  const random = seededRandom(`agenda/${referenceOf(day)}`);
  const asked = askedOfMeetings(facts, day.body.id).filter(isKind);
  const kinds = new Set([AgendaItemKind.PRIORITIES_PROGRESS, ...asked.filter(() => random() > 0.1)]);
  return [...kinds].map((kind) => ({ kind, title: TITLES[kind] }));
}

/** To whom the papers of a demonstration meeting went: members, and virtual members where the body has them. */
export function demonstrationPapers({ body }: DemonstrationDay): SeatCapacity[] {
  const sitting = new Set(body.seats.map(({ capacity }) => capacity));
  return [SeatCapacity.MEMBER, SeatCapacity.VIRTUAL_MEMBER].filter((capacity) => sitting.has(capacity));
}
