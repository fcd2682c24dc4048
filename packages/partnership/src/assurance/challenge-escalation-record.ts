import { ChallengeEscalation, DateScalar } from '@hub/contract';
import { check, defineRecord } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { AssuranceArrangementRecord } from './assurance-arrangement-record';
import { challengeNamed, ProfessionalChallengeRecord } from './challenge-record';

/** An escalation as stored. */
export class ChallengeEscalationRecord extends ChallengeEscalation {
  /** Reference of the challenge. */
  challengeReference!: string;
}

/** What is recorded of an escalation. */
@InputType({ description: "That a challenge was taken further, by a step of the partnership's own route." })
export class EscalateChallengeInput {
  @Field(() => String, { description: 'Reference of the challenge.' })
  challengeReference!: string;

  @Field(() => String, { description: 'A `code` of `assuranceArrangement { escalationRoute }`. Once a step.' })
  step!: string;

  @Field(() => DateScalar, { description: 'The day of it; not after today.' })
  escalatedOn!: string;
}

/** Escalations of challenges, once a challenge and step (HAV-25, LAM-33, TRI-42). */
export const challengeEscalation = defineRecord({
  row: ChallengeEscalationRecord,
  table: 'challenge_escalation',
  stored: { challengeReference: 'text' },
  order: { escalatedOn: 'ASC', id: 'ASC' },
  mutation: 'escalateChallenge',
  clauses: ['TRI-42', 'HAV-25', 'LAM-33'],
  description: "Records that a challenge was taken further, by a step of the partnership's own route. Once a step.",
  input: EscalateChallengeInput,
  about: 'The escalation.',
  answers: {
    ...{ as: 'escalation', type: ChallengeEscalation, what: 'The escalation' },
    result: 'taking a challenge further',
  },
  names: { challengeReference: challengeNamed },
  by: ['challengeReference', 'step'],
  content: ({ escalatedOn }) => ({ escalatedOn }),
  derived: ({ challengeReference, step }, { id }) => ({ id: `${id}:challenge:${challengeReference}:${step}` }),
  named: ({ challengeReference, step }) => `The step ${step} of ${challengeReference}`,
  checks: [
    check<EscalateChallengeInput>('STEP_UNKNOWN', 'step', async ({ step }, manager) => {
      const [arrangement] = await manager.find(AssuranceArrangementRecord);
      const codes = (arrangement?.escalationRoute ?? []).map(({ code }) => code);
      return (
        !codes.includes(step) && `The route has no step ${JSON.stringify(step)}. It has: ${codes.join(', ') || 'none'}.`
      );
    }),
  ],
  restsOn: [
    {
      on: ProfessionalChallengeRecord,
      where: ({ reference }: ProfessionalChallengeRecord) => ({ challengeReference: reference }),
    },
  ],
  demonstration: 'displaces',
});
