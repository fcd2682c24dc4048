import { DateScalar, ProfessionalChallenge } from '@hub/contract';
import { check, defineRecord, prose } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { challengeNamed, professionalChallenge, ProfessionalChallengeRecord } from './challenge-record';

/** What is recorded of a resolution. */
@InputType({ description: 'That a challenge was resolved.' })
export class ResolveChallengeInput {
  @Field(() => String, { description: 'Reference of the challenge.' })
  reference!: string;

  @Field(() => DateScalar, { description: 'The day it was resolved; not after today.' })
  resolvedOn!: string;

  @Field(() => String, { description: 'How, in 500 characters that name nobody.' })
  resolution!: string;
}

/** Resolutions of challenges, once a challenge. */
export const challengeResolution = defineRecord({
  row: ProfessionalChallengeRecord,
  table: 'professional_challenge',
  name: 'ChallengeResolution',
  partOf: { of: professionalChallenge, open: { resolvedOn: null, resolution: null } },
  order: { resolvedOn: 'DESC' },
  mutation: 'resolveChallenge',
  description: 'Records that a challenge was resolved, and how.',
  input: ResolveChallengeInput,
  about: 'The resolution.',
  answers: { as: 'challenge', type: ProfessionalChallenge, what: 'The challenge', result: 'resolving a challenge' },
  names: { reference: challengeNamed },
  by: ['reference'],
  content: ({ resolvedOn, resolution }) => ({ resolvedOn, resolution }),
  named: ({ reference }) => `The resolution of ${reference}`,
  taken: { field: 'resolution', code: 'ALREADY_RESOLVED' },
  checks: [
    prose('resolution', 500),
    check<ResolveChallengeInput>('BEFORE_CHALLENGE', 'resolvedOn', async ({ reference, resolvedOn }, manager) => {
      const challenge = await manager.findOneBy(ProfessionalChallengeRecord, { reference });
      return challenge !== null && resolvedOn < challenge.raisedOn && 'It was not raised by then. Correct the day.';
    }),
  ],
  demonstration: 'follows',
});
