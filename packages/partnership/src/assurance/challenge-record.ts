import { DateScalar, ProfessionalChallenge } from '@hub/contract';
import { defineRecord, fitsIntoId, ownReference, prose } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { agencyNamed, withOwnAgency } from '../governance/agency-record';

/** A challenge as stored. */
export class ProfessionalChallengeRecord extends ProfessionalChallenge {
  /** Id of the agency within the partnership. */
  agencyId!: string;
}

/** What is recorded of a challenge. */
@InputType({ description: 'A challenge between professionals or agencies, for the log of the partnership.' })
export class RaiseChallengeInput {
  @Field(() => String, { description: "The partnership's own reference, as `CH/2026/5`." })
  reference!: string;

  @Field(() => String, { description: 'What it is about, in 300 characters that name nobody.' })
  subject!: string;

  @Field(() => ID, { description: 'The agency that raised it: its `Agency.id`, or the last part of it.' })
  agencyId!: string;

  @Field(() => DateScalar, { description: 'The day it was raised; not after today.' })
  raisedOn!: string;
}

/** The log of challenges, once a reference (TRI-42). */
export const professionalChallenge = defineRecord({
  row: ProfessionalChallengeRecord,
  table: 'professional_challenge',
  stored: { agencyId: 'text' },
  order: { raisedOn: 'DESC', id: 'DESC' },
  mutation: 'raiseChallenge',
  clauses: ['TRI-42', 'HAV-25', 'LAM-33'],
  description: 'Records a challenge in the log of the partnership. Once a reference.',
  input: RaiseChallengeInput,
  about: 'The challenge.',
  answers: { as: 'challenge', type: ProfessionalChallenge, what: 'The challenge', result: 'recording a challenge' },
  read: withOwnAgency,
  names: { agencyId: agencyNamed },
  by: ['reference'],
  content: ({ subject, agencyId, raisedOn }) => ({ subject, agencyId, raisedOn }),
  derived: ({ reference }, { id }) => ({ id: `${id}:challenge:${reference}` }),
  named: ({ reference }) => `The challenge ${reference}`,
  checks: [fitsIntoId('reference'), prose('subject', 300)],
  demonstration: 'displaces',
});

/** A challenge that an input names. */
export const challengeNamed = ownReference(
  professionalChallenge,
  'CHALLENGE_UNKNOWN',
  'Record the challenge by raiseChallenge',
);
