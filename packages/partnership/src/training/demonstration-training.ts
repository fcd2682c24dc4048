import { EvaluationRespondent, EvaluationStage, TrainingBasis, plusDays } from '@hub/contract';
import { DEMONSTRATION_UNTIL } from '../demonstration/period';
import { seededRandom } from '../demonstration/random';
import type { Facts } from '../facts/facts';

const COURSES: [string, TrainingBasis[]][] = [
  ['Safeguarding children: introduction', [TrainingBasis.GUIDANCE_AND_LEGISLATION, TrainingBasis.LONDON_PROCEDURES]],
  ['Neglect: seeing it and acting on it', [TrainingBasis.PRACTICE_REVIEWS, TrainingBasis.PRIORITIES]],
  ['Exploitation and safety outside the home', [TrainingBasis.AUDITS, TrainingBasis.VOICE_OF_CHILDREN]],
];

/** Six courses a year in turn, who came, and what they and their managers said; managers were not asked after the last. */
export function demonstrationTraining(partnershipId: string, { agencies }: Facts) {
  const days = Array.from({ length: 10 }, (_, index) => plusDays('2025-04-23', index * 61));
  const made = days
    .filter((heldOn) => heldOn <= DEMONSTRATION_UNTIL)
    .map((heldOn, index, all) => {
      const random = seededRandom(`courses/${partnershipId}/${heldOn}`);
      const [title, reflects] = COURSES[index % COURSES.length]!;
      const reference = `demonstration/${heldOn}`;
      const id = `${partnershipId}-course:${reference}`;
      const attendance = agencies.slice(0, 6).flatMap((agency) => {
        const attended = Math.floor(random() * 7);
        const row = { id: `${id}:${agency.id}`, courseId: id, agency: { id: agency.id }, attended, isSynthetic: true };
        return attended > 1 ? [row] : [];
      });
      const came = attendance.reduce((sum, { attended }) => sum + attended, 0);
      const evaluations = STAGES.slice(0, index === all.length - 1 ? 3 : 4).map(([stage, respondent]) => {
        const responses = Math.max(1, Math.floor(came * (0.5 + random() * 0.4)));
        const confident = Math.floor(responses * (stage === EvaluationStage.AFTER ? 0.8 : 0.4));
        return {
          ...{ id: `${id}:${stage}:${respondent}`, courseId: id, stage, respondent, responses, confident },
          isSynthetic: true,
        };
      });
      const course = {
        ...{ id, reference, title, heldOn, places: 30, reflects: [...reflects].sort(), isCoDelivered: random() < 0.6 },
        isSynthetic: true,
      };
      return { course, attendance, evaluations };
    });
  return {
    courses: made.map(({ course }) => course),
    attendance: made.flatMap(({ attendance }) => attendance),
    evaluations: made.flatMap(({ evaluations }) => evaluations),
  };
}

const STAGES: [EvaluationStage, EvaluationRespondent][] = [
  [EvaluationStage.BEFORE, EvaluationRespondent.DELEGATE],
  [EvaluationStage.BEFORE, EvaluationRespondent.MANAGER],
  [EvaluationStage.AFTER, EvaluationRespondent.DELEGATE],
  [EvaluationStage.AFTER, EvaluationRespondent.MANAGER],
];
