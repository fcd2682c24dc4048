import { addWorkingDays, financialYearBounds, IncidentCategory, LearningParty, plusDays } from '@hub/contract';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS } from '../demonstration/period';
import { seededRandom } from '../demonstration/random';

const RECIPIENTS = [
  ...[LearningParty.EXECUTIVE_CHAIR, LearningParty.EXECUTIVE_LEAD_MEMBERS, LearningParty.INCIDENTS_SUBGROUP_CHAIR],
  LearningParty.NATIONAL_PANEL,
];
const CATEGORIES = [
  ...[IncidentCategory.CHILD_SERIOUSLY_HARMED, IncidentCategory.CHILD_DIED, IncidentCategory.CHILD_SERIOUSLY_HARMED],
  IncidentCategory.LOOKED_AFTER_CHILD_DIED,
];
const upTo = (day: string | null) => (day !== null && day <= DEMONSTRATION_UNTIL ? day : null);

/** Two incidents a year and their rapid reviews, none without an authority; of some, one notification is a few days late. */
export function demonstrationIncidents(id: string, localAuthorities: readonly string[]) {
  const random = seededRandom(`incidents/${id}`);
  const incidents = DEMONSTRATION_YEARS.flatMap((year) =>
    (localAuthorities.length === 0 ? [] : [1, 2]).map((count) => ({
      reference: `SI/${year}/${count}`,
      id: `${id}:incident:SI/${year}/${count}`,
      occurredOn: plusDays(financialYearBounds(year).from, 20 + (count - 1) * 170 + Math.floor(random() * 20)),
      localAuthorityCode: localAuthorities[Math.floor(random() * localAuthorities.length)]!,
      category: CATEGORIES[Math.floor(random() * CATEGORIES.length)]!,
      isSynthetic: true,
    })),
  ).filter(({ occurredOn }) => occurredOn <= DEMONSTRATION_UNTIL);
  const notifications = incidents.flatMap(({ reference, occurredOn }) => {
    const isLate = random() < 0.2;
    return RECIPIENTS.map((recipient, index) => ({
      id: `${id}:incident:${reference}:${recipient}`,
      incidentReference: reference,
      recipient,
      sentOn: addWorkingDays(occurredOn, isLate && index === 2 ? 8 : 1 + Math.floor(random() * 4))!,
      isSynthetic: true,
    })).filter(({ sentOn }) => sentOn <= DEMONSTRATION_UNTIL);
  });
  const rapidReviews = incidents.map(({ reference: incidentReference, occurredOn }) => {
    const convenedOn = addWorkingDays(occurredOn, 6)!;
    return {
      reference: incidentReference.replace('SI', 'RR'),
      id: `${id}:rapid-review:${incidentReference.replace('SI', 'RR')}`,
      incidentReference,
      convenedOn,
      chairDeterminedOn: upTo(convenedOn),
      summariesAskedOn: upTo(plusDays(convenedOn, 1)),
      reportedOn: upTo(plusDays(convenedOn, 10)),
      recommendsPracticeReview: random() < 0.3,
      approvedOn: upTo(plusDays(convenedOn, 13)),
      sentToPanelOn: upTo(plusDays(convenedOn, 14)),
      isSynthetic: true,
    };
  });
  return { incidents, notifications, rapidReviews: rapidReviews.filter(({ convenedOn }) => upTo(convenedOn)) };
}
