import { LearningTheme, RecommendationResponse, RecommendationSource, plusDays } from '@hub/contract';
import { DEMONSTRATION_UNTIL } from '../demonstration/period';
import { seededRandom } from '../demonstration/random';
import type { Facts } from '../facts/facts';

/** Themes and what is recommended about them; the first recur. */
const RECOMMENDED: readonly (readonly [LearningTheme, string])[] = [
  [LearningTheme.INFORMATION_SHARING, 'Share what is known at the start of an enquiry, and record what was shared.'],
  [LearningTheme.VOICE_OF_THE_CHILD, 'Record at each visit what the child said, and what was done about it.'],
  [LearningTheme.NEGLECT, 'Use the neglect tool before a plan is made, and again at its review.'],
  [LearningTheme.INFORMATION_SHARING, 'Tell schools of police call-outs on the next school day.'],
  [LearningTheme.MOVES, 'Hand over in a meeting when a family moves to another borough.'],
  [LearningTheme.SUPERVISION, 'Discuss each long plan in supervision, with a view from outside the team.'],
  [LearningTheme.ESCALATION, 'Teach every team how a disagreement is taken further.'],
  [LearningTheme.DOMESTIC_ABUSE, 'Ask about harm in the home at each health contact.'],
];

/** Eight recommendations a partnership: most are accepted, one is not, and an action or two are overdue. */
export function demonstrationRecommendations(id: string, facts: Facts) {
  const random = seededRandom(`recommendations/${id}`);
  const owners = facts.statutoryPartners.map(({ agency }) => agency);
  const place = Math.floor(random() * RECOMMENDED.length);
  const recommendations = RECOMMENDED.map((_, index) => {
    const [theme, recommendation] = RECOMMENDED[(place + index) % RECOMMENDED.length]!;
    const reference = `REC/${index + 1}`;
    const madeOn = plusDays('2025-07-21', index * 55);
    const isRefused = index === 4;
    const isAnswered = plusDays(madeOn, 40) <= DEMONSTRATION_UNTIL;
    const isOfReview = index < 4;
    return {
      ...{ id: `${id}:recommendation:${reference}`, reference, theme, recommendation, madeOn },
      source: isOfReview ? RecommendationSource.PRACTICE_REVIEW : RecommendationSource.AUDIT,
      sourceReference: isOfReview ? 'LCSPR/2025/1' : null,
      agencyId: owners[Math.floor(random() * owners.length)]!,
      response: !isAnswered ? null : isRefused ? RecommendationResponse.NOT_ACCEPTED : RecommendationResponse.ACCEPTED,
      because: isAnswered && isRefused ? 'The agency does this under another plan already, and says so there.' : null,
      respondedOn: isAnswered ? plusDays(madeOn, 40) : null,
      isSynthetic: true,
    };
  });
  const actions = recommendations
    .filter(({ response }) => response === RecommendationResponse.ACCEPTED)
    .map(({ reference: recommendationReference, madeOn }, index) => {
      const dueOn = plusDays(madeOn, 150);
      const doneOn = plusDays(madeOn, 100 + Math.floor(random() * 70));
      const isDone = index !== 3 && doneOn <= DEMONSTRATION_UNTIL;
      return {
        ...{ id: `${id}:action:${recommendationReference}-a`, reference: `${recommendationReference}-a` },
        ...{ recommendationReference, action: 'Change the guidance, and check in an audit that it is used.' },
        ...{ dueOn, doneOn: isDone ? doneOn : null, isSynthetic: true },
      };
    });
  return { recommendations, actions };
}
