import { BodyDecisionKind, SignedSubject, SignOffRule, plusDays } from '@hub/contract';
import { DEMONSTRATION_UNTIL } from '../demonstration/period';
import type { Facts } from '../facts/facts';
import { hasMinutes, heldMeetings } from './demonstration-meetings';
import { referenceOf } from './demonstration-days';

const DECISIONS: readonly (readonly [string, BodyDecisionKind, string, string])[] = [
  ['business-plan', BodyDecisionKind.DOCUMENT, 'The business plan of the year', '2026-04-20'],
  ['lead-on-data', BodyDecisionKind.LEAD_PARTNER, 'Which partner leads on the data set', '2026-06-15'],
  ['meeting-dates', BodyDecisionKind.OTHER, 'Dates of the meetings of the year', '2026-07-06'],
  ['information-sharing', BodyDecisionKind.KEY_DECISION, 'How partners share what they know', '2026-10-12'],
];

/** Decisions of the first body of the document. */
export function demonstrationDecisions(owner: string, { bodies }: Facts) {
  const [first] = bodies;
  return first === undefined
    ? []
    : DECISIONS.map(([slug, kind, title, decidedOn]) => {
        const reference = `demonstration/${slug}`;
        return {
          ...{ id: `${owner}-decision:${reference}`, reference, bodyId: first.id },
          ...{ kind, title, decidedOn, isSynthetic: true },
        };
      });
}

/**
 * Sign-offs of decisions and minutes, where the document asks for them: a week apart, in the order of the document. What is
 * late in coming is awaited still.
 */
export function demonstrationSignOffs(owner: string, facts: Facts) {
  const { decisionSignOff, minutesSignOff } = facts.termsOfReference;
  const decisions = demonstrationDecisions(owner, facts)
    .filter(({ kind }) => kind !== BodyDecisionKind.OTHER && decisionSignOff !== SignOffRule.NOT_SPECIFIED)
    .map(({ reference, decidedOn }) => ({ subject: SignedSubject.DECISION, reference, from: decidedOn, step: 8 }));
  const minutes = heldMeetings(facts)
    .filter((one) => minutesSignOff !== SignOffRule.NOT_SPECIFIED && hasMinutes(one, facts))
    .map((one) => ({ subject: SignedSubject.MINUTES, reference: referenceOf(one), from: one.day, step: 5 }));
  return [...decisions, ...minutes].flatMap(({ subject, reference, from, step }) =>
    facts.statutoryPartners
      .map(({ agency }, place) => ({
        ...{ id: `${subject}:${reference}:${agency}`, subject, reference, agency: { id: agency } },
        ...{ signedOn: plusDays(from, 4 + step * place), byRole: 'Lead safeguarding partner', isSynthetic: true },
      }))
      .filter(({ signedOn }) => signedOn <= DEMONSTRATION_UNTIL),
  );
}
